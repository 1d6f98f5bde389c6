import {expect, test} from 'vitest';
import type {Call, Mutator} from '../sync/define.ts';
import {callOf} from '../sync/define.ts';
import {Replica} from '../sync/replica.ts';
import type {Outcome} from '../sync/replica.ts';
import {givenOrder, monday} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {holdOrder, recallOrder, releaseOrder, resumeOrder} from './mutators.ts';
import {type Order, type OrderStatus, holdReasons, orderStatuses} from './schema.ts';

const mutators = [releaseOrder, recallOrder, holdOrder, resumeOrder] as readonly Mutator[];

/** An order at this status, held as a hold would have left it. */
function orderAt(status: OrderStatus, heldFrom: 'paid' | 'released' = 'paid'): Order {
  return givenOrder('1001', status === 'held' ? {status, heldFrom, holdReason: 'stock'} : {status});
}

async function act(
  order: Order | undefined,
  ...calls: readonly Call[]
): Promise<{outcomes: readonly Outcome[]; row: unknown}> {
  const store = new MemoryStore();
  if (order) await store.write((tx) => tx.put('orders', order));
  const outcomes = await new Replica(store, mutators).mutate(calls, {at: monday}, () => undefined);
  return {outcomes, row: await store.read((tx) => tx.get('orders', givenOrder('1001').id))};
}

function callFor({name}: Mutator): Call {
  const {id: orderId} = givenOrder('1001');
  return {name, args: name === holdOrder.name ? {orderId, reason: 'fraud'} : {orderId}};
}

/** What a change makes of an order, in a word: its new status and why it is held, or the fault. */
async function cell(order: Order | undefined, mutator: Mutator): Promise<string> {
  const {outcomes, row} = await act(order, callFor(mutator));
  const [outcome] = outcomes;
  if (!outcome?.ok) {
    expect(row).toEqual(order);
    return outcome?.fault.code.slice('orders.'.length) ?? '?';
  }
  const {status, heldFrom, holdReason} = row as Order;
  return [status, heldFrom && `from ${heldFrom}`, holdReason].filter(Boolean).join(' ');
}

test('each change takes an order from where it stands to where it goes, or is refused and changes nothing', async () => {
  const rows: (readonly [string, Order | undefined])[] = [
    ...orderStatuses.map((status) => [status, orderAt(status)] as const),
    ['held from released', orderAt('held', 'released')],
    ['unknown order', undefined],
  ];
  const lines: string[] = [];
  for (const [name, order] of rows) {
    const cells = await Promise.all(mutators.map((mutator) => cell(order, mutator)));
    lines.push(
      [name, ...cells]
        .map((word) => word.padEnd(26))
        .join('')
        .trimEnd(),
    );
  }
  const head = ['', ...mutators.map(({name}) => name)]
    .map((word) => word.padEnd(26))
    .join('')
    .trimEnd();
  expect(`\n${[head, ...lines].join('\n')}\n`).toMatchInlineSnapshot(`
    "
                              orders.release            orders.recall             orders.hold               orders.resume
    new                       step_not_allowed          step_not_allowed          step_not_allowed          step_not_allowed
    paid                      released                  step_not_allowed          held from paid fraud      step_not_allowed
    released                  step_not_allowed          paid                      held from released fraud  step_not_allowed
    held                      step_not_allowed          step_not_allowed          step_not_allowed          paid
    shipped                   step_not_allowed          step_not_allowed          step_not_allowed          step_not_allowed
    returned                  step_not_allowed          step_not_allowed          step_not_allowed          step_not_allowed
    cancelled                 step_not_allowed          step_not_allowed          step_not_allowed          step_not_allowed
    withdrawn                 step_not_allowed          step_not_allowed          step_not_allowed          step_not_allowed
    held from released        step_not_allowed          step_not_allowed          step_not_allowed          released
    unknown order             not_found                 not_found                 not_found                 not_found
    "
  `);
});

test.each(holdReasons)(
  'an order held for %s goes back to where it was, both from the bench and before it',
  async (reason) => {
    const {id: orderId} = givenOrder('1001');
    const calls = [callOf(holdOrder, {orderId, reason}), callOf(resumeOrder, {orderId})];
    const rows = [(await act(orderAt('paid'), ...calls)).row, (await act(orderAt('released'), ...calls)).row];
    expect(rows).toEqual([orderAt('paid'), orderAt('released')]);
  },
);

test('what each change offers as its way back leads back, and forward again', async () => {
  const starts = [orderAt('paid'), orderAt('released'), orderAt('held'), orderAt('held', 'released')];
  const undone: unknown[] = [];
  const redone: boolean[] = [];
  for (const start of starts) {
    for (const mutator of mutators) {
      const once = await act(start, callFor(mutator));
      const [outcome] = once.outcomes;
      if (!outcome?.ok || !outcome.undo) continue;
      const back = await act(once.row as Order, outcome.undo);
      undone.push({start, isBack: JSON.stringify(sorted(back.row)) === JSON.stringify(sorted(start))});
      const [reverse] = back.outcomes;
      const again = reverse?.ok && reverse.undo ? await act(back.row as Order, reverse.undo) : undefined;
      redone.push(JSON.stringify(sorted(again?.row)) === JSON.stringify(sorted(once.row)));
    }
  }
  expect(undone).toEqual([0, 0, 1, 1, 2, 3].map((at) => ({start: starts[at], isBack: true})));
  expect(redone).toEqual(undone.map(() => true));
});

function sorted(row: unknown): unknown {
  return Object.entries(row as object).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
