import {Dexie, type Table} from 'dexie';

/**
 * What this desk remembers between starts and no other desk needs: which shop was open, how the window was set. In
 * IndexedDB rather than localStorage, which a killed process can lose for seconds after it was written.
 */
export class DeskMemory {
  readonly #db = new Dexie('tradewind-desk', {cache: 'disabled'});

  constructor() {
    this.#db.version(1).stores({memory: ''});
  }

  async recall(): Promise<Readonly<Record<string, unknown>>> {
    const found: [string, unknown][] = [];
    await this.#memory.each((value, {primaryKey}) => found.push([primaryKey, value]));
    return Object.fromEntries(found);
  }

  async remember(key: string, value: unknown): Promise<void> {
    await this.#memory.put(value, key);
  }

  get #memory(): Table<unknown, string> {
    return this.#db.table('memory');
  }
}
