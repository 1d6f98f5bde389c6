/** A column as far as copying goes. */
export interface CopyColumn<Row> {
  text(row: Row): string | number;
}

export interface CopiedTable {
  /** Tab-separated, quoted as spreadsheets quote. */
  readonly tsv: string;
  readonly html: string;
}

/**
 * What a spreadsheet would take for the beginning of a formula (OWASP, "CSV Injection"): also behind blanks, which
 * spreadsheets skip, and in full width, which they fold.
 */
const formulaStart = /^\s*[=+\-@＝＋－＠]/u;

/**
 * Rows as a spreadsheet takes them. Numbers stay numbers whatever the sheet's decimal sign; text stays text: "00340434"
 * keeps its zeros, a tracking number its last digits, and nothing a buyer typed runs as a formula.
 */
export function copiedTable<Row>(columns: readonly CopyColumn<Row>[], rows: readonly Row[]): CopiedTable {
  const cells = rows.map((row) => columns.map((column) => column.text(row)));
  const lines = cells.map((line) => line.map(tsvCell).join('\t'));
  const trs = cells.map((line) => `<tr>${line.map(htmlCell).join('')}</tr>`);
  return {
    tsv: lines.join('\r\n'),
    html:
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>' +
      `<body><table>${trs.join('')}</table></body></html>`,
  };
}

function tsvCell(value: string | number): string {
  if (typeof value === 'number') return plainNumber(value);
  const text = unformula(value);
  return /["\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `x:num` tells Excel the value, `sdval` LibreOffice; `mso-number-format` "@" is Excel's name for text. */
function htmlCell(value: string | number): string {
  if (typeof value === 'number') {
    const text = plainNumber(value);
    return text === '' ? '<td></td>' : `<td x:num="${text}" sdval="${text}">${text}</td>`;
  }
  const text = unformula(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\r\n|\r|\n/gu, '<br style="mso-data-placement:same-cell">');
  return `<td style="mso-number-format:'\\@'">${text}</td>`;
}

function plainNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : '';
}

function unformula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}
