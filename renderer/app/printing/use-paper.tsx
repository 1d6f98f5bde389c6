import {type ReactNode, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import type {DocumentContent} from '#core/printing/make-document.ts';
import type {PrintTarget} from '#core/printing/compile-pages.ts';
import type {DocumentKind} from '#core/printing/print-job.ts';
import type {QueuedJob} from '#core/printing/queue.ts';
import {printerOfKind} from '#core/printing/routing.ts';
import {printPdf} from '../../ui/pdf/print-pdf.ts';
import {useNotices} from '../frame/notices.ts';
import {faultWords} from '../words/fault-words.ts';
import {type DocumentClient, documents} from './document-client.ts';
import {printDocument} from './print-document.ts';
import {usePrinting} from './print-store.ts';
import {ReprintDialog} from './reprint-dialog.tsx';

/** What makes paper of a document; tests bring their own. */
export interface PaperTools {
  readonly make: DocumentClient['make'];
  /** Opens the print window of the browser. */
  readonly toDialog: (pdf: Uint8Array) => Promise<void>;
}

export const paperTools: PaperTools = {make: documents.make, toDialog: printPdf};

export interface Paper {
  readonly kind: DocumentKind;
  /** The row it is about. */
  readonly about: string;
  readonly document: DocumentContent;
  /** On which paper a browser prints it. */
  readonly sheet: PrintTarget;
}

export interface Printing {
  /** Brings a document onto paper; answers whether it was handed over. Whatever goes wrong has been said then. */
  readonly print: (paper: Paper) => Promise<boolean>;
  /** Asks for a reason where the same paper was printed before. */
  readonly asking: ReactNode;
}

/** Documents of a page go where their kind goes, or, in a browser, to its print dialog. */
export function usePaper({make, toDialog}: PaperTools = paperTools): Printing {
  const {t, i18n} = useTranslation('printing');
  const [, go] = useLocation();
  const say = useNotices((notices) => notices.say);
  const [reprints, setReprints] = useState<QueuedJob | undefined>(undefined);

  const byBrowser = async ({document, sheet}: Paper): Promise<boolean> => {
    const made = await make({...document, target: sheet, isChecked: false});
    if (!made.ok) {
      say(faultWords(i18n, made.fault));
      return false;
    }
    await toDialog(made.value);
    return true;
  };
  const byPrinter = async (paper: Paper): Promise<boolean> => {
    const {desk} = usePrinting.getState();
    const printer = desk && printerOfKind(paper.kind, desk);
    if (!printer) {
      say(t('paper.noPrinter', {kind: t(`kind.${paper.kind}`)}));
      go('/settings/printers');
      return false;
    }
    const printed = await printDocument(printer, paper, make);
    if (!printed.ok) say(faultWords(i18n, printed.fault));
    else if (printed.value.outcome === 'before') setReprints(printed.value.queued);
    else say(t('paper.asked', {kind: t(`kind.${paper.kind}`), printer: printer.name}));
    return printed.ok;
  };
  return {
    print: async (paper) => {
      try {
        return await (usePrinting.getState().desktop ? byPrinter(paper) : byBrowser(paper));
      } catch {
        // The worker that makes documents crashed or hung; it is started anew with the next.
        say(t('paper.failed'));
        return false;
      }
    },
    asking: reprints ? <ReprintDialog queued={reprints} onClose={() => setReprints(undefined)} /> : null,
  };
}
