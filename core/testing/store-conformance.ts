import {expect, it} from 'vitest';
import type {Product} from '../catalog/schema.ts';
import type {Range, ReadTx, Store} from '../sync/store.ts';
import {business, givenOrder, storefront} from './given.ts';
import {newPageOf, pagesOf, pending} from './stored-samples.ts';
import {waitingConformance} from './waiting-conformance.ts';

class Refused extends Error {}

/** What every store promises. `open` gives the same store again under the same name. */
export function storeConformance(open: (name: string) => Promise<Store>): void {
  let stores = 0;
  const opened = async (): Promise<Store> => open(`conformance-${(stores += 1)}`);
  waitingConformance(opened);

  it('gives back the row that was put, and nothing for an id it never saw', async () => {
    const store = await opened();
    await store.write((tx) => tx.put('businesses', business));
    const found = await store.read(async (tx) => [
      await tx.get('businesses', business.id),
      await tx.get('businesses', storefront.id),
    ]);
    expect(found).toEqual([business, undefined]);
  });

  it('keeps nothing of a transaction that throws', async () => {
    const store = await opened();
    await store.write((tx) => tx.put('businesses', business));
    const failed = store.write(async (tx) => {
      await tx.put('businesses', {...business, name: 'Half done'});
      await tx.put('orders', givenOrder('1'));
      await tx.append(pending(1));
      await tx.setMeta('lastN', 1);
      throw new Refused();
    });
    await expect(failed).rejects.toThrow(Refused);
    const after = await store.read(async (tx) => ({
      business: await tx.get('businesses', business.id),
      order: await tx.get('orders', givenOrder('1').id),
      outbox: await tx.outbox(0, 10),
      lastN: await tx.meta('lastN'),
    }));
    expect(after).toEqual({business, order: undefined, outbox: [], lastN: undefined});
  });

  it('appends a mutation once, tells the last of all, and goes on where a number is taken', async () => {
    const store = await opened();
    const told = await store.write(async (tx) => {
      const none = await tx.lastOfOutbox();
      const appended = [await tx.append(pending(1)), await tx.append(pending(2)), await tx.append(pending(2))];
      await tx.put('businesses', business);
      return {none, appended, last: (await tx.lastOfOutbox())?.n};
    });
    const after = await store.read(async (tx) => [
      (await tx.outbox(0, 10)).map(({n}) => n),
      (await tx.get('businesses', business.id))?.id,
    ]);
    expect({told, after}).toEqual({
      told: {none: undefined, appended: [true, true, false], last: 2},
      after: [[1, 2], business.id],
    });
  });

  it('shows a transaction what it has written itself', async () => {
    const store = await opened();
    const seen = await store.write(async (tx) => {
      await tx.put('storefronts', storefront);
      const byName = await tx.byKey('storefronts', 'name', [business.id, storefront.name]);
      await tx.delete('storefronts', storefront.id);
      return [byName, await tx.get('storefronts', storefront.id)];
    });
    expect(seen).toEqual([[storefront], undefined]);
  });

  it('finds rows by a declared key and walks them by id', async () => {
    const store = await opened();
    const rows = ['AAAAAAAAAAAA', 'BBBBBBBBBBBB', 'CCCCCCCCCCCC'].map((id, at) => {
      return {...storefront, id: id as typeof storefront.id, name: at === 1 ? 'Second' : `Other ${at}`};
    });
    await store.write(async (tx) => {
      for (const row of rows.toReversed()) await tx.put('storefronts', row);
    });
    const read = await store.read(async (tx) => ({
      second: await tx.byKey('storefronts', 'name', [business.id, 'Second']),
      none: await tx.byKey('storefronts', 'name', [business.id, 'Third']),
      fromB: await tx.range('storefronts', {from: 'BBBBBBBBBBBB', limit: 10}),
      belowC: await tx.range('storefronts', {below: 'CCCCCCCCCCCC', limit: 10}),
      first: await tx.range('storefronts', {limit: 1}),
      backwards: await tx.range('storefronts', {from: 'C', below: 'A', limit: 10}),
    }));
    expect(read).toEqual({
      second: [rows[1]],
      none: [],
      fromB: [rows[1], rows[2]],
      belowC: [rows[0], rows[1]],
      first: [rows[0]],
      backwards: [],
    });
  });

  it('keeps pending mutations in the order of their numbers', async () => {
    const store = await opened();
    await store.write(async (tx) => {
      await tx.append(pending(1));
      await tx.append(pending(2));
      await tx.append(pending(3));
    });
    const read = await store.read(async (tx) => [await tx.outbox(1, 10), await tx.outbox(0, 1)]);
    expect(read).toEqual([[pending(2), pending(3)], [pending(1)]]);
  });

  it('lays changed orders over the pages they came in', async () => {
    const store = await opened();
    const packed = [givenOrder('1'), givenOrder('2'), givenOrder('3')];
    await store.putPages('orders', pagesOf(0, packed.slice(0, 2), packed.slice(2)));
    await store.putPages('orders', pagesOf(2, [givenOrder('5')]));
    const changed = givenOrder('2', {status: 'held', heldFrom: 'paid', holdReason: 'stock'});
    const added = givenOrder('6');
    await store.write(async (tx) => {
      await tx.put('orders', changed);
      await tx.put('orders', added);
    });
    const read = await store.read(async (tx) => ({
      one: await tx.get('orders', givenOrder('1').id),
      two: await tx.get('orders', givenOrder('2').id),
      three: await tx.get('orders', givenOrder('3').id),
      four: await tx.get('orders', givenOrder('4').id),
      five: await tx.get('orders', givenOrder('5').id),
    }));
    expect(read).toEqual({one: packed[0], two: changed, three: packed[2], four: undefined, five: givenOrder('5')});
    expect(await store.looseRows('orders')).toEqual({gone: [], changed: [changed], added: [added]});
    expect(await store.pageHeads('orders', 0, 10)).toMatchObject([{page: 0}, {page: 2}]);
    expect(await store.pageHeads('orders', 2, 10)).toMatchObject([{page: 2, columns: {of: 2}}]);
    expect(await store.pageHeads('orders', 0, 1)).toMatchObject([{page: 0}]);
    expect(await store.pageTexts('orders', [1, 0])).toMatchObject([{texts: 'texts of 1'}, {texts: 'texts of 0'}]);
    expect(await store.pageTexts('orders', [7])).toEqual([undefined]);
    await store.putPageTexts('orders', [{page: 1, texts: 'others'}]);
    expect(await store.pageTexts('orders', [0, 1])).toMatchObject([{texts: 'texts of 0'}, {texts: 'others'}]);
  });

  it('finds orders of pages that were added after it first looked', async () => {
    const store = await opened();
    await store.putPages('orders', pagesOf(0, [givenOrder('1')]));
    expect(await store.read((tx) => tx.get('orders', givenOrder('2').id))).toBeUndefined();
    await store.putPages('orders', pagesOf(1, [givenOrder('2')]));
    expect(await store.read((tx) => tx.get('orders', givenOrder('2').id))).toEqual(givenOrder('2'));
  });

  it('puts a page inside a transaction, and shows its rows there and ever after', async () => {
    const store = await opened();
    await store.putPages('orders', pagesOf(0, [givenOrder('1')], [givenOrder('2')]));
    const [third, fourth] = [givenOrder('3'), givenOrder('4')];
    const held = givenOrder('3', {status: 'held', heldFrom: 'paid', holdReason: 'stock'});
    const within = await store.write(async (tx) => {
      await tx.getMany('orders', [third.id, fourth.id]);
      await tx.putPage('orders', newPageOf(third));
      await tx.putPage('orders', newPageOf(fourth));
      const seen = [await tx.get('orders', third.id), await tx.get('orders', fourth.id)];
      await tx.put('orders', held);
      return [...seen, await tx.get('orders', third.id)];
    });
    const after = await store.read((tx) => tx.getMany('orders', [fourth.id, third.id, givenOrder('1').id]));
    expect([within, after]).toEqual([
      [third, fourth, held],
      [fourth, held, givenOrder('1')],
    ]);
    expect(await store.looseRows('orders')).toEqual({gone: [], changed: [held], added: []});
    expect(await store.pageHeads('orders', 0, 10)).toMatchObject([{page: 0}, {page: 2}, {page: 3}]);
  });

  it('keeps no page of a transaction that throws, and gives its number to the next', async () => {
    const store = await opened();
    const failed = store.write(async (tx) => {
      await tx.putPage('orders', newPageOf(givenOrder('1')));
      await tx.get('orders', givenOrder('1').id);
      throw new Refused();
    });
    await expect(failed).rejects.toThrow(Refused);
    const gone = await store.read((tx) => tx.get('orders', givenOrder('1').id));
    await store.write((tx) => tx.putPage('orders', newPageOf(givenOrder('2'))));
    const found = await store.read((tx) => tx.getMany('orders', [givenOrder('1').id, givenOrder('2').id]));
    expect([gone, found, (await store.pageHeads('orders', 0, 10)).map(({page}) => page)]).toEqual([
      undefined,
      [undefined, givenOrder('2')],
      [0],
    ]);
  });

  it('walks, changes and deletes rows that rest together as it does others', async () => {
    const store = await opened();
    const products = Array.from({length: 12}, (_, at) => {
      return {id: String.fromCharCode(65 + at).padStart(12, 'P'), sku: `TEA-${at}`, title: 'Green tea'};
    });
    const [first, second, third, ...rest] = products as [Product, Product, Product, ...Product[]];
    const idsFrom = (tx: ReadTx, range: Partial<Range> = {}): Promise<readonly string[]> =>
      tx.range('products', {limit: 100, ...range}).then((rows) => rows.map(({id}) => id));
    const within = await store.write(async (tx) => {
      await tx.put('products', rest[0] ?? first);
      await tx.putPage('products', {rows: [third, ...rest.slice(1)]});
      await tx.putPage('products', {rows: [first, second]});
      await tx.delete('products', second.id);
      return idsFrom(tx);
    });
    const left = products.filter(({id}) => id !== second.id).map(({id}) => id);
    const failed = store.write(async (tx) => {
      await tx.delete('products', first.id);
      await tx.put('products', second);
      throw new Refused();
    });
    await expect(failed).rejects.toThrow(Refused);
    const read = await store.read(async (tx) => ({
      all: await idsFrom(tx),
      some: await idsFrom(tx, {from: second.id, below: rest[3]?.id ?? '', limit: 2}),
      gone: await tx.get('products', second.id),
      many: (
        await tx.getMany(
          'products',
          [...products, ...products].map(({id}) => id),
        )
      ).map((row) => row?.id),
    }));
    expect([within, read]).toEqual([
      left,
      {
        all: left,
        some: [third.id, rest[0]?.id],
        gone: undefined,
        many: [...products, ...products].map(({id}) => (id === second.id ? undefined : id)),
      },
    ]);

    const renamed = {...second, title: 'Black tea'};
    await store.write((tx) => tx.put('products', renamed));
    const back = await store.read(async (tx) => [await tx.get('products', second.id), await idsFrom(tx)]);
    expect(back).toEqual([renamed, products.map(({id}) => id)]);

    // Deleted rows come back together, and one that never was with them.
    const another = {...first, id: 'another-one-', sku: 'TEA-99'};
    await store.write(async (tx) => {
      for (const {id} of products) await tx.delete('products', id);
      await tx.putPage('products', {rows: [...products, another]});
    });
    const again = await store.read(async (tx) => [
      await tx.getMany('products', [second.id, another.id]),
      await idsFrom(tx),
      await tx.get('products', first.id),
    ]);
    expect(again).toEqual([[second, another], [...products, another].map(({id}) => id).toSorted(), first]);
  });

  it('finds many rows at once as it finds them one by one, in pages and above them', async () => {
    const store = await opened();
    const orders = Array.from({length: 40}, (_, at) => givenOrder(String(at)));
    await store.putPages('orders', pagesOf(0, orders.slice(0, 10), orders.slice(10, 20)));
    await store.write(async (tx) => {
      for (const order of orders.slice(15, 30)) await tx.put('orders', order);
    });
    const ids = orders.map(({id}) => id).toReversed();
    const [many, one] = await store.read(async (tx) => [
      await tx.getMany('orders', [...ids, ...ids]),
      await Promise.all([...ids, ...ids].map((id) => tx.get('orders', id))),
    ]);
    expect([many, many.filter(Boolean).length]).toEqual([one, 60]);
  });

  it('runs writers one after the other, so that no count is lost', async () => {
    const store = await opened();
    const countUp = (): Promise<void> =>
      store.write(async (tx) => tx.setMeta('lastN', ((await tx.meta('lastN')) ?? 0) + 1));
    await Promise.all(Array.from({length: 20}, countUp));
    expect(await store.read((tx) => tx.meta('lastN'))).toBe(20);
  });
}
