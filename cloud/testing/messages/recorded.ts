import {createHash, randomBytes} from 'node:crypto';
import {must} from '#core/lib/assert.ts';
import {canonical} from '#core/lib/canonical.ts';
import {createStorefront} from '#core/storefronts/mutators.ts';
import {holdOrder, releaseOrder, resumeOrder} from '#core/orders/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import type {LogPlace} from '#core/sync/group.ts';
import {type Push, encodePush} from '#core/sync/protocol.ts';
import {chunkText} from '#core/sync/snapshot.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {type TestRow, TestDesk, chunksOf} from '../test-desk.ts';

/** What a desk asks of a master, as it would go over the wire; `path` begins behind the address. */
export interface Message {
  readonly kind: 'push' | 'log' | 'look' | 'code' | 'join' | 'shop' | 'chunk' | 'manifest';
  readonly method: string;
  readonly path: string;
  readonly token?: string | undefined;
  readonly body?: string;
  /** Whether the body goes packed. */
  readonly packed?: boolean;
}

/** A shop at a master, a desk of it, and one message of every kind that desks send. */
export interface Recorded {
  readonly desk: TestDesk;
  /** Another desk of the shop, which has said nothing yet; it asks under the name of the first, because messages may make it join again. */
  readonly witness: TestDesk;
  readonly messages: readonly Message[];
  /** The last push, of which a part is decided. */
  readonly push: Push;
  readonly decidedN: number;
  readonly codeId: string;
  readonly setupCode: string;
}

const orders = ['1', '2', '3', '4'].map((name) => givenOrder(name));
const rows: readonly TestRow[] = [
  ['businesses', business],
  ['storefronts', storefront],
  ...orders.map((order) => ['orders', order] as const),
];

/** Brings a shop to a master and lets two desks work in it; what they said is kept. */
export async function record(url: string, setupCode: string): Promise<Recorded> {
  const desk = await new TestDesk(url, 'a').found(setupCode, rows);
  const code = await desk.code();
  const other = await new TestDesk(url, 'b').join(code);
  await desk.do(...deeds().slice(0, 3));
  const early = await desk.nextPush();
  await desk.push(early);
  await desk.do(...deeds().slice(3));
  const push = await desk.nextPush();
  const place = must(await desk.store.read((tx) => tx.meta('place')), 'a place');
  const snapshot = (await desk.ask('/snapshot')).json as {readonly chunks: readonly {readonly sha: string}[]};
  const shop = `/v1/shops/${desk.shop}`;
  const [chunk] = chunksOf(rows);
  const messages: readonly Message[] = [
    ...[early, push, push, push].map((one, at) => pushed(shop, desk, one, at % 2 === 1)),
    {kind: 'log', method: 'GET', path: `${shop}/log?${placeQuery(place)}`, token: desk.token},
    {kind: 'log', method: 'POST', path: `${shop}/log`, token: desk.token, body: JSON.stringify(place)},
    {
      kind: 'look',
      method: 'GET',
      path: `${shop}/snapshot/${must(snapshot.chunks[0], 'a chunk').sha}`,
      token: desk.token,
    },
    {
      kind: 'look',
      method: 'POST',
      path: `${shop}/snapshot/chunk`,
      token: desk.token,
      body: JSON.stringify({sha: must(snapshot.chunks[0], 'a chunk').sha}),
    },
    {
      kind: 'look',
      method: 'POST',
      path: `${shop}/snapshot/chunks`,
      token: desk.token,
      body: JSON.stringify({shas: snapshot.chunks.slice(0, 3).map(({sha}) => sha)}),
    },
    {kind: 'look', method: 'GET', path: `/v1/hello?nonce=${'N'.repeat(43)}`},
    {kind: 'code', method: 'POST', path: `${shop}/codes`, token: desk.token, body: newCode()},
    {
      kind: 'join',
      method: 'POST',
      path: '/v1/join',
      body: JSON.stringify({...code, ...other.facts, nonce: 'N'.repeat(43)}),
    },
    {
      kind: 'shop',
      method: 'POST',
      path: '/v1/shops',
      body: JSON.stringify({setupCode, shop: desk.shop, ...desk.facts}),
    },
    {
      kind: 'chunk',
      method: 'PUT',
      path: `${shop}/genesis/${must(chunk, 'a chunk').facts.sha}`,
      token: desk.token,
      body: chunkText(rows.slice(0, 1).map(([, row]) => canonical(row))),
      packed: true,
    },
    {
      kind: 'manifest',
      method: 'POST',
      path: `${shop}/genesis`,
      token: desk.token,
      body: JSON.stringify({chunks: chunksOf(rows).map(({facts}) => facts)}),
    },
  ];
  const witness = Object.assign(other, {token: desk.token});
  return {desk, witness, messages, push, decidedN: early.mutations.length, codeId: code.codeId, setupCode};
}

function deeds(): readonly Call[] {
  const [one, two, three] = orders.map(({id}) => id as never);
  const second = {...storefront, id: 'M'.repeat(12) as typeof storefront.id, name: 'Müller & 茶'};
  return [
    callOf(holdOrder, {orderId: one ?? ('' as never), reason: 'stock'}),
    callOf(releaseOrder, {orderId: two ?? ('' as never)}),
    callOf(createStorefront, second),
    callOf(resumeOrder, {orderId: one ?? ('' as never)}),
    callOf(holdOrder, {orderId: three ?? ('' as never), reason: 'fraud'}),
  ];
}

function pushed(shop: string, {token}: TestDesk, push: Push, packed: boolean): Message {
  return {kind: 'push', method: 'POST', path: `${shop}/push`, token, body: encodePush(push), packed};
}

function placeQuery({epoch, seq, hash}: LogPlace): string {
  return `epoch=${epoch}&seq=${seq}&hash=${hash}`;
}

function newCode(): string {
  const verifier = createHash('sha256').update(randomBytes(32)).digest('base64url');
  return JSON.stringify({verifier, wrapped: 'W'.repeat(80), minutes: 10});
}
