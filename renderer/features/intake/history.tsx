import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {FileStorage} from '#core/intake/messages.ts';
import {importsInFull} from '#core/intake/queries.ts';
import type {Storefront} from '#core/storefronts/schema.ts';
import {useQuery} from '../../app/data/use-data.ts';
import type {Intake} from '../../app/data/use-intake.ts';
import {saveOriginal} from '../../app/desktop/desktop.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {PageBody} from '../../app/frame/page-body.tsx';
import {faultWords} from '../../app/words/fault-words.ts';
import {ImportHistory} from './import-history.tsx';
import {useIntakeView} from './intake-view.ts';
import {KeptFiles} from './kept-files.tsx';
import styles from './history.module.css';

interface HistoryProps {
  readonly ask: Intake['ask'];
  readonly storefronts: readonly Storefront[];
  readonly onUndo: (importId: string) => void;
}

/** What was taken in so far, and the original files that are kept of it. */
export function History({ask, storefronts, onUndo}: HistoryProps) {
  const {t, i18n} = useTranslation('intake');
  const say = useNotices((notices) => notices.say);
  const imports = useQuery(importsInFull, {});
  const [storage, setStorage] = useState<FileStorage | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void ask('intake.storage', null).then((answer) => {
      if (wanted && answer.ok) setStorage(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [ask, imports]);
  if (!imports || !storage) return null;

  const getFile = async (fileId: string): Promise<void> => {
    const answer = await ask('intake.file', {fileId});
    if (!answer.ok) return say(faultWords(i18n, answer.fault));
    const saved = await saveOriginal(answer.value);
    if (!saved.ok) say(faultWords(i18n, saved.fault));
  };
  const reread = async (fileId: string): Promise<void> => {
    const answer = await ask('intake.reread', {fileId});
    if (!answer.ok) return say(faultWords(i18n, answer.fault));
    useIntakeView.setState({view: 'now'});
  };
  const letGo = async (fileId: string): Promise<void> => {
    const answer = await ask('intake.letGo', {fileId});
    if (answer.ok) setStorage(answer.value);
    else say(faultWords(i18n, answer.fault));
  };
  return (
    <PageBody label={t('views.history')}>
      <div className={styles.history}>
        <ImportHistory
          imports={imports}
          storefronts={storefronts}
          keptIds={new Set(storage.files.map(({fileId}) => fileId))}
          onUndo={onUndo}
          onReread={(fileId) => void reread(fileId)}
          onGetFile={(fileId) => void getFile(fileId)}
        />
        <KeptFiles storage={storage} onLetGo={(fileId) => void letGo(fileId)} />
      </div>
    </PageBody>
  );
}
