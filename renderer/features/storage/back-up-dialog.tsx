import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import {saveBlob} from '../../app/desktop/desktop.ts';
import {useData} from '../../app/data/use-data.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {formatBytes} from '../../ui/format/bytes.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {StatusMark} from '../../ui/status-mark.tsx';
import {AskWords} from './ask-words.tsx';
import {rememberBackup} from './backups-made.ts';
import {StorageProgress} from './storage-progress.tsx';
import sheet from '../../ui/sheet.module.css';
import styles from './storage.module.css';

interface Written {
  readonly file: Blob;
  readonly name: string;
}

type Step =
  | {readonly at: 'words' | 'ask' | 'writing'}
  | {readonly at: 'written'; readonly written: Written; readonly savedAs: string | undefined}
  | {readonly at: 'failed'; readonly fault: Fault};

interface BackUpDialogProps {
  readonly shop: ShopKind;
  /** Twelve new words, of this backup alone. */
  readonly words: readonly string[];
  readonly onClose: () => void;
}

/** From twelve words on paper to a file: they are shown once, two are asked for, and the file is written and kept. */
export function BackUpDialog({shop, words, onClose}: BackUpDialogProps) {
  const {t, i18n} = useTranslation('storage');
  const locale = useLocale();
  const data = useData();
  const [step, setStep] = useState<Step>({at: 'words'});
  useKeys('dialog', []);

  const save = async ({file, name}: Written): Promise<void> => {
    const saved = await saveBlob({name, kind: 'tradewind', blob: file});
    if (!saved.ok) return setStep({at: 'failed', fault: saved.fault});
    setStep({at: 'written', written: {file, name}, savedAs: saved.value});
    if (saved.value !== undefined) await rememberBackup(data, shop, Date.now());
  };
  const make = async (): Promise<void> => {
    setStep({at: 'writing'});
    const made = await data.call('storage.backUp', {phrase: words.join(' ')});
    if (!made.ok) setStep({at: 'failed', fault: made.fault});
    else if (made.value === 'cancelled') onClose();
    else await save(made.value);
  };
  const cancel = (): void => {
    if (step.at === 'writing') void data.call('storage.cancel', null);
    else onClose();
  };

  switch (step.at) {
    case 'words':
      return (
        <Dialog
          title={t('backup.wordsTitle')}
          opened
          onClose={onClose}
          actions={
            <>
              <Button onClick={onClose}>{t('backup.cancel')}</Button>
              <Button variant="primary" onClick={() => setStep({at: 'ask'})}>
                {t('backup.written')}
              </Button>
            </>
          }
        >
          <div className={sheet.asked}>
            <p>{t('backup.words')}</p>
            <ol className={styles.words}>
              {words.map((word, at) => (
                // Words may be there twice.
                <li key={at}>{word}</li>
              ))}
            </ol>
          </div>
        </Dialog>
      );
    case 'ask':
      return (
        <AskWords words={words} onAgain={() => setStep({at: 'words'})} onClose={onClose} onRight={() => void make()} />
      );
    case 'writing':
      return (
        <Dialog
          title={t('backup.title')}
          opened
          onClose={cancel}
          actions={<Button onClick={cancel}>{t('backup.cancel')}</Button>}
        >
          <StorageProgress words={t('backup.writing')} />
        </Dialog>
      );
    case 'written': {
      const {written, savedAs} = step;
      const size = formatBytes(locale, written.file.size);
      return (
        <Dialog
          title={t('backup.title')}
          opened
          onClose={onClose}
          actions={
            savedAs === undefined ? (
              <>
                <Button onClick={onClose}>{t('backup.cancel')}</Button>
                <Button variant="primary" onClick={() => void save(written)}>
                  {t('backup.save')}
                </Button>
              </>
            ) : (
              <Button variant="primary" onClick={onClose}>
                {t('backup.done')}
              </Button>
            )
          }
        >
          <div className={sheet.asked} role="status">
            <StatusMark meaning="good" word={t('backup.ready')} />
            {savedAs === undefined ? (
              <StatusMark meaning="watch" word={t('backup.notSaved')} />
            ) : (
              <p>{t('backup.saved', {name: savedAs, size})}</p>
            )}
          </div>
        </Dialog>
      );
    }
    case 'failed':
      return (
        <Dialog
          title={t('backup.title')}
          opened
          onClose={onClose}
          actions={<Button onClick={onClose}>{t('backup.close')}</Button>}
        >
          <p role="alert">{faultWords(i18n, step.fault)}</p>
        </Dialog>
      );
  }
}
