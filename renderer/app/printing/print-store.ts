import {create} from 'zustand';
import type {Fault} from '#core/faults.ts';
import {must} from '#core/lib/assert.ts';
import type {Result} from '#core/lib/result.ts';
import type {Desktop} from '#core/shell/contract.ts';
import type {PrintingCalls, PrintingDesk} from '#core/shell/printing-calls.ts';

interface PrintState {
  /** What answers; undefined in a browser, which reaches no printer. */
  readonly desktop: Desktop | undefined;
  /** Printers, routes and jobs as the desktop last told them. */
  readonly desk: PrintingDesk | undefined;
  /** Why they could not be told. */
  readonly fault: Fault | undefined;
}

/** The print queue of this desk, as this window knows it. */
export const usePrinting = create<PrintState>()(() => ({desktop: undefined, desk: undefined, fault: undefined}));

/** Keeps the window in step with the desktop's print queue, until the returned function is called; in a browser there is none. */
export function followPrinting(desktop: Desktop | undefined): () => void {
  usePrinting.setState({desktop, desk: undefined, fault: undefined});
  if (!desktop) return () => undefined;
  let wanted = true;
  let isAsking = false;
  let isOld = false;
  // What changes while the answer is under way is asked for once behind it, however often it was.
  const ask = async (): Promise<void> => {
    isOld = true;
    if (isAsking) return;
    isAsking = true;
    while (isOld && wanted) {
      isOld = false;
      const told = await desktop.call('printing.desk', {});
      if (!wanted) break;
      usePrinting.setState(told.ok ? {desk: told.value, fault: undefined} : {desk: undefined, fault: told.fault});
    }
    isAsking = false;
  };
  const stop = desktop.on(({event}) => {
    if (event === 'printing.changed') void ask();
  });
  void ask();
  return () => {
    wanted = false;
    stop();
    usePrinting.setState({desktop: undefined, desk: undefined, fault: undefined});
  };
}

/** Asks the print queue; only where there is one. */
export function callPrinting<C extends keyof PrintingCalls>(
  channel: C,
  args: PrintingCalls[C]['args'],
): Promise<Result<PrintingCalls[C]['answer']>> {
  const desktop = must(usePrinting.getState().desktop, 'only a desktop is asked to print');
  return desktop.call(channel, args) as Promise<Result<PrintingCalls[C]['answer']>>;
}
