import {must} from '../../lib/assert.ts';
import type {Row, TableName} from '../../schema.ts';
import type {LogPlace} from '../../sync/group.ts';
import type {MasterStore} from '../../sync/master-store.ts';
import type {Store} from '../../sync/store.ts';
import {MemoryMaster} from '../memory-master.ts';
import type {MemoryStore} from '../memory-store.ts';
import type {Rows} from './reference.ts';

/** A database of a desk: it outlives every process that works on it. */
export interface DeskDatabase {
  /** A store over it, as each window of each process opens one of its own. */
  open(): Store;
  everyRow(): Promise<Rows>;
  /** Another one that holds the same, as a copied disk does. */
  copy(): Promise<DeskDatabase>;
}

/** What a master keeps of one shop. */
export interface MasterDatabase {
  readonly shopId: string;
  readonly place: LogPlace;
  readonly store: MasterStore;
  everyRow(): Promise<Rows>;
  /** What a desk begins with that joins now. */
  deskCopy(): Promise<DeskDatabase>;
}

/** Where a simulation keeps things: in memory, or in the stores that are shipped. */
export interface Databases {
  /** A shop that begins with these rows. What was there of another simulation is not needed any more. */
  begin(rows: readonly (readonly [TableName, Row])[]): Promise<MasterDatabase>;
}

export const inMemory: Databases = {
  begin: async (rows) => {
    const [store, shopId] = [new MemoryMaster(), 'shop'];
    const place = await store.begin(shopId, rows);
    const ofShop = (): MemoryStore => must(store.rowsOf(shopId), 'a shop');
    return {
      shopId,
      place,
      store,
      everyRow: async () => ofShop().everyRow(),
      deskCopy: async () => deskInMemory(ofShop().copy()),
    };
  },
};

function deskInMemory(store: MemoryStore): DeskDatabase {
  return {open: () => store, everyRow: async () => store.everyRow(), copy: async () => deskInMemory(store.copy())};
}
