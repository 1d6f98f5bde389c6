import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import type {Order} from '#core/orders/schema.ts';
import type {QueuedJob} from '#core/printing/queue.ts';
import {printerOfKind} from '#core/printing/routing.ts';
import type {LabelJob} from '#core/shipping/documents/label-page.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {meaningOfJob, sentencesOfJob} from '../../app/printing/job-words.ts';
import {jobAbout, printDocument} from '../../app/printing/print-document.ts';
import {usePrinting} from '../../app/printing/print-store.ts';
import {ReprintDialog} from '../../app/printing/reprint-dialog.tsx';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {printPdf} from '../../ui/pdf/print-pdf.ts';
import {StatusMark} from '../../ui/status-mark.tsx';
import styles from './label-section.module.css';

interface PrintLabelProps {
  readonly order: Order;
  readonly working: (work: () => Promise<void>) => Promise<void>;
  readonly jobOf: () => Promise<LabelJob>;
  /** The label as a PDF; undefined where it cannot be made, which has been said then. */
  readonly pdfOf: () => Promise<Uint8Array | undefined>;
}

/** Brings the label of an order onto paper: where labels go, or, in a browser, by its print dialog. */
export function PrintLabel({order, working, jobOf, pdfOf}: PrintLabelProps) {
  const {t, i18n} = useTranslation('shipping');
  const [, go] = useLocation();
  const {desktop, desk} = usePrinting();
  const [reprints, setReprints] = useState<QueuedJob | undefined>(undefined);
  const printer = desk && printerOfKind('label', desk);
  const job = desk && jobAbout(desk.jobs, 'label', order.id);
  const say = useNotices((notices) => notices.say);

  const print = (): Promise<void> =>
    working(async () => {
      if (!desktop) {
        const pdf = await pdfOf();
        return pdf && (await printPdf(pdf));
      }
      if (!printer) return go('/settings/printers');
      const document = {make: 'label', job: await jobOf()} as const;
      const printed = await printDocument(printer, {kind: 'label', about: order.id, document});
      if (!printed.ok) return say(faultWords(i18n, printed.fault));
      if (printed.value.outcome === 'before') return setReprints(printed.value.queued);
      return say(t('label.asked', {printer: printer.name}));
    });
  useKeys('panel', [
    {
      id: 'shipping.print',
      word: 'shipping:label.print',
      section: 'app:section.page',
      keys: 'p',
      run: () => void print(),
    },
  ]);

  const word = printer ? t('label.printOn', {printer: printer.name}) : t('label.choosePrinter');
  return (
    <>
      {job && desk ? (
        <div className={styles.job} role="status">
          <StatusMark meaning={meaningOfJob[job.status]} word={i18n.t(`printing:status.${job.status}`)} />
          {sentencesOfJob(i18n, job, desk).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {job.status === 'unknown' ? (
            <Button onClick={() => go('/settings/printers')}>{t('label.look')}</Button>
          ) : null}
        </div>
      ) : null}
      {desktop && desk && !printer ? <p className={styles.none}>{t('label.noPrinter')}</p> : null}
      <Button keys="p" onClick={() => void print()}>
        {desktop ? word : t('label.toDialog')}
      </Button>
      {reprints ? <ReprintDialog queued={reprints} onClose={() => setReprints(undefined)} /> : null}
    </>
  );
}
