import {expect, it} from 'vitest';
import type {Product} from '../catalog/schema.ts';
import {beginning} from '../journal/entry.ts';
import type {Store} from '../sync/store.ts';
import {business, givenOrder, storefront} from './given.ts';
import {newPageOf, pagesOf, pending} from './stored-samples.ts';

class Refused extends Error {}

/** What every store promises to a desk that waits for a master: guesses, letting go of what is decided, forgetting rows. */
export function waitingConformance(opened: () => Promise<Store>): void {
  it('keeps beside a waiting mutation what it found and looked at, and another guess in its place', async () => {
    const store = await opened();
    const order = givenOrder('1');
    const first = {...pending(1), before: [{table: 'orders', id: order.id, row: order}], reads: ['rateDays']} as const;
    const second = {...pending(2), before: [{table: 'orders', id: order.id}], reads: [`orders/${order.id}`]} as const;
    await store.write(async (tx) => {
      await tx.append(first);
      await tx.append(second);
    });
    const appended = await store.read((tx) => tx.outbox(0, 10));
    const again = {...first, before: [], reads: []};
    const failed = store.write(async (tx) => {
      await tx.guess({...second, reads: []});
      throw new Refused();
    });
    await expect(failed).rejects.toThrow(Refused);
    await store.write((tx) => tx.guess(again));
    const guessed = await store.read((tx) => tx.outbox(0, 10));
    expect({appended, guessed}).toEqual({appended: [first, second], guessed: [again, second]});
  });

  it('lets go of mutations up to a number, and never of the last', async () => {
    const store = await opened();
    const left: unknown[] = [];
    const letGo = (upTo: number): Promise<void> =>
      store.write(async (tx) => {
        await tx.letGo(upTo);
        left.push([(await tx.outbox(0, 10)).map(({n}) => n), (await tx.lastOfOutbox())?.n]);
      });
    await letGo(5);
    await store.write(async (tx) => {
      for (const n of [1, 2, 3, 4]) await tx.append(pending(n));
    });
    for (const upTo of [0, 2, 2, 4, 9]) await letGo(upTo);
    expect(left).toEqual([
      [[], undefined],
      [[1, 2, 3, 4], 4],
      [[3, 4], 4],
      [[3, 4], 4],
      [[4], 4],
      [[4], 4],
    ]);
  });

  it('remembers which line of numbers it goes on and how much of the log it is made of', async () => {
    const store = await opened();
    const lines = [{replica: 'replica-----', inc: 'incarnation-', from: 0}];
    const [place, decided] = [
      {epoch: 1, seq: 7, hash: beginning.hash},
      {...beginning, n: 3},
    ];
    await store.write(async (tx) => {
      await tx.setMeta('lines', lines);
      await tx.setMeta('place', place);
      await tx.setMeta('decided', decided);
    });
    const read = await store.read(async (tx) => [
      await tx.meta('lines'),
      await tx.meta('place'),
      await tx.meta('decided'),
    ]);
    expect(read).toEqual([lines, place, decided]);
  });

  it('forgets orders, loose ones and those in pages, and knows them again when they come back', async () => {
    const store = await opened();
    const [paged, changed, loose, other] = [givenOrder('1'), givenOrder('2'), givenOrder('3'), givenOrder('4')];
    const ids = [paged, changed, loose, other].map(({id}) => id);
    const held = (order: typeof paged) => ({...order, status: 'held', heldFrom: 'paid', holdReason: 'stock'}) as const;
    await store.putPages('orders', pagesOf(0, [paged, changed, other]));
    await store.write(async (tx) => {
      await tx.put('orders', held(changed));
      await tx.put('orders', loose);
    });
    const seen = (): Promise<unknown> =>
      store.read(async (tx) => [
        (await tx.getMany('orders', [...ids, ...ids, ...ids])).slice(0, 4),
        await Promise.all(ids.map((id) => tx.get('orders', id))),
      ]);

    const failed = store.write(async (tx) => {
      for (const id of ids) await tx.forget('orders', id);
      throw new Refused();
    });
    await expect(failed).rejects.toThrow(Refused);
    const before = await seen();
    await store.write(async (tx) => {
      for (const id of ids.slice(0, 3)) await tx.forget('orders', id);
      await tx.forget('orders', 'never-there-');
    });
    const [forgotten, without] = [await seen(), await store.looseRows('orders')];
    await store.write(async (tx) => {
      await tx.getMany('orders', ids);
      for (const order of [paged, loose]) await tx.put('orders', held(order));
    });
    const [back, above] = [await seen(), await store.looseRows('orders')];

    const twice = (...orders: readonly unknown[]): unknown => [orders, orders];
    const byId = (one: {readonly id: string}, two: {readonly id: string}): number => (one.id < two.id ? -1 : 1);
    expect({before, forgotten, without, back, above}).toEqual({
      before: twice(paged, held(changed), loose, other),
      forgotten: twice(undefined, undefined, undefined, other),
      without: {gone: [paged.id, changed.id].toSorted(), changed: [], added: []},
      back: twice(held(paged), undefined, held(loose), other),
      above: {gone: [changed.id], changed: [held(paged)].toSorted(byId), added: [held(loose)]},
    });
  });

  it('takes orders that were forgotten back out of a page that brings them, and leaves that page loose', async () => {
    const store = await opened();
    const [first, second, third] = [givenOrder('1'), givenOrder('2'), givenOrder('3')];
    const within = await store.write(async (tx) => {
      await tx.putPage('orders', newPageOf(first));
      await tx.forget('orders', first.id);
      return tx.get('orders', first.id);
    });
    await store.putPages('orders', pagesOf(1, [second]));
    await store.write((tx) => tx.forget('orders', second.id));
    await store.write(async (tx) => {
      await tx.getMany('orders', [first.id, second.id, third.id]);
      await tx.putPage('orders', newPageOf(first, third));
    });
    const after = await store.read((tx) => tx.getMany('orders', [first.id, second.id, third.id]));
    expect({
      within,
      after,
      loose: await store.looseRows('orders'),
      pages: (await store.pageHeads('orders', 0, 10)).map(({page}) => page),
    }).toEqual({
      within: undefined,
      after: [first, undefined, third],
      loose: {gone: [second.id], changed: [first], added: [third]},
      pages: [0, 1],
    });
  });

  it('forgets rows of small tables and of those of many as if they had never been', async () => {
    const store = await opened();
    const products = Array.from({length: 3}, (_, at) => ({id: `product-000${at}`, sku: `TEA-${at}`, title: 'Tea'}));
    await store.write(async (tx) => {
      await tx.put('storefronts', storefront);
      await tx.putPage('products', {rows: products.slice(0, 2)});
      await tx.put('products', products[2] as Product);
    });
    await store.write(async (tx) => {
      await tx.forget('storefronts', storefront.id);
      await tx.forget('products', 'product-0000');
      await tx.forget('products', 'product-0002');
    });
    const read = await store.read(async (tx) => ({
      storefront: await tx.get('storefronts', storefront.id),
      byName: await tx.byKey('storefronts', 'name', [business.id, storefront.name]),
      products: (await tx.range('products', {limit: 10})).map(({id}) => id),
      gone: await tx.get('products', 'product-0000'),
    }));
    expect(read).toEqual({storefront: undefined, byName: [], products: ['product-0001'], gone: undefined});
  });
}
