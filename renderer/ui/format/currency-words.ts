import type {CurrencyCode} from '#core/money/currency.ts';

/** A currency by code and name: `EUR · Euro`. */
export function currencyWords(locale: string, code: CurrencyCode): string {
  const name = new Intl.DisplayNames(locale, {type: 'currency', fallback: 'none'}).of(code);
  return name === undefined ? code : `${code} · ${name}`;
}
