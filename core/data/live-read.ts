import type {TableName} from '../schema.ts';
import type {RowChange} from '../sync/overlay.ts';

/** Tells what a read has looked at: one row, or a table as a whole. */
export type Touched = (what: {readonly table: TableName; readonly id?: string}) => void;

/** A query or summary with somebody listening: run again when a row it has read changes. */
export class LiveRead {
  stale = false;
  readonly #read: (touched: Touched) => Promise<unknown>;
  readonly #tell: (answer: unknown) => void;
  readonly #report: (error: unknown) => void;
  #touched = new Set<string>();
  #running = false;

  constructor(
    read: (touched: Touched) => Promise<unknown>,
    tell: (answer: unknown) => void,
    report: (error: unknown) => void,
  ) {
    this.#read = read;
    this.#tell = tell;
    this.#report = report;
  }

  concerns(changes: readonly RowChange[]): boolean {
    return changes.some(({table, id}) => this.#touched.has(table) || this.#touched.has(`${table}/${id}`));
  }

  /** Whether it has looked for one of some rows of a table, or at the table as a whole. */
  concernsRows(table: TableName, ids: ReadonlySet<string>): boolean {
    if (this.#touched.has(table)) return true;
    const start = `${table}/`;
    return [...this.#touched].some((name) => name.startsWith(start) && ids.has(name.slice(start.length)));
  }

  /** Reads and tells. A change that comes while it reads makes it read once more. */
  run(): void {
    this.stale = true;
    if (this.#running) return;
    this.#running = true;
    void this.#runUntilFresh().catch(this.#report);
  }

  async #runUntilFresh(): Promise<void> {
    try {
      while (this.stale) {
        this.stale = false;
        const touched = new Set<string>();
        const answer = await this.#read(({table, id}) => {
          const name = id === undefined ? table : `${table}/${id}`;
          touched.add(name);
          this.#touched.add(name);
        });
        this.#touched = touched;
        if (!this.stale) this.#tell(answer);
      }
    } finally {
      this.#running = false;
    }
  }
}
