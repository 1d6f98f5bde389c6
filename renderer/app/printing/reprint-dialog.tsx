import {useTranslation} from 'react-i18next';
import {type ReprintReason, reprintReasons} from '#core/printing/print-job.ts';
import type {QueuedJob} from '#core/printing/queue.ts';
import {newId} from '../data/new-id.ts';
import {useNotices} from '../frame/notices.ts';
import {useKeys} from '../keys/use-keys.ts';
import {faultWords} from '../words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {titleOfJob} from './job-words.ts';
import {callPrinting, usePrinting} from './print-store.ts';
import styles from './reprint-dialog.module.css';

interface ReprintDialogProps {
  readonly queued: QueuedJob;
  readonly onClose: () => void;
}

/** Asks why something is printed once more; the reason is all there is to say, and its key says it. */
export function ReprintDialog({queued, onClose}: ReprintDialogProps) {
  const {t, i18n} = useTranslation('printing');
  const printers = usePrinting(({desk}) => desk?.printers);
  const title = titleOfJob(t, queued);
  const printer = printers?.find(({id}) => id === queued.job.printerId)?.name ?? t('queue.gone');
  const reprint = async (reason: ReprintReason): Promise<void> => {
    onClose();
    const done = await callPrinting('printing.reprint', {of: queued.job.id, id: newId('printJob'), reason});
    const {say} = useNotices.getState();
    say(done.ok ? t('reprint.did', {title}) : faultWords(i18n, done.fault));
  };
  useKeys(
    'dialog',
    reprintReasons.map((reason, at) => ({
      id: `printing.reason.${reason}`,
      word: `printing:reason.${reason}` as const,
      section: 'app:section.page',
      keys: String(at + 1),
      run: () => void reprint(reason),
    })),
  );
  return (
    <Dialog
      title={t('reprint.title', {title})}
      opened
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('cancel')}</Button>}
    >
      <p className={styles.lead}>{t('reprint.lead', {printer})}</p>
      <div className={styles.reasons}>
        {reprintReasons.map((reason, at) => (
          <Button key={reason} keys={String(at + 1)} onClick={() => void reprint(reason)}>
            {t(`reason.${reason}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
