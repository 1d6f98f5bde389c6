import type {PrintDesk} from '#core/shell/print-desk.ts';

const tickMs = 500;

/** Lets the print queue work, until the returned function is called. */
export function keepPrinting(desk: PrintDesk): () => void {
  const timer = setInterval(() => void desk.tick(), tickMs);
  return () => clearInterval(timer);
}
