import {tableLimits} from './limits.ts';

/** Where the text of one record is read: `isWhole` says that nothing follows this text. */
export interface RecordPlace {
  readonly text: string;
  readonly from: number;
  readonly isWhole: boolean;
}

export interface RecordFound {
  readonly cells: string[];
  readonly after: number;
}

/**
 * Reads single records of a text whose cells may be quoted. Answers `more` when the record may go on behind the text,
 * and `broken` when a quote is opened and never closed. Quotes count only where a cell begins; spaces behind a closing
 * quote are dropped; any other letter there makes the quotes part of the cell, as long as that cell is on one line.
 */
export interface RecordReader {
  read(place: RecordPlace, usualCells: number): RecordFound | 'more' | 'broken';
}

interface QuotedCell {
  readonly content: string;
  readonly end: number;
}

const lineFeed = '\n';
const carriageReturn = '\r';

export function recordReader(separator: string): RecordReader {
  const plainEnd = new RegExp(`[\\r\\n${separator.replace(/[\\\]^-]/, '\\$&')}]`, 'g');
  const lineEnd = /[\r\n]/g;
  // Reports separated by these are written without quoting; a quoted cell of many lines full of them is a run of rows.
  const isRarelyQuoted = separator === '\t' || separator === '|';

  return {read};

  function read({text, from, isWhole}: RecordPlace, usualCells: number): RecordFound | 'more' | 'broken' {
    const cells: string[] = [];
    for (let at = from; ; at++) {
      if (text[at] === '"') {
        const cell = quotedCell({text, from: at, isWhole}, usualCells);
        if (typeof cell === 'string') return cell;
        cells.push(cell.content);
        at = cell.end;
      } else {
        const end = search(plainEnd, text, at);
        cells.push(text.slice(at, end));
        at = end;
      }
      if (at >= text.length) return isWhole ? {cells, after: at} : 'more';
      if (text[at] === separator) continue;
      if (text[at] === lineFeed) return {cells, after: at + 1};
      if (at + 1 === text.length && !isWhole) return 'more';
      return {cells, after: at + (text[at + 1] === lineFeed ? 2 : 1)};
    }
  }

  function quotedCell(place: RecordPlace, usualCells: number): QuotedCell | 'more' | 'broken' {
    const {text, from, isWhole} = place;
    let stray = -1;
    for (let at = from + 1; ;) {
      const quote = text.indexOf('"', at);
      if (stray >= 0) {
        const end = search(lineEnd, text, stray);
        if (end === text.length && quote < 0 && !isWhole && end - from <= tableLimits.quotedCharsMax) return 'more';
        if (quote < 0 || quote > end) return literalCell(place, stray);
      }
      if (quote < 0) return isWhole || isTooLong(text, from, text.length) ? 'broken' : 'more';
      if (text[quote + 1] === '"') {
        at = quote + 2;
        continue;
      }
      const end = behindSpaces(text, quote + 1);
      if (end >= text.length && !isWhole) return 'more';
      if (end < text.length && !isCellEnd(text, end)) {
        if (stray < 0) stray = quote;
        at = quote + 1;
        continue;
      }
      return closedCell(text.slice(from + 1, quote), end, usualCells);
    }
  }

  function closedCell(content: string, end: number, usualCells: number): QuotedCell | 'broken' {
    if (content.includes(lineFeed) || content.includes(carriageReturn)) {
      if (isTooLong(content, 0, content.length)) return 'broken';
      if (isRarelyQuoted && usualCells > 1 && content.split(separator).length >= usualCells) return 'broken';
    }
    return {content: content.includes('""') ? content.replaceAll('""', '"') : content, end};
  }

  /** What began with a quote and was no quoted cell: kept as written, if it is on one line. */
  function literalCell({text, from, isWhole}: RecordPlace, stray: number): QuotedCell | 'more' | 'broken' {
    if (search(lineEnd, text, from) < stray) return 'broken';
    const end = search(plainEnd, text, stray);
    return end === text.length && !isWhole ? 'more' : {content: text.slice(from, end), end};
  }

  function behindSpaces(text: string, from: number): number {
    let at = from;
    while (text[at] === ' ') at++;
    return at;
  }

  function isCellEnd(text: string, at: number): boolean {
    return text[at] === separator || text[at] === lineFeed || text[at] === carriageReturn;
  }
}

function search(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
}

function isTooLong(text: string, from: number, below: number): boolean {
  if (below - from > tableLimits.quotedCharsMax) return true;
  let lines = 0;
  const mark = text.includes(lineFeed, from) ? lineFeed : carriageReturn;
  for (let at = text.indexOf(mark, from); at >= 0 && at < below; at = text.indexOf(mark, at + 1)) {
    if (++lines > tableLimits.quotedLinesMax) return true;
  }
  return false;
}
