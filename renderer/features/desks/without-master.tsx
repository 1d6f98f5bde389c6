import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Link} from 'wouter';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {Join} from '../../app/sync/joining.ts';
import {useSync} from '../../app/sync/sync-store.ts';
import {useJoinPlace} from '../../app/sync/use-join-place.ts';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import styles from '../../ui/sheet.module.css';
import {BeginDialog} from './begin-dialog.tsx';
import {useJoinDialog} from './join-dialog.tsx';

interface WithoutMasterProps {
  readonly isDemo: boolean;
  readonly join: Join;
}

/** What a shop on several desks brings, and the ways to one. */
export function WithoutMaster({isDemo, join}: WithoutMasterProps) {
  const {t} = useTranslation('desks');
  const [begins, setBegins] = useState(false);
  const isBusy = useSync(({work}) => work !== null);
  const place = useJoinPlace();
  const canJoin = place !== undefined && place !== 'taken';
  const joining = useJoinDialog(join, place);
  const onPage = {section: 'app:section.page'} as const;
  useKeys('page', [
    {id: 'desks.begin', word: 'desks:begin.act', when: () => !isDemo && !isBusy, run: () => setBegins(true), ...onPage},
    {id: 'desks.join', word: 'desks:join.act', when: () => canJoin && !isBusy, run: joining.open, ...onPage},
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
        {canJoin ? (
          <Button disabled={isBusy} onClick={joining.open}>
            {t('join.act')}
          </Button>
        ) : null}
      </div>
      {place === 'empty' ? <p>{t('absent.empty')}</p> : null}
      {place === 'taken' && isDemo ? <p>{t('absent.haveOwnClosed')}</p> : null}
      {place === 'taken' && !isDemo ? (
        <p>
          {t('absent.haveOwn')} <Link href="/settings/storage">{t('absent.backUp')}</Link>
        </p>
      ) : null}
      {begins ? <BeginDialog onClose={() => setBegins(false)} /> : null}
      {joining.dialog}
    </Section>
  );
}
