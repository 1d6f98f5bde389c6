import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import type {Order} from '#core/orders/schema.ts';
import type {DocumentContent} from '#core/printing/make-document.ts';
import type {QueuedJob} from '#core/printing/queue.ts';
import {printerOfKind} from '#core/printing/routing.ts';
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

/** Documents of an order, each with its key. */
const keysOf = {label: 'p', packingSlip: 'Shift+P'} as const;

const isOpen = ({status}: QueuedJob): boolean => status === 'asked' || status === 'sending';

interface PrintOnProps {
  readonly kind: keyof typeof keysOf;
  readonly order: Order;
  /** One thing at a time; says so where it goes wrong. */
  readonly working: (work: () => Promise<void>) => Promise<void>;
  readonly contentOf: () => Promise<DocumentContent>;
  /** The document as a PDF; undefined where it cannot be made, which has been said then. */
  readonly pdfOf: () => Promise<Uint8Array | undefined>;
}

/** Brings a document of an order onto paper: where its kind goes, or, in a browser, by its print dialog. */
export function PrintOn({kind, order, working, contentOf, pdfOf}: PrintOnProps) {
  const {t, i18n} = useTranslation(['shipping', 'printing']);
  const [, go] = useLocation();
  const {desktop, desk} = usePrinting();
  const [reprints, setReprints] = useState<QueuedJob | undefined>(undefined);
  const printer = desk && printerOfKind(kind, desk);
  const job = desk && jobAbout(desk.jobs, kind, order.id);
  const say = useNotices((notices) => notices.say);
  const keys = keysOf[kind];

  const print = (): Promise<void> =>
    working(async () => {
      if (!desktop) {
        const pdf = await pdfOf();
        return pdf && (await printPdf(pdf));
      }
      if (!printer) return go('/settings/printers');
      const printed = await printDocument(printer, {kind, about: order.id, document: await contentOf()});
      if (!printed.ok) return say(faultWords(i18n, printed.fault));
      const before = printed.value.outcome === 'before' ? printed.value.queued : undefined;
      if (before && isOpen(before)) return say(t('print.already', {printer: printer.name}));
      if (before) return setReprints(before);
      return say(t('print.asked', {printer: printer.name}));
    });
  useKeys('panel', [
    {
      id: `shipping.print.${kind}`,
      word: `shipping:print.${kind}`,
      section: 'app:section.page',
      keys,
      run: () => void print(),
    },
  ]);

  const onPrinter = job ? t('printing:queue.reprint') : t('print.on', {printer: printer?.name ?? ''});
  const onDesktop = printer ? onPrinter : t('print.choose');
  return (
    <>
      {job && desk ? (
        <div className={styles.job} role="status">
          <StatusMark meaning={meaningOfJob[job.status]} word={t(`printing:status.${job.status}`)} />
          {sentencesOfJob(i18n, job, desk).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {job.status === 'unknown' ? (
            <Button onClick={() => go('/settings/printers')}>{t('print.look')}</Button>
          ) : null}
        </div>
      ) : null}
      {desktop && desk && !printer ? <p className={styles.none}>{t(`print.none.${kind}`)}</p> : null}
      <Button keys={keys} onClick={() => void print()}>
        {desktop ? onDesktop : t('print.toDialog')}
      </Button>
      {reprints ? <ReprintDialog queued={reprints} onClose={() => setReprints(undefined)} /> : null}
    </>
  );
}
