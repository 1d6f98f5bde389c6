import {paddedNumber, plainNumber, serialText} from './cell-text.ts';
import {tableLimits} from './limits.ts';
import type {TableRow} from './opened-table.ts';
import {isBlank, limitedRow} from './row-fault.ts';
import {textDecoder} from './text-decoder.ts';
import {plainText, textCollector, type Workbook} from './xlsx-workbook.ts';
import {attribute, xmlScanner} from './xml-scanner.ts';

/** Takes the bytes of a sheet in pieces and gives its rows as they are complete. */
export interface SheetReader {
  push(piece: Uint8Array): void;
  /** The rows since it was asked last. */
  take(): TableRow[];
  /** `damaged` when the sheet broke off, or says what no sheet can. */
  state(): 'reading' | 'complete' | 'damaged';
}

type Facts = Pick<Workbook, 'dateSystem' | 'styles' | 'sharedTexts'>;

/** Rows keep the numbers of the sheet; cells stand where they say, whatever their order; a formula gives its last result. */
export function sheetReader(facts: Facts): SheetReader {
  const decoder = textDecoder('utf-8');
  const inline = textCollector();
  let rows: TableRow[] = [];
  let [row, column, cells] = [0, -1, [] as string[]];
  let [type, style, value] = ['n', 0, ''];
  let [isValue, isInline, isSheet, isDamaged] = [false, false, false, false];

  const scanner = xmlScanner({open, text, close});
  return {push: (piece) => scanner.push(decoder.decode(piece, false)), take, state};

  function open(name: string, tag: string): void {
    if (isInline) return inline.open(name, tag);
    if (name === 'c') openCell(tag);
    else if (name === 'v') isValue = true;
    else if (name === 'is') isInline = true;
    else if (name === 'row') openRow(tag);
    else if (name === 'worksheet') isSheet = true;
  }

  function text(piece: string): void {
    if (isValue) value += piece;
    else if (isInline) inline.text(piece);
  }

  function close(name: string): void {
    if (name === 'is') isInline = false;
    else if (isInline) inline.close(name);
    else if (name === 'v') isValue = false;
    else if (name === 'c') closeCell();
    else if (name === 'row' && !isBlank(cells)) rows.push(limitedRow(row, cells));
  }

  function openRow(tag: string): void {
    const stated = Number(attribute(tag, 'r') ?? row + 1);
    isDamaged ||= !Number.isInteger(stated) || stated < 1;
    row = stated;
    column = -1;
    cells = [];
  }

  function openCell(tag: string): void {
    const place = attribute(tag, 'r');
    column = place === undefined ? column + 1 : columnOf(place);
    isDamaged ||= column < 0 || column >= tableLimits.columnsMax;
    type = attribute(tag, 't') ?? 'n';
    style = Number(attribute(tag, 's') ?? 0);
    value = '';
  }

  function closeCell(): void {
    if (isDamaged) return;
    const shown = cellText();
    while (cells.length < column) cells.push('');
    cells[column] = shown;
  }

  function cellText(): string {
    switch (type) {
      case 's':
        return facts.sharedTexts[Number(value)] ?? '';
      case 'inlineStr':
        return inline.take();
      case 'str':
        return plainText(value);
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return value.replace('T', ' ').replace(/(\.\d+)?Z?$/, '');
      case 'e':
        return value;
      default:
        return numberText();
    }
  }

  function numberText(): string {
    if (value === '') return '';
    const look = facts.styles[style];
    const date = look?.isDate ? serialText(Number(value), facts.dateSystem) : null;
    return date ?? paddedNumber(plainNumber(value), look?.format ?? '');
  }

  function take(): TableRow[] {
    const taken = rows;
    rows = [];
    return taken;
  }

  function state(): 'reading' | 'complete' | 'damaged' {
    if (isDamaged) return 'damaged';
    return isSheet && scanner.isComplete() ? 'complete' : 'reading';
  }
}

/** `AB12` stands in column 27, counted from 0; -1 when there are no letters. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
