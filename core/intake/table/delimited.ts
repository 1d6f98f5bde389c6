import {tableLimits} from './limits.ts';
import type {TableRow} from './opened-table.ts';
import {type RecordFound, type RecordReader, recordReader} from './quoted-record.ts';
import {isBlank, limitedRow, rejectedRow} from './row-fault.ts';

/** Takes a text in pieces, cut anywhere, and gives its rows as soon as they are complete. */
export interface DelimitedReader {
  push(piece: string): readonly TableRow[];
  /** The rest: a last record needs no newline. */
  finish(): readonly TableRow[];
}

/**
 * A text of records as RFC 4180 has them, and as exports really write them: lines end with CR, LF or both, mixed; quotes
 * inside a cell are letters; a quote that is never closed costs its own row, and reading goes on at the next line that
 * has as many cells as the rows before. How the text is cut into pieces makes no difference.
 */
export function delimitedReader(separator: string): DelimitedReader {
  return new Delimited(separator);
}

/** A class, so that several of them run the same compiled code: of functions made anew for each a browser compiles every one. */
class Delimited implements DelimitedReader {
  readonly #separator: string;
  readonly #openingQuote: string;
  readonly #reader: RecordReader;
  #rest = '';
  #row = 0;
  #usualCells = 0;
  #before: readonly string[] = [];
  #isSkipping = false;
  /** The next separator; the end of the text when there is none. */
  #separatorAt = -1;

  constructor(separator: string) {
    this.#separator = separator;
    this.#openingQuote = `${separator}"`;
    this.#reader = recordReader(separator);
  }

  push(piece: string): readonly TableRow[] {
    return this.#take(piece, false);
  }

  finish(): readonly TableRow[] {
    return this.#take('', true);
  }

  #take(piece: string, isWhole: boolean): TableRow[] {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    const rows: TableRow[] = [];
    let at = this.#isSkipping ? this.#behindLine(text, isWhole) : 0;
    // The next of each mark; the end of the text when there is none. Looked for again only once passed.
    let [lineFeed, carriageReturn, quote, nul] = [-1, -1, -1, -1];
    this.#separatorAt = -1;

    while (at < text.length) {
      if (lineFeed < at) lineFeed = next(text, '\n', at);
      if (carriageReturn < at) carriageReturn = next(text, '\r', at);
      if (quote < at) quote = next(text, '"', at);
      if (nul < at) nul = next(text, '\0', at);
      const end = Math.min(lineFeed, carriageReturn);

      let cells: readonly string[];
      let after: number;
      if (quote >= end || !this.#opensQuote(text, at, end)) {
        if (end === text.length && !isWhole) break;
        if (end === carriageReturn && end + 1 === text.length && !isWhole) break;
        after = end + (end === carriageReturn && lineFeed === end + 1 ? 2 : 1);
        cells = this.#plainCells(text, at, end);
      } else {
        const record = this.#reader.read({text, from: at, isWhole}, this.#usualCells);
        if (record === 'more') break;
        if (record === 'broken') {
          const resumed = this.#resumption(text, at, isWhole);
          if (resumed === 'more') break;
          rows.push(this.#broken(text.slice(at, resumed)));
          at = resumed;
          continue;
        }
        ({cells, after} = record);
      }

      this.#row += 1;
      const row = nul < after && nul < text.length ? this.#withNul(cells) : this.#rowOf(cells, after - at);
      if (row) rows.push(row);
      at = after;
    }

    this.#rest = text.slice(at);
    if (this.#rest.length > tableLimits.recordCharsMax) rows.push(this.#givenUp());
    return rows;
  }

  /** The cells of a record without quotes. Rows of one order repeat cells: one text for all costs less memory, and is quickly compared. */
  #plainCells(text: string, start: number, end: number): readonly string[] {
    const cells = this.#before.slice();
    let count = 0;
    for (let from = start; ;) {
      if (this.#separatorAt < from) this.#separatorAt = next(text, this.#separator, from);
      const below = Math.min(this.#separatorAt, end);
      const cell = text.slice(from, below);
      if (cell !== cells[count]) cells[count] = cell;
      count += 1;
      if (below === end) break;
      from = below + 1;
    }
    if (count < cells.length) cells.length = count;
    this.#before = cells;
    return cells;
  }

  #rowOf(cells: readonly string[], length: number): TableRow | undefined {
    if (isBlank(cells)) return undefined;
    if (length > tableLimits.cellCharsMax) return limitedRow(this.#row, cells);
    if (cells.length > 1) this.#usualCells = cells.length;
    return {row: this.#row, cells};
  }

  #withNul(cells: readonly string[]): TableRow {
    return rejectedRow(this.#row, cells, {code: 'intake.nul_bytes', values: {row: this.#row}});
  }

  #broken(text: string): TableRow {
    this.#row += 1;
    const cells = text.replace(/[\r\n]+$/, '').split(this.#separator);
    return rejectedRow(this.#row, cells, {code: 'intake.broken_quotes', values: {row: this.#row}});
  }

  #opensQuote(text: string, from: number, end: number): boolean {
    if (text[from] === '"') return true;
    return end === text.length
      ? text.includes(this.#openingQuote, from)
      : text.slice(from, end).includes(this.#openingQuote);
  }

  /** Where to go on behind a broken record: the next line of the usual number of cells, else simply the next line. */
  #resumption(text: string, from: number, isWhole: boolean): number | 'more' {
    const first = behindLineAt(text, from);
    let line = first;
    for (let lines = 0; lines < tableLimits.quotedLinesMax && line - from < tableLimits.quotedCharsMax; lines++) {
      if (line >= text.length) return isWhole ? first : 'more';
      if (this.#usualCells < 2) return line;
      const record: RecordFound | 'more' | 'broken' = this.#reader.read({text, from: line, isWhole}, this.#usualCells);
      if (record === 'more') return 'more';
      if (record !== 'broken' && record.cells.length === this.#usualCells) return line;
      line = behindLineAt(text, line);
    }
    return first;
  }

  /** A record that does not end costs its row; the rest of its line is skipped, so that memory stays bounded. */
  #givenUp(): TableRow {
    const {length} = this.#rest;
    this.#rest = '';
    this.#isSkipping = true;
    this.#row += 1;
    const values = {row: this.#row, length, limit: tableLimits.cellCharsMax};
    return rejectedRow(this.#row, [], {code: 'intake.cell_too_long', values});
  }

  #behindLine(text: string, isWhole: boolean): number {
    const after = behindLineAt(text, 0);
    this.#isSkipping = after >= text.length && !isWhole && !/[\r\n]$/.test(text);
    return after;
  }
}

function next(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

function behindLineAt(text: string, from: number): number {
  const newline = /\r\n?|\n/g;
  newline.lastIndex = from;
  return newline.test(text) ? newline.lastIndex : text.length;
}
