import type {Decided, MasterStore, MasterTx} from '../../sync/master-store.ts';
import type {Store, WriteTx} from '../../sync/store.ts';

/** The process that did this is dead: nothing of it goes on. */
export class Killed extends Error {}

/** The disk took nothing of a transaction; the process goes on. */
export class Refused extends Error {}

/** When a process dies: with its transaction, or behind it and before anybody heard of it. */
export type Death = 'before' | 'after';

/** What becomes of a process at its next write, of whichever of its windows, once that is asked for: it dies, or the disk is full. */
export interface Fate {
  death?: Death | undefined;
  isFull?: boolean;
}

/** A store of a process that may die or be refused at a write. What it holds outlives it. */
export class BreakableStore implements Store {
  readonly #disk: Store;
  readonly #fate: Fate;

  constructor(disk: Store, fate: Fate) {
    this.#disk = disk;
    this.#fate = fate;
  }

  read: Store['read'] = (body) => this.#disk.read(body);

  async write<T>(body: (tx: WriteTx) => Promise<T>): Promise<T> {
    const {death, isFull} = this.#fate;
    if (isFull) {
      this.#fate.isFull = false;
      return this.#disk.write(async (tx) => {
        await body(tx);
        throw new Refused();
      });
    }
    if (!death) return this.#disk.write(body);
    this.#fate.death = undefined;
    await this.#disk.write(async (tx) => {
      await body(tx);
      if (death === 'before') throw new Killed();
    });
    throw new Killed();
  }

  putPages: Store['putPages'] = (table, pages) => this.#disk.putPages(table, pages);
  pageHeads: Store['pageHeads'] = (table, from, limit) => this.#disk.pageHeads(table, from, limit);
  pageTexts: Store['pageTexts'] = (table, pages) => this.#disk.pageTexts(table, pages);
  putPageTexts: Store['putPageTexts'] = (table, texts) => this.#disk.putPageTexts(table, texts);
  looseRows: Store['looseRows'] = (table) => this.#disk.looseRows(table);
  close(): void {}
}

/** The same for a master; and a database that fails to answer one question. `kept` hears of what is kept, once it is. */
export class BreakableMaster implements MasterStore {
  readonly #disk: MasterStore;
  readonly #kept: (decided: Decided) => Promise<void>;
  #death: Death | undefined;
  #isDeaf = false;

  constructor(disk: MasterStore, kept: (decided: Decided) => Promise<void>) {
    this.#disk = disk;
    this.#kept = kept;
  }

  dieAtNextDecision(death: Death): void {
    this.#death = death;
  }

  failNextRead(): void {
    this.#isDeaf = true;
  }

  async decide<T>(shopId: string, body: (tx: MasterTx) => Promise<T>): Promise<T | undefined> {
    const death = this.#death;
    this.#death = undefined;
    let kept: Decided | undefined;
    const result = await this.#disk.decide(shopId, async (tx) => {
      const answer = await body({
        ...tx,
        getAll: (asked) => this.#unlessDeaf(() => tx.getAll(asked)),
        byKey: (table, key, values) => this.#unlessDeaf(() => tx.byKey(table, key, values)),
        range: (table, range) => this.#unlessDeaf(() => tx.range(table, range)),
        keep: async (decided) => {
          kept = decided;
          await tx.keep(decided);
        },
      });
      if (death === 'before') throw new Killed();
      return answer;
    });
    if (kept) await this.#kept(kept);
    if (death === 'after') throw new Killed();
    return result;
  }

  head: MasterStore['head'] = (shopId) => this.#disk.head(shopId);
  hashOfLog: MasterStore['hashOfLog'] = (shopId, seq) => this.#disk.hashOfLog(shopId, seq);
  groups: MasterStore['groups'] = (shopId, after, bytesMax) => this.#disk.groups(shopId, after, bytesMax);

  #unlessDeaf<T>(answer: () => Promise<T>): Promise<T> {
    if (!this.#isDeaf) return answer();
    this.#isDeaf = false;
    return Promise.reject(new Killed());
  }
}
