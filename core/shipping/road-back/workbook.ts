import {strToU8, zipSync} from 'fflate';

// Any day will do, but always the same one: the same rows then give the same bytes.
const someDay = '2000-01-02T12:00:00';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * Rows as the one sheet of an XLSX file (ECMA-376). Every cell is text: order numbers of nineteen digits and leading zeros
 * stay as they are, and nothing is ever a formula.
 */
export function workbookBytes(rows: readonly (readonly string[])[], sheetName: string): Uint8Array {
  const part = (type: string, name: string): string =>
    `<Override PartName="/xl/${name}" ContentType="${spreadsheet}.${type}+xml"/>`;
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('sheet.main', 'workbook.xml')}${part('worksheet', 'worksheets/sheet1.xml')}</Types>`,
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.map(rowText).join('')}</sheetData></worksheet>`,
  };
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(head + text)] as const);
  return zipSync(Object.fromEntries(bytes), {mtime: someDay});
}

function relation(type: string, target: string): string {
  return `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
}

function rowText(cells: readonly string[], row: number): string {
  const written = cells.map((cell, column) => {
    const place = `${columnName(column)}${row + 1}`;
    return cell === '' ? '' : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${row + 1}">${written.join('')}</row>`;
}

/** A to Z, then AA: no table of ours is wider than two letters. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
