import {assert, must} from '../lib/assert.ts';
import type {AnyView, ColumnReader} from '../lib/view.ts';
import {rowsPerPage} from '../sync/page.ts';
import {IdIndex} from './id-index.ts';
import {LineCache} from './line-cache.ts';
import {type LightColumns, type PageTexts, type RowValues, columnsOf} from './page-columns.ts';
import {TextSegment} from './text-segment.ts';

const slotBits = 8;
const slotMask = rowsPerPage - 1;
const codesMax = 65_535;
/** A screen of rows that stand far apart, with all their columns. */
const linesMax = 320;

interface CodeColumn {
  readonly names: string[];
  readonly codeOf: Map<string, number>;
  at: Uint16Array;
}

/** The columns of one view in memory: numbers and codes in arrays, texts in segments. A row keeps its position. */
export class ColumnSet implements ColumnReader {
  readonly view: AnyView;
  live = new Uint8Array(0);
  /** Counts changes; what was derived at another version is stale. */
  version = 0;
  readonly #numbers: Map<string, Float64Array>;
  readonly #codes: Map<string, CodeColumn>;
  readonly #segments: TextSegment[] = [];
  readonly #textNames: readonly string[];
  readonly #lines = new LineCache(linesMax);
  readonly #index = new IdIndex((position) => this.idAt(position));
  readonly #changedAt = new Map<string, number>();
  #indexed = 0;
  /** Segment that takes new rows, and how many it has. */
  #tail = {segment: -1, rows: rowsPerPage};

  constructor(view: AnyView) {
    this.view = view;
    this.#numbers = new Map(columnsOf(view, 'number').map(([name]) => [name, new Float64Array(0)]));
    this.#codes = new Map(
      columnsOf(view, 'code').map(([name]) => [name, {names: [], codeOf: new Map(), at: new Uint16Array(0)}]),
    );
    this.#textNames = [...columnsOf(view, 'text'), ...columnsOf(view, 'personal')].map(([name]) => name);
  }

  /** Positions in use; some below may hold no row. */
  get size(): number {
    return this.#segments.length * rowsPerPage;
  }

  number(column: string): Float64Array {
    return must(this.#numbers.get(column), `a number column named ${column}`);
  }

  code(column: string): CodeColumn {
    return must(this.#codes.get(column), `a code column named ${column}`);
  }

  isText(column: string): boolean {
    return this.#textNames.includes(column);
  }

  text(column: string, position: number): string {
    return this.#segment(position).at(column, position & slotMask);
  }

  idAt(position: number): string {
    return this.#segment(position).at('id', position & slotMask);
  }

  segment(index: number): TextSegment {
    return must(this.#segments[index], `the segment ${index}`);
  }

  /** The ids of a page's rows, in their order. */
  idsOf(segment: number): readonly string[] {
    return this.segment(segment).lines('id');
  }

  segments(): readonly TextSegment[] {
    return this.#segments;
  }

  /** The version at which a column last said something new. */
  changedAt(column: string): number {
    return this.#changedAt.get(column) ?? 0;
  }

  /** Takes one page as it rests, with its texts where they are at hand. */
  addPage(ids: string, columns: LightColumns & Partial<PageTexts>, opened?: Readonly<Record<string, string>>): void {
    this.addPages([ids], columns);
    if (columns.texts && opened) this.fillTexts(this.#segments.length - 1, {...columns.texts, ...opened});
  }

  /** Takes neighbouring pages as they rest; their arrays are copied in, their texts come later, by `fillTexts`. */
  addPages(ids: readonly string[], columns: LightColumns): void {
    const base = this.size;
    for (const page of ids) this.#addSegment([['id', page]], false);
    for (const [name, all] of this.#numbers) all.set(must(columns.numbers[name], `numbers of ${name}`), base);
    let rows = 0;
    for (const [name, all] of this.#codes) {
      const {names, at} = must(columns.codes[name], `codes of ${name}`);
      const renamed = names.map((word) => codeIn(all, word));
      for (let row = 0; row < at.length; row += 1) all.at[base + row] = renamed[at[row] ?? 0] ?? 0;
      rows = at.length;
    }
    this.live.fill(1, base, base + rows);
    this.#touchAll();
  }

  /** The texts of a page that came without them; pages and segments have the same numbers but for those that came later. */
  fillTexts(segment: number, texts: Readonly<Record<string, string>>): void {
    must(this.#segments[segment], 'a segment of a page').fill(
      this.#textNames.map((name) => [name, texts[name] ?? ''] as const),
    );
  }

  /** Segments whose texts are still to come: those of the given positions, or of all. */
  textsMissing(positions?: ArrayLike<number>): readonly number[] {
    const asked = positions
      ? new Set(Array.from(positions, (position) => position >> slotBits))
      : this.#segments.keys();
    return this.stillMissing([...asked]);
  }

  stillMissing(segments: readonly number[]): readonly number[] {
    return segments.filter((segment) => this.#segments[segment]?.ready === false);
  }

  /** Writes one row, over the one with its id if there is one; one that was removed comes back to where it stood. */
  put(id: string, values: RowValues): void {
    const known = this.#placeOf(id);
    const position = known ?? this.#newPosition();
    const slot = position & slotMask;
    const segment = this.#segment(position);
    this.version += 1;
    for (const [name, all] of this.#numbers) {
      const value = must(values.numbers[name], `the number ${name}`);
      if (!Object.is(all[position], value)) this.#touch(name);
      all[position] = value;
    }
    for (const [name, all] of this.#codes) {
      const code = codeIn(all, must(values.codes[name], `the code ${name}`));
      if (all.at[position] !== code) this.#touch(name);
      all.at[position] = code;
    }
    for (const name of this.#textNames) {
      const value = must(values.texts[name], `the text ${name}`);
      if (known !== undefined && segment.ready && segment.at(name, slot) === value) continue;
      segment.set(name, slot, value);
      this.#touch(name);
    }
    if (this.live[position]) return;

    this.live[position] = 1;
    this.#touchAll();
    if (known !== undefined) return;
    segment.set('id', slot, id);
    this.#index.add(id, position);
  }

  /** Takes a row out; its position stays its own. */
  remove(id: string): void {
    const position = this.find(id);
    if (position === undefined) return;
    this.live[position] = 0;
    this.#touchAll();
  }

  /** Whether a row with this id stands or has stood here. */
  knows(id: string): boolean {
    return this.#placeOf(id) !== undefined;
  }

  /** The position of the row with this id. */
  find(id: string): number | undefined {
    const position = this.#placeOf(id);
    return position !== undefined && this.live[position] ? position : undefined;
  }

  /** Where the row with this id stands, or has stood. */
  #placeOf(id: string): number | undefined {
    for (; this.#indexed < this.size; this.#indexed += 1) {
      if (this.live[this.#indexed]) this.#index.add(this.idAt(this.#indexed), this.#indexed);
    }
    return this.#index.find(id);
  }

  /** One row as lists show it. */
  rowAt(position: number): Readonly<Record<string, string | number | undefined>> {
    const row: Record<string, string | number | undefined> = {id: this.idAt(position)};
    for (const [name, all] of this.#numbers) {
      const value = all[position] ?? Number.NaN;
      row[name] = Number.isNaN(value) ? undefined : value;
    }
    for (const [name, all] of this.#codes) row[name] = all.names[all.at[position] ?? 0];
    for (const name of this.#textNames) row[name] = this.text(name, position);
    return row;
  }

  #segment(position: number): TextSegment {
    return must(this.#segments[position >> slotBits], 'a position in use');
  }

  #newPosition(): number {
    if (this.#tail.rows === rowsPerPage) {
      this.#addSegment([['id', []], ...this.#textNames.map((name) => [name, [] as string[]] as const)], true);
      this.#tail = {segment: this.#segments.length - 1, rows: 0};
    }
    const position = this.#tail.segment * rowsPerPage + this.#tail.rows;
    this.#tail.rows += 1;
    return position;
  }

  #addSegment(texts: readonly (readonly [string, string | string[]])[], ready: boolean): number {
    const base = this.size;
    this.#segments.push(new TextSegment(texts, this.#lines, ready));
    if (this.live.length < this.size) this.#reserve(Math.max(this.size, this.live.length * 2));
    return base;
  }

  #reserve(capacity: number): void {
    this.live = grown(this.live, new Uint8Array(capacity));
    for (const [name, all] of this.#numbers) this.#numbers.set(name, grown(all, new Float64Array(capacity)));
    for (const column of this.#codes.values()) column.at = grown(column.at, new Uint16Array(capacity));
  }

  #touch(column: string): void {
    this.#changedAt.set(column, this.version);
  }

  #touchAll(): void {
    this.version += 1;
    for (const name of Object.keys(this.view.columns)) this.#touch(name);
  }
}

function grown<T extends {set(from: T): void}>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

function codeIn(column: CodeColumn, name: string): number {
  const known = column.codeOf.get(name);
  if (known !== undefined) return known;

  const code = column.names.length;
  assert(code <= codesMax, 'a code column has few different words');
  column.names.push(name);
  column.codeOf.set(name, code);
  return code;
}
