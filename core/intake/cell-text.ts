const excelText = /^="((?:[^"]|"")*)"$/;
const textMark = /^'(?=[\d=+\-@'])/;
// White space, and the marks that copying from web pages leaves around a number.
const invisibleEnds = /^[\s\u200B-\u200F\u2060\uFEFF]+|[\s\u200B-\u200F\u2060\uFEFF]+$/gu;
const unstorable = /[\0\p{Surrogate}]/gu;
const blankWords = new Set([
  '-',
  '--',
  '---',
  'n/a',
  'na',
  '#n/a',
  'null',
  'none',
  'nan',
  '(null)',
  '(none)',
  'undefined',
]);

/**
 * A cell as it is meant: without surrounding space and without what spreadsheets write so that a text stays a text
 * (`="0123"`, `'0123`). A formula stays the plain text it is; nothing is ever computed.
 */
export function plainCell(cell: string): string {
  if (cell === '') return cell;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  // Most cells begin with a letter or a digit and end with one.
  if (first > 0x2f && first < 0x80 && last > 0x20 && last < 0x80 && first !== 0x3d) return cell;

  const trimmed = cell.replace(invisibleEnds, '');
  if (trimmed.startsWith('="')) {
    const inside = excelText.exec(trimmed)?.[1];
    if (inside !== undefined) return inside.replaceAll('""', '"').trim();
  }
  return textMark.test(trimmed) ? trimmed.slice(1) : trimmed;
}

/** A code that is never written with an apostrophe in front: an order number, a postal code, a telephone number. */
export function plainCode(cell: string): string {
  const plain = plainCell(cell);
  return plain.startsWith("'") ? plain.slice(1).trim() : plain;
}

/** Text on one line, as it can be kept: NUL and halves of characters are left out, runs of white space become one space. */
export function oneLine(text: string): string {
  if (isPlainLine(text)) return text;
  return text.replaceAll(unstorable, '').replaceAll(/\s+/gu, ' ').trim();
}

/** ASCII without a space at either end or two in a row: nearly every text, passed over by a loop because there are so many. */
function isPlainLine(text: string): boolean {
  let before = space;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < space || code > 0x7e || (code === space && before === space)) return false;
    before = code;
  }
  return text === '' || before !== space;
}

const space = 0x20;

/** Whether a cell says that there is nothing: `N/A`, `null`, `--`. */
export function saysNothing(text: string): boolean {
  if (text === '') return true;
  // Few cells begin with one of `#(-NUnu`, so that few are looked up.
  switch (text.charCodeAt(0)) {
    case 0x23:
    case 0x28:
    case 0x2d:
    case 0x4e:
    case 0x55:
    case 0x6e:
    case 0x75:
      return text.length <= 9 && blankWords.has(text.toLowerCase());
    default:
      return false;
  }
}
