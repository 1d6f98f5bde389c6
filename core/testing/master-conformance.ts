import {expect, it} from 'vitest';
import type {ProductId} from '../catalog/schema.ts';
import {beginning, entryOf} from '../journal/entry.ts';
import {must} from '../lib/assert.ts';
import {idFromName} from '../lib/id.ts';
import type {ImportStep} from '../intake/schema.ts';
import type {Row, TableName} from '../schema.ts';
import {type Group, type LogPlace, type Origin, hashBehindGroup, partOf, wholeShop, withHash} from '../sync/group.ts';
import type {Decided, Decision, MasterStore, MasterTx} from '../sync/master-store.ts';
import type {RowChange} from '../sync/overlay.ts';
import {business, givenOrder, monday, storefront} from './given.ts';

class Refused extends Error {}

export interface GivenMaster {
  readonly store: MasterStore;
  /** A shop that begins with these rows; answers where its log begins. */
  begin(shopId: string, rows: readonly (readonly [TableName, Row])[]): Promise<LogPlace>;
}

const origin: Origin = {replica: 'bench-one---', inc: 'first-------'};
const other: Origin = {replica: 'bench-two---', inc: 'first-------'};
const held = givenOrder('1', {status: 'held', heldFrom: 'paid', holdReason: 'stock'});

/** What every store of a master promises. `open` gives one that has no shop yet. */
export function masterConformance(open: () => Promise<GivenMaster>): void {
  let shops = 0;

  async function given(...rows: readonly (readonly [TableName, Row])[]): Promise<Given> {
    const {store, begin} = await open();
    const shop = `shop-${String((shops += 1)).padStart(7, '0')}`;
    return {store, shop, place: await begin(shop, rows)};
  }

  it('knows nothing of a shop that is not here', async () => {
    const {store} = await given();
    let ran = false;
    const decided = await store.decide('nobodys-shop', async () => {
      ran = true;
    });
    const read = [await store.head('nobodys-shop'), await store.hashOfLog('nobodys-shop', 0)];
    expect({decided, ran, read, groups: await store.groups('nobodys-shop', 0, 1_000)}).toEqual({
      decided: undefined,
      ran: false,
      read: [undefined, undefined],
      groups: [],
    });
  });

  it('begins the log of a shop at number 0, with a hash', async () => {
    const {store, shop, place} = await given();
    expect([await store.head(shop), await store.hashOfLog(shop, 0), await store.hashOfLog(shop, 1)]).toEqual([
      {epoch: 1, seq: 0, hash: place.hash},
      place.hash,
      undefined,
    ]);
  });

  it('keeps rows, line, decisions, group and head of a decision together', async () => {
    const {store, shop} = await given(['orders', givenOrder('1')], ['orders', givenOrder('2')]);
    const told = await decide(store, shop, {by: origin, texts: 3, rows: [put('orders', held)]});
    const after = await store.decide(shop, async (tx) => ({
      head: await tx.head(),
      line: await tx.line(origin),
      others: await tx.line(other),
      hashes: [await tx.hashAt(origin, 2), await tx.hashAt(origin, 4), await tx.hashAt(other, 1)],
      rows: await tx.getAll([
        {table: 'orders', id: givenOrder('2').id},
        {table: 'orders', id: givenOrder('9').id},
        {table: 'orders', id: held.id},
        {table: 'businesses', id: held.id},
      ]),
    }));
    expect(after).toEqual({
      head: {epoch: 1, seq: 3, hash: told.group.hash},
      line: told.line,
      others: undefined,
      hashes: [told.decisions[1]?.hash, undefined, undefined],
      rows: [givenOrder('2'), undefined, held, undefined],
    });
    expect([await store.hashOfLog(shop, 3), await store.hashOfLog(shop, 2)]).toEqual([told.group.hash, undefined]);
  });

  it('keeps nothing of a decision that throws after it was told', async () => {
    const {store, shop, place} = await given(['orders', givenOrder('1')]);
    const failed = store.decide(shop, async (tx) => {
      await tx.keep(await decidedBy(tx, {by: origin, texts: 1, rows: [put('orders', held)]}));
      throw new Refused();
    });
    await expect(failed).rejects.toThrow(Refused);
    const after = await store.decide(shop, async (tx) => [
      await tx.head(),
      await tx.line(origin),
      await tx.hashAt(origin, 1),
      await tx.getAll([{table: 'orders', id: held.id}]),
    ]);
    expect([after, await store.groups(shop, 0, 1_000)]).toEqual([[place, undefined, undefined, [givenOrder('1')]], []]);
  });

  it('lets one decide at a time, so that numbers of the log are dense and each hash follows from the one before', async () => {
    const {store, shop, place} = await given();
    let inside = 0;
    let most = 0;
    const turn = (by: Origin): Promise<unknown> =>
      store.decide(shop, async (tx) => {
        most = Math.max(most, (inside += 1));
        await tx.keep(await decidedBy(tx, {by, texts: 2}));
        inside -= 1;
      });
    await Promise.all(Array.from({length: 12}, (_, at) => turn(at % 2 === 0 ? origin : other)));

    const groups = await store.groups(shop, 0, 1_000_000);
    const hashes = groups.reduce(
      (before, group) => [...before, hashBehindGroup(before.at(-1) ?? '', group)],
      [place.hash],
    );
    expect({most, seqs: groups.map(({first, last}) => [first, last]), hashes: groups.map(({hash}) => hash)}).toEqual({
      most: 1,
      seqs: Array.from({length: 12}, (_, at) => [at * 2 + 1, at * 2 + 2]),
      hashes: hashes.slice(1),
    });
    const lines = await store.decide(shop, async (tx) => [
      (await tx.line(origin))?.last.n,
      (await tx.line(other))?.last.n,
    ]);
    expect([lines, (await store.head(shop))?.seq]).toEqual([[12, 12], 24]);
  });

  it('goes on with the next after one that failed', async () => {
    const {store, shop} = await given();
    const outcomes = await Promise.allSettled([
      decide(store, shop, {by: origin, texts: 1}),
      store.decide(shop, () => Promise.reject(new Refused())),
      decide(store, shop, {by: other, texts: 1}),
    ]);
    expect([outcomes.map(({status}) => status), (await store.head(shop))?.seq]).toEqual([
      ['fulfilled', 'rejected', 'fulfilled'],
      2,
    ]);
  });

  it('tells groups as they were kept, behind any place, as many as have room and always one', async () => {
    const {store, shop} = await given();
    const kept: Group[] = [];
    for (const texts of [2, 1, 3])
      kept.push((await decide(store, shop, {by: origin, texts, rows: [put('orders', held)]})).group);
    const [first, second, third] = kept;
    const bytes = must(first?.parts[0]?.body, 'a body').length;
    expect({
      all: await store.groups(shop, 0, 1_000_000),
      two: await store.groups(shop, 0, bytes * 2),
      one: await store.groups(shop, 0, 1),
      behind: await store.groups(shop, 2, 1_000_000),
      last: await store.groups(shop, 3, 1),
      none: await store.groups(shop, 6, 1_000_000),
    }).toEqual({all: kept, two: [first, second], one: [first], behind: [second, third], last: [third], none: []});
  });

  it('keeps what was refused and parked, and every letter of a text', async () => {
    const {store, shop} = await given();
    const odd = {...business, name: 'Öl & “Tee” 田中 𠮷 \\n \\u0000 \u2028 \t"{}"'};
    const told = await decide(store, shop, {
      by: origin,
      texts: 3,
      rows: [put('businesses', odd)],
      not: [
        [1, 'refused'],
        [3, 'parked'],
      ],
    });
    const row = await store.decide(shop, (tx) => tx.getAll([{table: 'businesses', id: odd.id}]));
    expect([await store.groups(shop, 0, 1_000), row]).toEqual([[told.group], [odd]]);
  });

  it('deletes rows and what their keys told', async () => {
    const {store, shop} = await given(['storefronts', storefront], ['businesses', business]);
    await decide(store, shop, {by: origin, texts: 1, rows: [gone('storefronts', storefront.id)]});
    const after = await store.decide(shop, async (tx) => [
      await tx.getAll([{table: 'storefronts', id: storefront.id}]),
      await tx.byKey('storefronts', 'name', [business.id, storefront.name]),
      await tx.range('storefronts', {limit: 10}),
    ]);
    expect(after).toEqual([[undefined], [], []]);
  });

  it('finds rows by a declared key as it stands now, in the order of their ids', async () => {
    const step = (id: string, importId: string): ImportStep =>
      ({id, importId, step: 0, undone: false, ...emptyLists}) as unknown as ImportStep;
    const [one, two] = [idFromName('import', 'one'), idFromName('import', 'two')];
    const ids = idsInByteOrder.filter((id) => id.length === 12);
    const {store, shop} = await given(...ids.toReversed().map((id) => ['importSteps', step(id, one)] as const), [
      'storefronts',
      storefront,
    ]);
    const renamed = {...storefront, name: 'Another'};
    const moved = step(ids[0] ?? '', two);
    await decide(store, shop, {by: origin, texts: 1, rows: [put('storefronts', renamed), put('importSteps', moved)]});
    const found = await store.decide(shop, async (tx) => ({
      before: await tx.byKey('storefronts', 'name', [business.id, storefront.name]),
      now: await tx.byKey('storefronts', 'name', [business.id, 'Another']),
      one: (await tx.byKey('importSteps', 'importId', [one])).map(({id}) => id as string),
      two: await tx.byKey('importSteps', 'importId', [two]),
    }));
    expect(found).toEqual({before: [], now: [renamed], one: ids.slice(1), two: [moved]});
  });

  it('walks ids in the order of their bytes, as every desk does', async () => {
    const product = (id: string): Row<'products'> => ({id: id as ProductId, sku: id, title: 'Green tea'});
    const {store, shop} = await given(...idsInByteOrder.toReversed().map((id) => ['products', product(id)] as const), [
      'businesses',
      business,
    ]);
    const walked = await store.decide(shop, async (tx) => {
      const ids = async (range: {from?: string; below?: string; limit: number}): Promise<readonly string[]> =>
        (await tx.range('products', range)).map(({id}) => id);
      return {
        all: await ids({limit: 100}),
        some: await ids({from: 'Ab----------', below: 'aB----------', limit: 100}),
        few: await ids({from: 'A', limit: 2}),
        none: await ids({from: 'b', below: 'A', limit: 100}),
      };
    });
    const at = (id: string): number => idsInByteOrder.indexOf(id);
    expect(walked).toEqual({
      all: idsInByteOrder,
      some: idsInByteOrder.slice(at('Ab----------'), at('aB----------')),
      few: idsInByteOrder.slice(at('AB----------'), at('AB----------') + 2),
      none: [],
    });
  });

  it('keeps shops apart', async () => {
    const {store, begin} = await open();
    await begin('left-shop---', [['orders', givenOrder('1')]]);
    await begin('right-shop--', []);
    await decide(store, 'left-shop---', {by: origin, texts: 2, rows: [put('orders', held)]});
    const right = await store.decide('right-shop--', async (tx) => [
      (await tx.head()).seq,
      await tx.line(origin),
      await tx.getAll([{table: 'orders', id: held.id}]),
    ]);
    expect([right, await store.groups('right-shop--', 0, 1_000)]).toEqual([[0, undefined, [undefined]], []]);
  });
}

/** Sorted as bytes are; people and most databases would sort them otherwise. */
const idsInByteOrder = [
  '-a----------',
  '0a----------',
  '10----------',
  '2-----------',
  'AB----------',
  'Ab----------',
  'B-----------',
  'Z-----------',
  '_B----------',
  'aB----------',
  'ab----------',
  'b-----------',
];

const emptyLists = {
  made: [],
  changed: [],
  days: [],
  productIds: [],
  products: [],
  buyerIds: [],
  buyers: [],
  skipped: [],
};

interface Given {
  readonly store: MasterStore;
  readonly shop: string;
  readonly place: LogPlace;
}

interface Wanted {
  readonly by: Origin;
  readonly texts: number;
  readonly rows?: readonly RowChange[];
  readonly not?: Group['not'];
}

function put(table: TableName, row: Row): RowChange {
  return {table, id: row.id, row};
}

function gone(table: TableName, id: string): RowChange {
  return {table, id, row: undefined};
}

async function decide(store: MasterStore, shop: string, wanted: Wanted): Promise<Decided> {
  const decided = await store.decide(shop, async (tx) => {
    const one = await decidedBy(tx, wanted);
    await tx.keep(one);
    return one;
  });
  return must(decided, 'a shop that is here');
}

/** What follows behind the head as it stands: so many mutations of an origin, and what they did. */
async function decidedBy(tx: MasterTx, {by, texts, rows = [], not = []}: Wanted): Promise<Decided> {
  const [head, line = {from: beginning, last: beginning}] = [await tx.head(), await tx.line(by)];
  const decisions: Decision[] = [];
  for (let at = 1; at <= texts; at += 1) {
    const value = {n: line.last.n + at, name: 'orders.hold', version: 1, args: {note: '“𠮷”\n'}, at: monday};
    const {n, hash, bytes} = entryOf(decisions.at(-1) ?? line.last, value);
    decisions.push({n, hash, text: new TextDecoder().decode(bytes), seq: head.seq + at});
  }
  const last = must(decisions.at(-1), 'a mutation');
  const effects = {
    put: Object.fromEntries(rows.flatMap(({table, row}) => (row ? [[table, [row]]] : []))),
    del: Object.fromEntries(rows.flatMap(({table, id, row}) => (row ? [] : [[table, [id]]]))),
  };
  const group = withHash(head.hash, {
    first: head.seq + 1,
    last: last.seq,
    decidedAt: monday,
    by,
    n: [line.last.n + 1, last.n],
    told: last.hash,
    not,
    parts: [partOf(wholeShop, effects)],
  });
  return {origin: by, line: {from: line.from, last: {n: last.n, hash: last.hash}}, decisions, group, rows};
}
