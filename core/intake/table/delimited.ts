import {tableLimits} from './limits.ts';
import type {TableRow} from './opened-table.ts';
import {recordReader, type RecordFound} from './quoted-record.ts';
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
  const reader = recordReader(separator);
  const openingQuote = `${separator}"`;
  let rest = '';
  let row = 0;
  let usualCells = 0;
  let before: readonly string[] = [];
  let isSkipping = false;

  return {push: (piece) => take(piece, false), finish: () => take('', true)};

  function take(piece: string, isWhole: boolean): TableRow[] {
    const text = rest === '' ? piece : rest + piece;
    const rows: TableRow[] = [];
    let at = isSkipping ? behindLine(text, isWhole) : 0;
    // The next of each mark; the end of the text when there is none. Looked for again only once passed.
    let [lineFeed, carriageReturn, quote, nul, separatorAt] = [-1, -1, -1, -1, -1];

    while (at < text.length) {
      if (lineFeed < at) lineFeed = next(text, '\n', at);
      if (carriageReturn < at) carriageReturn = next(text, '\r', at);
      if (quote < at) quote = next(text, '"', at);
      if (nul < at) nul = next(text, '\0', at);
      const end = Math.min(lineFeed, carriageReturn);

      let cells: string[];
      let after: number;
      if (quote >= end || !opensQuote(text, at, end)) {
        if (end === text.length && !isWhole) break;
        if (end === carriageReturn && end + 1 === text.length && !isWhole) break;
        after = end + (end === carriageReturn && lineFeed === end + 1 ? 2 : 1);
        // Rows of one order repeat its cells: one text for all of them costs less memory, and is quickly compared.
        cells = before.slice();
        let count = 0;
        let from = at;
        for (;;) {
          if (separatorAt < from) separatorAt = next(text, separator, from);
          const below = Math.min(separatorAt, end);
          const cell = text.slice(from, below);
          if (cell !== cells[count]) cells[count] = cell;
          count++;
          if (below === end) break;
          from = below + 1;
        }
        if (count < cells.length) cells.length = count;
        before = cells;
      } else {
        const record = reader.read({text, from: at, isWhole}, usualCells);
        if (record === 'more') break;
        if (record === 'broken') {
          const resumed = resumption(text, at, isWhole);
          if (resumed === 'more') break;
          row++;
          const broken = text.slice(at, resumed).replace(/[\r\n]+$/, '');
          rows.push(rejectedRow(row, broken.split(separator), {code: 'intake.broken_quotes', values: {row}}));
          at = resumed;
          continue;
        }
        ({cells, after} = record);
      }

      row++;
      if (nul < after && nul < text.length) {
        rows.push(rejectedRow(row, cells, {code: 'intake.nul_bytes', values: {row}}));
      } else if (after - at > tableLimits.cellCharsMax) {
        if (!isBlank(cells)) rows.push(limitedRow(row, cells));
      } else if (!isBlank(cells)) {
        rows.push({row, cells});
        if (cells.length > 1) usualCells = cells.length;
      }
      at = after;
    }

    rest = text.slice(at);
    if (rest.length > tableLimits.recordCharsMax) rows.push(givenUp());
    return rows;
  }

  function opensQuote(text: string, from: number, end: number): boolean {
    if (text[from] === '"') return true;
    return end === text.length ? text.includes(openingQuote, from) : text.slice(from, end).includes(openingQuote);
  }

  /** Where to go on behind a broken record: the next line of the usual number of cells, else simply the next line. */
  function resumption(text: string, from: number, isWhole: boolean): number | 'more' {
    const first = behindLineAt(text, from);
    let line = first;
    for (let lines = 0; lines < tableLimits.quotedLinesMax && line - from < tableLimits.quotedCharsMax; lines++) {
      if (line >= text.length) return isWhole ? first : 'more';
      if (usualCells < 2) return line;
      const record: RecordFound | 'more' | 'broken' = reader.read({text, from: line, isWhole}, usualCells);
      if (record === 'more') return 'more';
      if (record !== 'broken' && record.cells.length === usualCells) return line;
      line = behindLineAt(text, line);
    }
    return first;
  }

  /** A record that does not end costs its row; the rest of its line is skipped, so that memory stays bounded. */
  function givenUp(): TableRow {
    const length = rest.length;
    rest = '';
    isSkipping = true;
    row++;
    return rejectedRow(row, [], {
      code: 'intake.cell_too_long',
      values: {row, length, limit: tableLimits.cellCharsMax},
    });
  }

  function behindLine(text: string, isWhole: boolean): number {
    const after = behindLineAt(text, 0);
    isSkipping = after >= text.length && !isWhole && !/[\r\n]$/.test(text);
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
