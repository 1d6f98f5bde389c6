import {plainCell} from './cell-text.ts';
import {foldName} from './fold-name.ts';

// What export programs write around their tables.
const around = [
  /record\(?s?\)?\s+downloaded/iu,
  /(?:datens[aä]tze?|verkaufsprotokolle?|datensatz\/?-?s[aä]tze?)\W.*heruntergeladen/iu,
  /heruntergeladene\w*\s+(?:datens|verkauf|bestell)/iu,
  /enregistrement\W*s?\W*t[ée]l[ée]charg/iu,
  /registro\W*s?\W*(?:descargad|scaricat)/iu,
  /^seller\s*id\s*:/iu,
  /^(?:verk[aä]ufer(?:-?id|name)?|mitgliedsname des verk[aä]ufers|nom du vendeur|id vendeur|id venditore|id del vendedor)\s*:/iu,
  /^sep=.$/iu,
];
// `2`, `record(s) downloaded`, `from`, `Mar-01-26` ...
const aroundMax = 8;
const totalWords = new Set(
  [
    'total',
    'totals',
    'sum',
    'grand total',
    'subtotal',
    'summe',
    'gesamt',
    'gesamtsumme',
    'totaux',
    'somme',
    'totale',
    'totales',
    'suma',
    '合计',
    '总计',
    '合計',
  ].map(foldName),
);

/** Whether a row is what programs put around a table: a count of records, the seller's name, a line of totals, the header once more. */
export function isAround(cells: readonly string[], header: readonly string[]): boolean {
  let filled = 0;
  let firstFilled = -1;
  for (let at = 0; at < cells.length; at += 1) {
    if (cells[at] === '') continue;
    filled += 1;
    if (firstFilled < 0) firstFilled = at;
  }
  const first = plainCell(cells[firstFilled] ?? '');
  if (filled > 3 && first === plainCell(header[firstFilled] ?? '')) return repeatsHeader(cells, header);
  if (filled >= Math.max(4, header.length * 0.7)) return isCount(cells[firstFilled + 1] ?? '');

  if (cells.every((cell) => cell.trim() === '')) return true;
  if (filled <= aroundMax && cells.some((cell) => cell !== '' && around.some((form) => form.test(plainCell(cell))))) {
    return true;
  }
  return filled > 1 && totalWords.has(foldName(first));
}

// In a narrow table the line with the count is as full as any other.
function isCount(second: string): boolean {
  return /^record\(s\)/i.test(second);
}

function repeatsHeader(cells: readonly string[], header: readonly string[]): boolean {
  return cells.every((cell, at) => foldName(cell) === foldName(header[at] ?? ''));
}
