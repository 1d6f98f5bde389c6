import {type Position, beginning, entryOf} from '#core/journal/entry.ts';
import {must} from '#core/lib/assert.ts';
import {holdOrder, resumeOrder} from '#core/orders/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {type Push, encodePush} from '#core/sync/protocol.ts';
import {monday} from '#core/testing/given.ts';
import type {Order} from '#core/orders/schema.ts';

export const batchSize = 500;

const decoder = new TextDecoder();

/** Pushes of one desk, one behind the other: some orders are held, and then resumed, and so on with the next. */
export function batchesOf(
  orders: readonly Order[],
  {count, replica}: {readonly count: number; readonly replica: string},
): readonly string[] {
  const pushes: string[] = [];
  let from: Position = beginning;
  for (let at = 0; at < count; at += 1) {
    const first = (Math.floor(at / 2) * batchSize) % orders.length;
    const calls = orders.slice(first, first + batchSize).map(({id}): Call => {
      return at % 2 === 0 ? callOf(holdOrder, {orderId: id, reason: 'stock'}) : callOf(resumeOrder, {orderId: id});
    });
    const push = pushBehind(from, calls, replica);
    pushes.push(encodePush(push.push));
    from = push.last;
  }
  return pushes;
}

export function pushBehind(
  from: Position,
  calls: readonly Call[],
  replica: string,
): {readonly push: Push; readonly last: Position} {
  const mutations: string[] = [];
  let last = from;
  for (const {name, args} of calls) {
    const {bytes, n, hash} = entryOf(last, {n: last.n + 1, name, version: 1, args, at: monday});
    mutations.push(decoder.decode(bytes));
    last = {n, hash};
  }
  must(mutations[0], 'a mutation');
  return {push: {epoch: 1, origin: {replica, inc: 'first-------'}, from, mutations}, last};
}
