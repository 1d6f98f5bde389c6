const grouped = {
  '.': /^-?\d{1,3}(\.\d{3})+(,\d*)?$/,
  ',': /^-?\d{1,3}(,\d{3})+(\.\d*)?$/,
} as const;

/**
 * What a person wrote as a number, in the one notation that `parseDecimal` reads: `1,234.50` and `1.234,50` are
 * `1234.50`, `12,5` is `12.5`. What can be read in two ways (`1,234`) or in none stays as it was written, and is refused.
 */
export function typedDecimal(written: string): string {
  const text = written
    .normalize('NFKC')
    .replaceAll(/[\s'’]/gu, '')
    .replace(/^[\u2212\u2013]/u, '-');
  const plain = withPoint(text);
  if (plain === undefined || !/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return written;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(plain) ?? [];
  const units = whole.replace(/^0+(?=\d)/, '') || '0';
  return fraction === '' ? sign + units : `${sign}${units}.${fraction}`;
}

/** With a point where the decimals begin, and without groups; undefined where nobody can tell. */
function withPoint(text: string): string | undefined {
  const commas = text.split(',').length - 1;
  const points = text.split('.').length - 1;
  if (commas === 0 && points <= 1) return text;
  if (commas === 1 && points === 0) return /,\d{3}$/.test(text) ? undefined : text.replace(',', '.');
  if (grouped['.'].test(text)) return text.replaceAll('.', '').replace(',', '.');
  return grouped[','].test(text) ? text.replaceAll(',', '') : undefined;
}
