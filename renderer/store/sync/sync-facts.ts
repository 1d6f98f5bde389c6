import {journalledOf} from '#core/sync/replica.ts';
import type {SyncState} from '#core/sync/messages.ts';
import type {Store} from '#core/sync/store.ts';
import type {LoopNews} from './sync-loop.ts';

/** How far a shop is with its master: what the store says, and what the loop has heard. */
export async function syncFacts(
  store: Store,
  {headSeq, lastContactAt, problem}: LoopNews,
  {comingTotal, sent}: {readonly comingTotal: number; readonly sent: {readonly done: number; readonly total: number}},
): Promise<SyncState> {
  return store.read(async (tx) => {
    const [place, decided, master] = [await tx.meta('place'), await tx.meta('decided'), await tx.meta('master')];
    if (!place || !decided || !master) return {state: 'absent'};
    const [last, left] = [await tx.lastOfOutbox(), await tx.meta('comingLeft')];
    const coming = left ?? (await tx.meta('coming'))?.length ?? 0;
    const pending = Math.max(0, (last?.n ?? 0) - decided.n);
    const [oldest] = pending > 0 ? await tx.outbox(decided.n, 1) : [];
    return {
      state: 'joined',
      master: master.url,
      pending,
      ...(oldest && {oldestPendingAt: journalledOf(oldest).at}),
      appliedN: decided.n,
      behindBy: Math.max(0, headSeq - place.seq),
      ...(lastContactAt !== undefined && {lastContactAt}),
      place,
      ...((await tx.meta('founding')) && {founding: sent}),
      ...(coming > 0 && {joining: {done: Math.max(0, comingTotal - coming), total: Math.max(comingTotal, coming)}}),
      ...(problem && {problem}),
    };
  });
}
