import type {TableName} from '../schema.ts';
import type {RowChange} from '../sync/overlay.ts';

/** Tells what a read has looked at: one row, or a table as a whole. */
export type Touched = (what: {readonly table: TableName; readonly id?: string}) => void;

/** The rows of a table that were looked at. */
type Rows = Set<string> | 'all';

/** A query or summary with somebody listening: run again when a row it has read changes. */
export class LiveRead {
  stale = false;
  readonly #read: (touched: Touched) => Promise<unknown>;
  readonly #tell: (answer: unknown) => void;
  readonly #report: (error: unknown) => void;
  #touched = new Map<TableName, Rows>();
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
    return changes.some(({table, id}) => {
      const rows = this.#touched.get(table);
      return rows !== undefined && (rows === 'all' || rows.has(id));
    });
  }

  /** Whether it has looked for one of some rows of a table, or at the table as a whole. */
  concernsRows(table: TableName, ids: ReadonlySet<string>): boolean {
    const rows = this.#touched.get(table);
    return rows !== undefined && (rows === 'all' || [...rows].some((id) => ids.has(id)));
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
        const touched = new Map<TableName, Rows>();
        const answer = await this.#read((what) => {
          add(touched, what);
          add(this.#touched, what);
        });
        this.#touched = touched;
        if (!this.stale) this.#tell(answer);
      }
    } finally {
      this.#running = false;
    }
  }
}

function add(touched: Map<TableName, Rows>, {table, id}: Parameters<Touched>[0]): void {
  const rows = touched.get(table);
  if (id === undefined || rows === 'all') touched.set(table, 'all');
  else if (rows) rows.add(id);
  else touched.set(table, new Set([id]));
}
