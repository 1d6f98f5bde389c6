import {beginning} from '../journal/entry.ts';
import {assert, must} from '../lib/assert.ts';
import type {Row, TableName} from '../schema.ts';
import {Applier} from '../sync/applier.ts';
import type {Call, Mutator} from '../sync/define.ts';
import type {LogPlace} from '../sync/group.ts';
import {type OwnLine, adoptLines} from '../sync/lines.ts';
import {Master} from '../sync/master.ts';
import type {MasterStore} from '../sync/master-store.ts';
import {JustAppended} from '../sync/just-appended.ts';
import {Replica} from '../sync/replica.ts';
import {SyncSession} from '../sync/session.ts';
import {business, givenOrder, monday, storefront} from './given.ts';
import {MemoryMaster} from './memory-master.ts';
import {MemoryStore} from './memory-store.ts';

export const firstOrders = [givenOrder('1'), givenOrder('2'), givenOrder('3')];
const firstRows: readonly (readonly [TableName, Row])[] = [
  ['businesses', business],
  ['storefronts', storefront],
  ...firstOrders.map((order) => ['orders', order] as const),
];

/** A desk that takes more turns goes round for ever. */
const turnsMost = 50;

/** A master with three paid orders, and how desks join it. */
export class MasterInMemory {
  readonly store: MemoryMaster;
  readonly mutators: readonly Mutator[];
  readonly place: LogPlace;
  master: Master;

  private constructor(
    mutators: readonly Mutator[],
    {store, place}: {readonly store: MemoryMaster; readonly place: LogPlace},
  ) {
    this.store = store;
    this.mutators = mutators;
    this.place = place;
    this.master = new Master(store, mutators);
  }

  static async begin(mutators: readonly Mutator[]): Promise<MasterInMemory> {
    const store = new MemoryMaster();
    return new MasterInMemory(mutators, {store, place: await store.begin('shop', firstRows)});
  }

  /** From now on it reads and keeps through another store. */
  through(store: MasterStore): void {
    this.master = new Master(store, this.mutators);
  }

  async desk(name: string): Promise<DeskAtMaster> {
    const store = new MemoryStore();
    await store.write(async (tx) => {
      for (const [table, row] of firstRows) await tx.put(table, row as never);
      await tx.setMeta('place', this.place);
      await tx.setMeta('decided', beginning);
    });
    await adoptLines(store, [{replica: name.padEnd(12, '-'), inc: 'first-------', from: 0}]);
    return new DeskAtMaster(name, store, this);
  }
}

/** A desk that saves at once, pushes and pulls when it is told to. */
export class DeskAtMaster {
  readonly store: MemoryStore;
  readonly replica: Replica;
  /** Its lines as they are kept beside its store. */
  kept: readonly OwnLine[] = [];
  readonly #name: string;
  readonly #shop: MasterInMemory;
  readonly #session: SyncSession;
  #lines = 0;

  constructor(name: string, store: MemoryStore, shop: MasterInMemory) {
    this.#name = name;
    this.store = store;
    this.#shop = shop;
    const appended = new JustAppended();
    this.replica = new Replica(store, shop.mutators, {appended});
    this.#session = new SyncSession({
      store,
      applier: new Applier(store, shop.mutators, {appended}),
      appended,
      keep: async (lines) => {
        this.kept = lines;
      },
      newName: () => `${this.#name}${(this.#lines += 1)}`.padEnd(12, '-'),
    });
  }

  /** Another desk with a copy of this one's disk. */
  copied(name: string): DeskAtMaster {
    return new DeskAtMaster(name, this.store.copy(), this.#shop);
  }

  async do(...calls: readonly Call[]): Promise<readonly boolean[]> {
    const outcomes = await this.replica.mutate(calls, {at: monday}, () => undefined);
    return outcomes.map(({ok}) => ok);
  }

  /** Pushes until there is nothing to say. */
  async push(): Promise<void> {
    let pushes = 0;
    for (let push = await this.#session.push(1_000); push; push = await this.#session.push(1_000)) {
      assert((pushes += 1) <= turnsMost, 'a desk that has said what it has to say');
      const answer = must(await this.#shop.master.push('shop', push, monday), 'a shop');
      if ((await this.#session.answered(push, answer)) !== 'go') return;
    }
  }

  /** Pulls and takes what came; says what came of the last frame. */
  async pull(): Promise<string> {
    const place = must(await this.store.read((tx) => tx.meta('place')), 'a place');
    for (const frame of must(await this.#shop.master.pull('shop', place, 1_000_000), 'a shop')) {
      const turn = await this.#session.take(frame);
      if (turn !== 'go') return turn;
    }
    return 'go';
  }

  /** Pushes and pulls until it stands where the master does. */
  async sync(): Promise<void> {
    let turns = 0;
    do {
      assert((turns += 1) <= turnsMost, 'a desk that comes to stand where the master does');
      await this.push();
    } while ((await this.pull()) !== 'go');
  }

  async seen(): Promise<{readonly orders: unknown; readonly waiting: unknown; readonly tray: unknown}> {
    return this.store.read(async (tx) => ({
      orders: (
        await tx.getMany(
          'orders',
          firstOrders.map(({id}) => id),
        )
      ).map((order) => order?.status),
      waiting: (await tx.outbox((await tx.meta('decided'))?.n ?? 0, 10)).map(({n}) => n),
      tray: (await tx.range('trayItems', {limit: 10})).map(({kind, name, by}) => [kind, name, by.n]),
    }));
  }
}
