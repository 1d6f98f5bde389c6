import {Dexie, type Table} from 'dexie';
import type {Disk} from '#core/journal/disk.ts';
import {faultOf} from './store-faults.ts';

const copyPath = 'desk/memory';
/** Windows are moved and scrolled often; a copy that is a few seconds old serves as well. */
const restMs = 2_000;

/**
 * What this desk remembers between starts and no other desk needs: which shop was open, how the window was set. In
 * IndexedDB rather than localStorage, which a killed process can lose for seconds after it was written; and in a copy outside,
 * so that a desk that has lost its databases still opens the shop it had open.
 */
export class DeskMemory {
  readonly #db = new Dexie('tradewind-desk', {cache: 'disabled'});
  readonly #disk: Promise<Disk | undefined>;
  #copyPlanned = false;

  constructor(disk: Promise<Disk | undefined> = Promise.resolve(undefined)) {
    this.#disk = disk;
    this.#db.version(1).stores({memory: ''});
  }

  /** What the database lacks and the copy has was lost with a damaged part of it: nothing is ever taken out. */
  async recall(): Promise<Readonly<Record<string, unknown>>> {
    const [found, copied] = await Promise.all([this.#found(), this.#copied()]);
    const lost = Object.entries(copied).filter(([key]) => !(key in found));
    await Promise.all(lost.map(([key, value]) => this.#memory.put(value, key)));
    return {...Object.fromEntries(lost), ...found};
  }

  async remember(key: string, value: unknown): Promise<void> {
    await this.#memory.put(value, key);
    if (this.#copyPlanned) return;
    this.#copyPlanned = true;
    setTimeout(() => {
      this.#copyPlanned = false;
      // Another window may be writing it, or the disk be full: the next change tries again.
      void this.#copy().catch(() => undefined);
    }, restMs);
  }

  /** A database that cannot be read is begun anew: the copy has what was in it. */
  async #found(): Promise<Readonly<Record<string, unknown>>> {
    try {
      const found: [string, unknown][] = [];
      await this.#memory.each((value, {primaryKey}) => found.push([primaryKey, value]));
      return Object.fromEntries(found);
    } catch (error) {
      if (faultOf(error)?.code !== 'store.unreadable') throw error;
      await this.#db.delete({disableAutoOpen: false});
      return {};
    }
  }

  async #copy(): Promise<void> {
    const disk = await this.#disk;
    await disk?.replace(copyPath, new TextEncoder().encode(JSON.stringify(await this.#found())));
  }

  /** A copy that cannot be read is none: nothing of a shop is in it. */
  async #copied(): Promise<Readonly<Record<string, unknown>>> {
    try {
      const bytes = await (await this.#disk)?.read(copyPath);
      return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>) : {};
    } catch {
      return {};
    }
  }

  get #memory(): Table<unknown, string> {
    return this.#db.table('memory');
  }
}
