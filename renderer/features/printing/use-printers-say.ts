import {useEffect, useState} from 'react';
import type {PrinterId, Printer} from '#core/printing/printer.ts';
import type {PrinterSaid} from '#core/printing/printer-port.ts';
import {callPrinting} from '../../app/printing/print-store.ts';

/** So old what a printer said may be while somebody looks. */
const askAgainMs = 15_000;

/** What printers say of themselves, asked anew now and then. One that was not heard yet is not in it. */
export function usePrintersSay(printers: readonly Printer[]): ReadonlyMap<PrinterId, PrinterSaid> {
  const [said, setSaid] = useState<ReadonlyMap<PrinterId, PrinterSaid>>(new Map());
  const asked = JSON.stringify(printers.filter(({way}) => way.way !== 'raw'));
  useEffect(() => {
    let wanted = true;
    const ask = (): void => {
      for (const printer of JSON.parse(asked) as readonly Printer[]) {
        void callPrinting('printing.look', printer).then((heard) => {
          if (wanted && heard.ok) setSaid((before) => new Map(before).set(printer.id, heard.value));
        });
      }
    };
    ask();
    const timer = setInterval(ask, askAgainMs);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [asked]);
  return said;
}
