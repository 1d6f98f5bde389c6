import {must} from '../lib/assert.ts';
import type {DraftLine, OrderDraft, PackedDraft} from './draft.ts';
import {packSource} from './packed-source.ts';

type Price = NonNullable<DraftLine['unitPrice']>;

/**
 * Some drafts of a file on their way from one worker to another, the batches before them known. Lines and rows cross as
 * columns: a browser copies an object for each of a hundred thousand lines many times slower than a few arrays.
 */
export interface PackedDrafts {
  readonly facts: readonly Omit<PackedDraft, 'lines' | 'source'>[];
  /** How many lines each draft tells; -1 for one that tells of none. */
  readonly lineCounts: Int32Array<ArrayBuffer>;
  readonly lines: PackedLines;
  /** How many rows each draft was read from, their numbers, and for each draft their cells. */
  readonly rowCounts: Uint32Array<ArrayBuffer>;
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly cells: readonly string[];
}

interface PackedLines extends LineColumns {
  /** Texts and prices that no line before had; where those of a line stand among all so far is told by its columns. */
  readonly texts: readonly string[];
  readonly prices: readonly Price[];
}

interface LineColumns {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly skus: Uint32Array<ArrayBuffer>;
  readonly titles: Uint32Array<ArrayBuffer>;
  readonly quantities: Float64Array<ArrayBuffer>;
  /** One more than the place of its price; 0 for a line without one. */
  readonly priced: Uint32Array<ArrayBuffer>;
  /** NaN for a line without one. */
  readonly totals: Float64Array<ArrayBuffer>;
}

/** Packs the drafts of one file, batch by batch. */
export class DraftPacker {
  readonly #texts = new Table<string>();
  readonly #prices = new Table<Price>();

  pack(drafts: readonly OrderDraft[]): PackedDrafts {
    const sources = drafts.map(({source}) => packSource(source));
    return {
      facts: drafts.map(({lines: _lines, source: _source, ...facts}) => facts),
      lineCounts: Int32Array.from(drafts, ({lines}) => lines?.length ?? -1),
      lines: this.#lines(drafts),
      rowCounts: Uint32Array.from(sources, ({rows}) => rows.length),
      rows: Uint32Array.from(sources.flatMap(({rows}) => rows)),
      cells: sources.map(({cells}) => cells),
    };
  }

  #lines(drafts: readonly OrderDraft[]): PackedLines {
    const count = drafts.reduce((sum, {lines}) => sum + (lines?.length ?? 0), 0);
    const columns: LineColumns = {
      rows: new Uint32Array(count),
      skus: new Uint32Array(count),
      titles: new Uint32Array(count),
      quantities: new Float64Array(count),
      priced: new Uint32Array(count),
      totals: new Float64Array(count),
    };
    // Lists walk themselves: a loop over all lines a browser compiles while it runs, and then again.
    let at = 0;
    drafts.forEach(({lines}) => {
      lines?.forEach((line) => {
        this.#put(line, columns, at);
        at += 1;
      });
    });
    return {texts: this.#texts.fresh(), prices: this.#prices.fresh(), ...columns};
  }

  #put({row, sku, title, quantity, unitPrice, totalMinor}: DraftLine, columns: LineColumns, at: number): void {
    columns.rows[at] = row;
    columns.skus[at] = this.#texts.placeOf(sku);
    columns.titles[at] = this.#texts.placeOf(title);
    columns.quantities[at] = quantity;
    columns.priced[at] = unitPrice ? this.#prices.placeOf(unitPrice) + 1 : 0;
    columns.totals[at] = totalMinor ?? Number.NaN;
  }
}

/** Unpacks what one packer has packed, in the same order. Equal texts are one text in memory. */
export class DraftUnpacker {
  readonly #texts: string[] = [];
  readonly #prices: Price[] = [];

  unpack({facts, lineCounts, lines, rowCounts, rows, cells}: PackedDrafts): readonly PackedDraft[] {
    this.#texts.push(...lines.texts);
    this.#prices.push(...lines.prices);
    let [line, row] = [0, 0];
    return facts.map((told, draft) => {
      const [lineCount, rowCount] = [lineCounts[draft] ?? -1, rowCounts[draft] ?? 0];
      const source = {rows: numbersOf(rows, row, rowCount), cells: must(cells[draft], 'cells of every draft')};
      row += rowCount;
      if (lineCount < 0) return {...told, source};
      const own: DraftLine[] = [];
      for (const below = line + lineCount; line < below; line += 1) own.push(this.#line(lines, line));
      return {...told, lines: own, source};
    });
  }

  #line({rows, skus, titles, quantities, priced, totals}: PackedLines, at: number): DraftLine {
    const [row, sku, title] = [rows[at] ?? 0, this.#textAt(skus[at]), this.#textAt(titles[at])];
    const [quantity, price, totalMinor] = [quantities[at] ?? 0, priced[at] ?? 0, totals[at] ?? Number.NaN];
    if (price === 0) {
      const told = {row, sku, title, quantity};
      return Number.isNaN(totalMinor) ? told : {...told, totalMinor};
    }
    const unitPrice = must(this.#prices[price - 1], 'a price that has crossed');
    return Number.isNaN(totalMinor)
      ? {row, sku, title, quantity, unitPrice}
      : {row, sku, title, quantity, unitPrice, totalMinor};
  }

  #textAt(place: number | undefined): string {
    return must(this.#texts[place ?? -1], 'a text that has crossed');
  }
}

function numbersOf(all: Uint32Array, from: number, count: number): readonly number[] {
  const numbers: number[] = [];
  for (let at = from; at < from + count; at += 1) numbers.push(all[at] ?? 0);
  return numbers;
}

/** Different values in the order in which they came. */
class Table<T> {
  readonly #places = new Map<T, number>();
  #fresh: T[] = [];

  placeOf(value: T): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(value, place);
    this.#fresh.push(value);
    return place;
  }

  /** Those that came since this was asked last. */
  fresh(): readonly T[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}
