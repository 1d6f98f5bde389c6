/**
 * A table as text with a separator, by RFC 4180: lines end with CR LF, a cell is quoted where it must be. No mark stands at
 * the beginning: importers take it for a part of the first column's name.
 */
export function tableText(rows: readonly (readonly string[])[], separator: ',' | ';' | '\t'): string {
  return rows.map((cells) => `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`).join('');
}

function quoted(cell: string, separator: string): string {
  const mustBe = cell.includes(separator) || /["\r\n]|^\s|\s$/.test(cell);
  return mustBe ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Whether a cell may stand in a file that somebody opens with a spreadsheet: one that begins like a formula would be run
 * there. Such a cell is refused, never changed: the channel would not know the order or the number again. Control
 * characters and halves of characters have no business in any.
 */
export function isSafeCell(cell: string): boolean {
  return !/^\s*[=+\-@＝＋－＠]|[\p{Cc}\p{Cs}]/u.test(cell);
}
