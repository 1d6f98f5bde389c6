import {must} from '../lib/assert.ts';
import {idFromName} from '../lib/id.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {registry} from '../registry.ts';
import type {Row, TableName} from '../schema.ts';
import type {NumberBook, NumberKeeper} from '../shipping/ranges/number-keeper.ts';
import type {NumberDraw, NumberRange} from '../shipping/ranges/schema.ts';
import type {Call, Done} from '../sync/define.ts';
import {Overlay} from '../sync/overlay.ts';
import {monday} from './given.ts';

/** Postal numbers 10000000 to 10000099 of one account, for registered letters from Germany. */
export function postalRange(changes: Partial<NumberRange> = {}): NumberRange {
  return {
    id: idFromName('numberRange', 'letters'),
    scheme: 's10',
    account: '5001',
    desk: 'packing-desk',
    fixed: [
      {part: 'service', text: 'RR'},
      {part: 'country', text: 'DE'},
    ],
    from: '10000000',
    to: '10000099',
    wrap: 'end',
    alertBelow: 10,
    round: 0,
    drawn: 0,
    used: 0,
    voided: 0,
    skipped: 0,
    ...changes,
  };
}

/** What becomes of what a keeper is given next. */
export type Fate = 'kept' | 'lost' | 'kept but not told';

export interface NumberRows {
  readonly ranges: readonly NumberRange[];
  readonly draws: readonly NumberDraw[];
}

/** Where rows lie in a test: they survive every crash. `fates` says what happens to the next ones, one after the other; then all are kept. */
export class KeeperInMemory implements NumberKeeper, NumberBook {
  fates: Fate[] = [];
  /** Windows that are still there. */
  readonly living = new Set<string>();
  /** What lies beside the store. */
  beside: readonly NumberRange[] = [];
  /** What the master knows nothing of yet. */
  readonly pending = new Set<string>();
  readonly #rows = new Map<TableName, ReadonlyMap<string, Row>>();
  #windows = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** Whoever draws at a window of this desk that was opened now. */
  window(): {readonly desk: string; readonly window: string} {
    this.#windows += 1;
    const window = `window-${String(this.#windows).padStart(5, '0')}`;
    this.living.add(window);
    return {desk: postalRange().desk, window};
  }

  /** Every window is gone. */
  crash(): void {
    this.living.clear();
  }

  async rows(): Promise<NumberRows> {
    return {ranges: this.#all('numberRanges'), draws: this.#all('numberDraws')};
  }

  inTurn<T>(work: (book: NumberBook) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => work(this));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async ranges(): Promise<readonly NumberRange[]> {
    return this.#all('numberRanges');
  }

  async openDraws(): Promise<readonly NumberDraw[]> {
    return this.#all('numberDraws').filter(({state}) => state === 'open');
  }

  async draws(ids: readonly NumberDraw['id'][]): Promise<readonly (NumberDraw | undefined)[]> {
    return ids.map((id) => this.#rows.get('numberDraws')?.get(id) as NumberDraw | undefined);
  }

  async lastDrawn(): Promise<readonly NumberRange[]> {
    return this.beside;
  }

  async isAgreed(rangeId: NumberRange['id']): Promise<boolean> {
    return !this.pending.has(rangeId);
  }

  async lives(window: string): Promise<boolean> {
    return this.living.has(window);
  }

  async keep(happened: readonly Call[]): Promise<Result<undefined>> {
    const fate = this.fates.shift() ?? 'kept';
    if (fate !== 'lost')
      for (const call of happened) must((await this.do(call)).ok || undefined, `${call.name} is done`);
    return fate === 'kept' ? ok(undefined) : fail('store.full');
  }

  /** Runs a change of numbers, as a desk or a master does. */
  async do({name, args}: Call): Promise<Result<Done>> {
    const mutator = must(
      registry.mutators.find((one) => one.name === name),
      `a mutator named ${name}`,
    );
    const overlay = new Overlay({
      get: async (table, id) => this.#rows.get(table)?.get(id) as never,
      getMany: async (table, ids) => ids.map((id) => this.#rows.get(table)?.get(id)) as never,
      range: async (table) => this.#all(table) as never,
      byKey: async () => [],
    });
    const result = await mutator.run(overlay.tx(monday), args);
    if (!result.ok) return result;
    await overlay.flush({
      put: async (table, row) => this.#put(table, [[row.id, row]]),
      delete: async (table, id) => this.#put(table, [[id, undefined]]),
      putPage: async () => must(undefined, 'numbers rest in no pages'),
    });
    return result;
  }

  #all<N extends TableName>(table: N): readonly Row<N>[] {
    return [...(this.#rows.get(table)?.values() ?? [])] as unknown as readonly Row<N>[];
  }

  #put(table: TableName, changes: readonly (readonly [string, Row | undefined])[]): void {
    const rows = new Map(this.#rows.get(table));
    for (const [id, row] of changes) {
      if (row) rows.set(id, row);
      else rows.delete(id);
    }
    this.#rows.set(table, rows);
  }
}

/** The value of a result that is one. */
export function valueOf<T>(result: Result<T>): T {
  return must(result.ok ? {value: result.value} : undefined, result.ok ? '' : `it went well: ${result.fault.code}`)
    .value;
}
