import {expect, test} from 'vitest';
import {id, idFromName} from '../lib/id.ts';
import {fail} from '../lib/result.ts';
import {check} from '../lib/shape.ts';
import {tables} from '../schema.ts';
import {monday, storefront} from '../testing/given.ts';
import {MemoryStore} from '../testing/memory-store.ts';
import type {Instant} from '../time/instant.ts';
import {Batch} from './batch.ts';
import type {Asked} from './asked.ts';
import {decideOne} from './decide.ts';
import {type Ending, type Mutator, defineFact, defineMutator, done} from './define.ts';
import {runOver} from './run-over.ts';

const whole = {n: 1, name: 'test.moved', version: 1, args: {id: 'x'}, at: monday};

const fault = fail('storefronts.not_found', {storefrontId: storefront.id}).fault;
const args = {storefrontId: id('storefront')};
const mutators: readonly Mutator[] = [
  defineMutator('test.moved', args, async (tx): Ending => {
    await tx.storefronts.put(storefront);
    return done;
  }),
  defineMutator('test.regretted', args, async (tx): Ending => {
    await tx.storefronts.put(storefront);
    return {ok: false, fault};
  }),
  defineMutator('test.broken', args, async (tx): Ending => {
    await tx.storefronts.put(storefront);
    throw new Error('a bug');
  }),
  defineFact('test.met', args, async (tx) => {
    await tx.storefronts.put(storefront);
    return {collided: fault};
  }),
] as readonly Mutator[];

const by = {replica: 'a-----------', inc: 'first-------'};
const decidedAt = (monday + 1_000) as Instant;

/** How one is decided above an empty shop: its end, and the rows it leaves, tray items without their ids. */
async function decided(changes: Partial<Asked>): Promise<readonly unknown[]> {
  const asked: Asked = {...whole, args: {storefrontId: storefront.id}, ...changes};
  return new MemoryStore().read(async (tx) => {
    const batch = new Batch(tx);
    const mutator = mutators.find(({name}) => name === asked.name);
    const run = await runOver(batch, asked, mutator);
    const as = await decideOne(batch, asked, {run, by, decidedAt});
    const told = batch.changes.map(({table, row}) => {
      return table === 'trayItems' ? {...row, id: '', isSound: check(tables.trayItems.shape, row).ok} : row;
    });
    return [as, ...told];
  });
}

const item = (name: string, changes: object): object => ({
  id: '',
  by: {...by, n: 1},
  name,
  version: 1,
  args: JSON.stringify({storefrontId: storefront.id}),
  at: monday,
  decidedAt,
  isSound: true,
  ...changes,
});

test('each is decided alone: it stands, or the tray says why it does not, or what it met', async () => {
  const parked = (name: string, why: ReturnType<typeof fail>, changes: object = {}) => [
    'parked',
    item(name, {kind: 'parked', fault: JSON.stringify(why.fault), ...changes}),
  ];
  expect([
    await decided({}),
    await decided({name: 'test.regretted'}),
    await decided({name: 'test.regretted', batch: 'all of them'}),
    await decided({name: 'test.met'}),
    await decided({name: 'test.broken'}),
    await decided({name: 'test.unknown'}),
    await decided({version: 2}),
    (await decided({args: {}}))[0],
  ]).toEqual([
    [undefined, storefront],
    ['refused', item('test.regretted', {kind: 'refused', fault: JSON.stringify(fault)})],
    ['refused', item('test.regretted', {kind: 'refused', fault: JSON.stringify(fault), batch: 'all of them'})],
    [undefined, storefront, item('test.met', {kind: 'collided', fault: JSON.stringify(fault)})],
    parked('test.broken', fail('sync.broken', {name: 'test.broken'})),
    parked('test.unknown', fail('sync.mutator_unknown', {name: 'test.unknown'})),
    parked('test.moved', fail('sync.version_unknown', {name: 'test.moved', version: 2}), {version: 2}),
    'parked',
  ]);
});

test('what lies in the tray has an id of its own for every line and number, the same at every try', async () => {
  const idOf = (origin: typeof by, n: number): Promise<unknown> =>
    new MemoryStore().read(async (tx) => {
      const batch = new Batch(tx);
      const asked = {...whole, n, name: 'test.unknown'};
      const run = await runOver(batch, asked, undefined);
      await decideOne(batch, asked, {run, by: origin, decidedAt});
      return batch.changes[0]?.id;
    });
  const ids = [
    await idOf(by, 1),
    await idOf(by, 2),
    await idOf({...by, inc: 'second------'}, 1),
    await idOf({...by, replica: 'b-----------'}, 1),
  ];
  const name = idFromName('trayItem', by.replica, by.inc, '1');
  expect([new Set(ids).size, await idOf(by, 1), ids[0]]).toEqual([4, name, name]);
});

test('what does not tell when it was done lies in the tray as of now', async () => {
  const item = await new MemoryStore().read(async (tx) => {
    const batch = new Batch(tx);
    const {at: _, ...asked} = whole;
    const run = await runOver(batch, whole, undefined);
    await decideOne(batch, asked, {run, by, decidedAt});
    return batch.changes[0]?.row;
  });
  expect(item).toMatchObject({at: decidedAt, decidedAt});
});
