/** A cache by locale and one more key: making a formatter costs more than a thousand uses of it. */
export function perLocale<Key extends string | number, T>(
  make: (locale: string, key: Key) => T,
): (locale: string, key: Key) => T {
  const made = new Map<string, T>();
  return (locale, key) => {
    const name = `${locale} ${key}`;
    const known = made.get(name);
    if (known !== undefined) return known;
    const fresh = make(locale, key);
    made.set(name, fresh);
    return fresh;
  };
}

const wholeFormats = perLocale((locale, _: 'whole') => new Intl.NumberFormat(locale, {maximumFractionDigits: 0}));
const percentFormats = perLocale(
  (locale, digits: number) =>
    new Intl.NumberFormat(locale, {style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits}),
);
const decimalFormats = perLocale(
  (locale, digits: number) =>
    new Intl.NumberFormat(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits}),
);

/** A count: `12,480`. */
export function formatCount(locale: string, count: number): string {
  return withRealMinus(wholeFormats(locale, 'whole').format(count));
}

/** A share of one, 0.125 as `12.5%`. */
export function formatShare(locale: string, share: number, digits = 1): string {
  return withRealMinus(percentFormats(locale, digits).format(share));
}

/** Decimal text such as `-12345678901234.56`, grouped as the locale does; it never becomes a float on the way. */
export function formatDecimal(locale: string, text: `${number}`, digits: number): string {
  return withRealMinus(decimalFormats(locale, digits).format(text));
}

/** The sign that is as wide as a plus and does not break from its number, where `Intl` writes a hyphen. */
function withRealMinus(text: string): string {
  return text.replace('-', '\u2212');
}
