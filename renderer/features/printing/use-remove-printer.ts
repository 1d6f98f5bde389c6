import {useTranslation} from 'react-i18next';
import type {Printer} from '#core/printing/printer.ts';
import type {PrintingDesk} from '#core/shell/printing-calls.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {callPrinting} from '../../app/printing/print-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';

/** Removes a printer with the routes that lead to it; Undo puts both back. */
export function useRemovePrinter({routes}: PrintingDesk): (printer: Printer) => Promise<void> {
  const {t, i18n} = useTranslation('printing');
  const {say} = useNotices.getState();
  return async (printer) => {
    const {id: printerId, name} = printer;
    const removed = await callPrinting('printing.remove', {printerId});
    if (!removed.ok) return say(faultWords(i18n, removed.fault));
    const left = routes.filter((route) => route.printerId !== printerId);
    const isRouted = left.length < routes.length;
    if (isRouted) await callPrinting('printing.route', {routes: left});
    const putBack = async (): Promise<void> => {
      const back = await callPrinting('printing.save', printer);
      if (!back.ok) return say(faultWords(i18n, back.fault));
      if (isRouted) await callPrinting('printing.route', {routes});
      return say(t('list.back', {name}));
    };
    return say(t('list.removed', {name}), () => void putBack());
  };
}
