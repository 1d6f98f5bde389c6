import {beginning} from '../journal/entry.ts';
import type {Row, TableName} from '../schema.ts';
import type {Group, LogPlace, Origin} from '../sync/group.ts';
import type {Decided, Decision, Line, MasterStore, MasterTx} from '../sync/master-store.ts';
import {MemoryStore} from './memory-store.ts';

interface ShopInMemory {
  readonly rows: MemoryStore;
  readonly genesis: string;
  head: LogPlace;
  readonly groups: Group[];
  readonly lines: Map<string, Line>;
  readonly decisions: Map<string, Decision[]>;
}

/** Shops of a master in memory, with the promises of the real one: one decides at a time, all or nothing. */
export class MemoryMaster implements MasterStore {
  readonly #shops = new Map<string, ShopInMemory>();
  #last: Promise<unknown> = Promise.resolve();

  /** A shop that begins with these rows. */
  async begin(
    shopId: string,
    rows: readonly (readonly [TableName, Row])[] = [],
    {hash = beginning.hash, epoch = 1}: {readonly hash?: string; readonly epoch?: number} = {},
  ): Promise<LogPlace> {
    const store = new MemoryStore();
    await store.write(async (tx) => {
      for (const [table, row] of rows) await tx.put(table, row as never);
    });
    const head = {epoch, seq: 0, hash};
    const shop = {rows: store, genesis: head.hash, head, groups: [], lines: new Map(), decisions: new Map()};
    this.#shops.set(shopId, shop);
    return head;
  }

  /** Nothing of the shop is here any more. */
  end(shopId: string): void {
    this.#shops.delete(shopId);
  }

  decide<T>(shopId: string, body: (tx: MasterTx) => Promise<T>): Promise<T | undefined> {
    const run = this.#last.then(async () => {
      const shop = this.#shops.get(shopId);
      if (!shop) return undefined;
      let kept: Decided | undefined;
      const result = await shop.rows.read((rows) => {
        return body({
          getAll: (asked) => Promise.all(asked.map(({table, id}) => rows.get(table, id))),
          byKey: (table, key, values) => rows.byKey(table, key, values),
          range: (table, range) => rows.range(table, range),
          head: async () => shop.head,
          line: async (origin) => shop.lines.get(nameOf(origin)),
          hashAt: async (origin, n) => shop.decisions.get(nameOf(origin))?.find((one) => one.n === n)?.hash,
          keep: async (decided) => {
            kept = decided;
          },
        });
      });
      if (kept) await keepIn(shop, kept);
      return result;
    });
    this.#last = run.catch(() => undefined);
    return run;
  }

  async head(shopId: string): Promise<LogPlace | undefined> {
    return this.#shops.get(shopId)?.head;
  }

  async hashOfLog(shopId: string, seq: number): Promise<string | undefined> {
    const shop = this.#shops.get(shopId);
    return seq === 0 ? shop?.genesis : shop?.groups.find(({last}) => last === seq)?.hash;
  }

  async groups(shopId: string, after: number, bytesMax: number): Promise<readonly Group[]> {
    const behind = (this.#shops.get(shopId)?.groups ?? []).filter(({first}) => first > after);
    let bytes = 0;
    const end = behind.findIndex(({parts}, at) => {
      bytes += parts.reduce((sum, {body = ''}) => sum + body.length, 0);
      return at > 0 && bytes > bytesMax;
    });
    return end < 0 ? behind : behind.slice(0, end);
  }

  /** Everything a shop holds, for comparing. */
  rowsOf(shopId: string): MemoryStore | undefined {
    return this.#shops.get(shopId)?.rows;
  }
}

async function keepIn(shop: ShopInMemory, {origin, line, decisions, group, rows}: Decided): Promise<void> {
  await shop.rows.write(async (tx) => {
    for (const {table, id, row} of rows) await (row ? tx.put(table, row as never) : tx.forget(table, id));
  });
  const {epoch} = shop.head;
  shop.head = {epoch, seq: group.last, hash: group.hash};
  shop.groups.push(structuredClone(group));
  shop.lines.set(nameOf(origin), line);
  shop.decisions.set(nameOf(origin), [...(shop.decisions.get(nameOf(origin)) ?? []), ...decisions]);
}

function nameOf({replica, inc}: Origin): string {
  return `${replica}/${inc}`;
}
