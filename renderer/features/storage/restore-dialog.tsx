import {type ReactNode, useEffect, useEffectEvent, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import type {BackupInside} from '#core/storage/messages.ts';
import {useData} from '../../app/data/use-data.ts';
import {chooseFiles} from '../../app/frame/choose-files.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {Restoring} from '../../app/storage/restoring.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {StorageProgress} from './storage-progress.tsx';
import {RestoreForm} from './restore-form.tsx';

/** How a restore is begun: a file is chosen, then the dialog opens over whatever page there is. */
export function useRestoreDialog(restoring: Restoring): {readonly choose: () => void; readonly dialog: ReactNode} {
  const [file, setFile] = useState<File | undefined>(undefined);
  const choose = (): void => void chooseFiles().then(([chosen]) => chosen && setFile(chosen));
  const dialog = file ? (
    <RestoreDialog
      key={`${file.name} ${file.lastModified} ${file.size}`}
      file={file}
      restoring={restoring}
      onOther={choose}
      onClose={() => setFile(undefined)}
    />
  ) : null;
  return {choose, dialog};
}

interface RestoreDialogProps {
  readonly file: Blob;
  readonly restoring: Restoring;
  readonly onOther: () => void;
  readonly onClose: () => void;
}

type Step =
  | {readonly at: 'reading' | 'doing'}
  | {readonly at: 'asks'; readonly inside: BackupInside; readonly fault?: Fault; readonly near?: readonly string[]}
  | {readonly at: 'refused'; readonly fault: Fault};

/** From a file to the shop that is in it: what it holds, its words, what exactly will happen. */
export function RestoreDialog({file, restoring, onOther, onClose}: RestoreDialogProps) {
  const {t, i18n} = useTranslation('storage');
  const data = useData();
  const [step, setStep] = useState<Step>({at: 'reading'});
  const [typed, setTyped] = useState('');
  useKeys('dialog', []);
  const wasCancelled = useEffectEvent(onClose);
  useEffect(() => {
    let wanted = true;
    void data.call('storage.inspect', {file}).then((answer) => {
      if (!wanted) return;
      if (!answer.ok) setStep({at: 'refused', fault: answer.fault});
      else if (answer.value === 'cancelled') wasCancelled();
      else setStep({at: 'asks', inside: answer.value});
    });
    return () => {
      wanted = false;
    };
  }, [data, file]);

  const restore = async (inside: BackupInside): Promise<void> => {
    const read = await data.call('storage.readPhrase', {typed});
    const reading = read.ok ? read.value : {fault: read.fault, near: []};
    if (reading.fault) return setStep({at: 'asks', inside, fault: reading.fault, near: reading.near});
    setStep({at: 'doing'});
    const ended = await restoring.restore({file, phrase: typed, madeAt: inside.madeAt});
    if (ended === undefined) onClose();
    else if (ended === 'cancelled') setStep({at: 'asks', inside});
    else setStep({at: 'asks', inside, fault: ended});
  };
  const cancel = (): void => void data.call('storage.cancel', null);

  switch (step.at) {
    case 'reading':
    case 'doing':
      return (
        <Dialog
          title={t('restore.title')}
          opened
          onClose={cancel}
          actions={<Button onClick={cancel}>{t('backup.cancel')}</Button>}
        >
          <StorageProgress words={step.at === 'reading' ? t('restore.reading') : t('restore.doing')} />
        </Dialog>
      );
    case 'refused':
      return (
        <Dialog
          title={t('restore.title')}
          opened
          onClose={onClose}
          actions={
            <>
              <Button onClick={onClose}>{t('backup.close')}</Button>
              <Button onClick={onOther}>{t('restore.other')}</Button>
            </>
          }
        >
          <p role="alert">{faultWords(i18n, step.fault)}</p>
        </Dialog>
      );
    case 'asks':
      return (
        <RestoreForm
          {...step}
          typed={typed}
          onTyped={setTyped}
          onClose={onClose}
          onRestore={() => void restore(step.inside)}
        />
      );
  }
}
