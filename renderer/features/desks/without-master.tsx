import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {Join} from '../../app/sync/joining.ts';
import {useSync} from '../../app/sync/sync-store.ts';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import styles from '../../ui/sheet.module.css';
import {BeginDialog} from './begin-dialog.tsx';
import {useJoinDialog} from './join-dialog.tsx';

interface WithoutMasterProps {
  readonly isDemo: boolean;
  /** Absent where a shop of one's own stands here: it is never replaced. */
  readonly join: Join | undefined;
}

/** What a shop on several desks brings, and the ways to one. */
export function WithoutMaster({isDemo, join}: WithoutMasterProps) {
  const {t} = useTranslation('desks');
  const [begins, setBegins] = useState(false);
  const isBusy = useSync(({work}) => work !== null);
  const joining = useJoinDialog(join ?? nothing);
  const onPage = {section: 'app:section.page'} as const;
  useKeys('page', [
    {id: 'desks.begin', word: 'desks:begin.act', when: () => !isDemo && !isBusy, run: () => setBegins(true), ...onPage},
    {id: 'desks.join', word: 'desks:join.act', when: () => join !== undefined && !isBusy, run: joining.open, ...onPage},
  ]);
  return (
    <Section title={t('absent.title')}>
      <p>{t('absent.one')}</p>
      <p>{t('absent.two')}</p>
      {isDemo ? <p>{t('absent.demo')}</p> : null}
      <div className={styles.acts}>
        {isDemo ? null : (
          <Button variant="primary" disabled={isBusy} onClick={() => setBegins(true)}>
            {t('begin.act')}
          </Button>
        )}
        {join ? (
          <Button disabled={isBusy} onClick={joining.open}>
            {t('join.act')}
          </Button>
        ) : null}
      </div>
      {join ? null : <p>{t('absent.haveOwn')}</p>}
      {begins ? <BeginDialog onClose={() => setBegins(false)} /> : null}
      {joining.dialog}
    </Section>
  );
}

async function nothing(): Promise<undefined> {
  return undefined;
}
