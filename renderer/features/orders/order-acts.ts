import type {Id} from '#core/lib/id.ts';
import {holdOrder, recallOrder, releaseOrder, resumeOrder} from '#core/orders/mutators.ts';
import type {HoldReason} from '#core/orders/schema.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import type {Deeds} from '../../app/undo/use-deeds.ts';

/** What can be done with orders from the list or the panel. */
export type OrderAct = 'release' | 'recall' | 'resume' | {readonly hold: HoldReason};

const words = {
  release: 'orders:did.released',
  recall: 'orders:did.recalled',
  resume: 'orders:did.resumed',
  hold: 'orders:did.held',
} as const;

/** One mutator for each order, so that one refusal does not stop the others; undone as one. */
export async function actOn(data: DataClient, deeds: Deeds, act: OrderAct, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const calls = ids.map((id) => callFor(act, id as Id<'order'>));
  const outcomes = await data.mutateAll(calls, ids.length > 1 ? crypto.randomUUID() : undefined);
  deeds.did(words[typeof act === 'string' ? act : 'hold'], outcomes);
}

function callFor(act: OrderAct, orderId: Id<'order'>): Call {
  if (act === 'release') return callOf(releaseOrder, {orderId});
  if (act === 'recall') return callOf(recallOrder, {orderId});
  if (act === 'resume') return callOf(resumeOrder, {orderId});
  return callOf(holdOrder, {orderId, reason: act.hold});
}
