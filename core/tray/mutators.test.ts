import {expect, test} from 'vitest';
import {holdOrder} from '../orders/mutators.ts';
import {registry} from '../registry.ts';
import {type Call, callOf} from '../sync/define.ts';
import {Replica} from '../sync/replica.ts';
import {givenOrder, monday} from '../testing/given.ts';
import {givenTrayItem} from '../testing/given-tray.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import {dismissTrayItem} from './mutators.ts';

const item = givenTrayItem(1, callOf(holdOrder, {orderId: givenOrder('1001').id, reason: 'stock'}));
const dismissal = callOf(dismissTrayItem, {trayItemId: item.id});

async function givenTray() {
  const store = new MemoryStore();
  await store.write((tx) => tx.put('trayItems', item));
  const replica = new Replica(store, registry.mutators);
  return {
    act: async (call: Call) => (await replica.mutate([call], {at: monday}, () => undefined))[0],
    lies: () => store.read((tx) => tx.get('trayItems', item.id)),
  };
}

test('what was dismissed is gone, and comes back as it lay there when that is taken back', async () => {
  const {act, lies} = await givenTray();
  const dismissed = await act(dismissal);
  const gone = await lies();
  const undo = dismissed?.ok ? dismissed.undo : undefined;
  const returned = undo && (await act(undo));
  expect({gone, back: await lies(), again: returned?.ok ? returned.undo : undefined}).toEqual({
    gone: undefined,
    back: item,
    again: dismissal,
  });
});

test('two people who dismiss the same thing are not told of each other', async () => {
  const {act, lies} = await givenTray();
  const first = await act(dismissal);
  const second = await act(dismissal);
  const undo = first?.ok ? first.undo : undefined;
  if (undo) await act(undo);
  const twice = undo && (await act(undo));
  expect({second, twice, lies: await lies()}).toEqual({second: {ok: true, n: 2}, twice: {ok: true, n: 4}, lies: item});
});
