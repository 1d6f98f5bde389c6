import {vi} from 'vitest';
import type {ListAnswer, ListQuestion} from '#core/data/list-view.ts';
import {must} from '#core/lib/assert.ts';
import type {Instant} from '#core/time/instant.ts';
import {databaseOf} from '../database-name.ts';
import {DexieStore} from '../dexie-store.ts';
import {type Shop, openShop} from '../shop.ts';
import {gunzipped} from '../snapshots/gzipped.ts';
import {type FrozenStore, thaw} from './frozen-store.ts';
import {emptyDesk} from './in-process.ts';

/** When the samples were made. */
export const now = Date.UTC(2026, 10, 23, 2, 38) as Instant;

/** The shop of a frozen sample, opened as this version opens it. The files never change, and neither does what is read from them. */
export class FrozenShop {
  readonly bugs: unknown[] = [];
  #shop: Shop | undefined;

  async open(
    sample: Uint8Array<ArrayBuffer>,
    change: (frozen: FrozenStore) => FrozenStore = (frozen) => frozen,
  ): Promise<Shop> {
    const text = new TextDecoder().decode(await gunzipped(sample));
    await thaw(change(JSON.parse(text) as FrozenStore), emptyDesk());
    this.#shop = await openShop('demo', new DexieStore(databaseOf('demo')), {
      safety: undefined,
      report: (bug) => this.bugs.push(bug),
    });
    return must(this.#shop, 'a whole shop in the sample');
  }

  async close(): Promise<void> {
    await this.#shop?.close();
  }
}

/** The first answer of the list of orders to a question. */
export async function listed(
  {engine}: Shop,
  query: ListQuestion['query'],
  more: Partial<Omit<ListQuestion, 'query' | 'view'>> = {},
): Promise<ListAnswer> {
  let told: ListAnswer | undefined;
  const question = {view: 'orders.list', query, window: {from: 0, to: 3}, ...more};
  engine.watchList(question, (answer) => (told = answer));
  return vi.waitUntil(() => told, 10_000);
}
