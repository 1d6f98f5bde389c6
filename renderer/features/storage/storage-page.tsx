import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {desktop} from '../../app/desktop/desktop.ts';
import {useData} from '../../app/data/use-data.ts';
import {Page} from '../../app/frame/page.tsx';
import {PageBody} from '../../app/frame/page-body.tsx';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {Restoring} from '../../app/storage/restoring.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {Section, Sections} from '../../ui/section.tsx';
import {BackUpDialog} from './back-up-dialog.tsx';
import {useLastBackup} from './backups-made.ts';
import {Glance} from './glance.tsx';
import {useRestoreDialog} from './restore-dialog.tsx';
import {SnapshotsSection} from './snapshots-section.tsx';
import styles from '../../ui/sheet.module.css';
import {useStorage} from './use-storage.ts';
import {WhatIsWhere} from './what-is-where.tsx';

interface StoragePageProps {
  readonly restoring: Restoring;
  /** To the settings, which this page is a part of. */
  readonly onBack: () => void;
}

/** How safe the data are, what lies where, and the ways to have it back. */
export function StoragePage({restoring, onBack}: StoragePageProps) {
  const {t, i18n} = useTranslation('storage');
  const data = useData();
  const {facts, fault, look} = useStorage();
  const [words, setWords] = useState<readonly string[] | undefined>(undefined);
  const [turn, setTurn] = useState(0);
  const backupAt = useLastBackup(facts?.shop, turn);
  const restore = useRestoreDialog(restoring);
  const backUp = async (): Promise<void> => {
    const made = await data.call('storage.phrase', {language: i18n.language === 'zh-CN' ? 'zh-CN' : 'en'});
    if (made.ok) setWords(made.value);
  };
  useKeys('page', [
    {
      id: 'storage.back',
      word: 'storage:back',
      section: 'app:section.page',
      keys: 'Escape',
      inPalette: false,
      run: onBack,
    },
    {
      id: 'storage.backUp',
      word: 'storage:backup.now',
      section: 'app:section.page',
      keys: 'b',
      run: () => void backUp(),
    },
    {id: 'storage.restore', word: 'storage:backup.restore', section: 'app:section.page', run: restore.choose},
  ]);

  return (
    <Page
      title={t('title')}
      tools={
        <Button variant="quiet" keys="Escape" onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <PageBody label={t('title')}>
        <Sections>
          {fault ? <p role="alert">{faultWords(i18n, fault)}</p> : null}
          <Section title={t('section.glance')}>
            <Glance facts={facts} backupAt={backupAt} full />
          </Section>
          <Section title={t('section.backup')}>
            <p>{t('backup.lead')}</p>
            <div className={styles.acts}>
              <Button variant="primary" keys="b" onClick={() => void backUp()}>
                {t('backup.now')}
              </Button>
              <Button onClick={restore.choose}>{t('backup.restore')}</Button>
            </div>
          </Section>
          {facts ? <SnapshotsSection facts={facts} restoring={restoring} onTaken={look} /> : null}
          {facts ? <WhatIsWhere facts={facts} /> : null}
          {desktop ? null : (
            <Section title={t('section.move')}>
              <ol className={styles.steps}>
                <li>{t('move.one')}</li>
                <li>{t('move.two')}</li>
                <li>{t('move.three')}</li>
              </ol>
              <Button onClick={() => void backUp()}>{t('backup.now')}</Button>
            </Section>
          )}
        </Sections>
      </PageBody>
      {words && facts ? (
        <BackUpDialog
          shop={facts.shop}
          words={words}
          onClose={() => {
            setWords(undefined);
            setTurn(turn + 1);
          }}
        />
      ) : null}
      {restore.dialog}
    </Page>
  );
}
