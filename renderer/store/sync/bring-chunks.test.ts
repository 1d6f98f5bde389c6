import {expect, test} from 'vitest';
import {beginning} from '#core/journal/entry.ts';
import {canonical} from '#core/lib/canonical.ts';
import {utf8} from '#core/lib/utf8.ts';
import {bundleType, bundled} from '#core/sync/chunk-bundle.ts';
import {chunkText} from '#core/sync/snapshot.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {MemoryStore} from '#core/testing/memory-store.ts';
import {sealedOpenly} from '#core/testing/open-vault.ts';
import {gzipped} from '../snapshots/gzipped.ts';
import {bringOlder} from './bring-chunks.ts';
import {shaOf} from './cut-chunks.ts';
import {MasterDoor} from './master-door.ts';

const shipTo = {name: 'Anna Müller', street: 'Teeweg 1', postalCode: '20095', city: 'Hamburg', country: 'DE'};
const order = givenOrder('1', {status: 'shipped', buyer: sealedOpenly({shipTo})});
const text = chunkText([canonical(order)]);

/** The way to a master that tells that chunk, once it is let. */
function doorThat(tells: Promise<void>): MasterDoor {
  const fetch = async (): Promise<Response> => {
    await tells;
    return new Response(bundled([await gzipped(utf8(text))]), {headers: {'content-type': bundleType}});
  };
  const openSocket = (): never => {
    throw new Error('nobody listens');
  };
  return new MasterDoor({fetch, openSocket}, {url: 'http://127.0.0.1:1', token: 'T'});
}

test('a window that was frozen while another brought older orders changes nothing of what was decided since', async () => {
  const store = new MemoryStore();
  const chunk = {
    sha: await shaOf(utf8(text)),
    table: 'orders',
    tier: 'cold',
    rows: 1,
    bytes: utf8(text).length,
  } as const;
  const found = {table: 'orders', id: order.id, row: {...order, refundedMinor: 5}} as const;
  const waits = {n: 1, hash: 'H'.repeat(43), bytes: utf8('{}'), before: [found], reads: []};
  await store.write(async (tx) => {
    await tx.put('businesses', business);
    await tx.put('storefronts', storefront);
    await tx.setMeta('decided', beginning);
    await tx.setMeta('coming', [chunk]);
  });
  let thaw = (): void => undefined;
  const frozen = doorThat(new Promise((resolve) => (thaw = resolve)));
  const how = {changed: async () => undefined, paged: async () => undefined, tell: () => undefined};
  const bringing = bringOlder({store, door: frozen, shopId: 'shop'}, how);
  await bringOlder({store, door: doorThat(Promise.resolve()), shopId: 'shop'}, how);
  await store.write((tx) => tx.append(waits));
  thaw();
  await bringing;
  const now = await store.read(async (tx) => [
    await tx.outbox(0, 9),
    await tx.meta('coming'),
    await tx.get('orders', order.id),
  ]);
  expect(now).toEqual([[waits], [], order]);
});
