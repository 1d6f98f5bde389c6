import {type CurrencyCode, currency} from '../money/currency.ts';

// Signs and words that stand for one currency. `$`, `kr` and `¥` stand for several: see below.
const codeOfWord: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  '£': 'GBP',
  US$: 'USD',
  'US $': 'USD',
  $US: 'USD',
  'AU $': 'AUD',
  AU$: 'AUD',
  A$: 'AUD',
  'C $': 'CAD',
  CA$: 'CAD',
  C$: 'CAD',
  CDN$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  NT$: 'TWD',
  S$: 'SGD',
  SG$: 'SGD',
  MX$: 'MXN',
  MEX$: 'MXN',
  R$: 'BRL',
  'JP¥': 'JPY',
  円: 'JPY',
  'CN¥': 'CNY',
  RMB: 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  '₩': 'KRW',
  원: 'KRW',
  '₹': 'INR',
  'RS.': 'INR',
  '₽': 'RUB',
  '₺': 'TRY',
  TL: 'TRY',
  '₫': 'VND',
  Đ: 'VND',
  '฿': 'THB',
  บาท: 'THB',
  '₱': 'PHP',
  RM: 'MYR',
  RP: 'IDR',
  '₪': 'ILS',
  '₴': 'UAH',
  ZŁ: 'PLN',
  KČ: 'CZK',
  FT: 'HUF',
  'FR.': 'CHF',
  SFR: 'CHF',
  KSH: 'KES',
  '₦': 'NGN',
  $: 'USD',
};

// Signs that many currencies share: they say that this is money and not which.
const shared = new Set(['¥', 'KR', 'KR.', 'R']);

const read = new Map<string, CurrencyCode | 'any' | undefined>();
const readMax = 1_000;

/**
 * The currency that a code, a sign or a word beside an amount means; 'any' for a sign that many share, undefined for
 * other words. A bare `$` is the dollar of the USA, as in the reports of the marketplaces that leave the letters out.
 */
export function currencyOfText(text: string): CurrencyCode | 'any' | undefined {
  if (read.has(text)) return read.get(text);
  const found = look(text.normalize('NFKC').trim().toUpperCase());
  if (read.size >= readMax) read.clear();
  read.set(text.slice(0, 60), found);
  return found;
}

/** As `currencyOfText` for a cell that holds nothing but a currency. */
export function currencyOfCell(text: string): CurrencyCode | undefined {
  const found = currencyOfText(text);
  return found === 'any' ? undefined : found;
}

function look(word: string): CurrencyCode | 'any' | undefined {
  if (shared.has(word)) return 'any';
  const code = currency(codeOfWord[word] ?? word);
  if (code.ok) return code.value;

  // `US $`, `USD$`, `€ EUR`: a code beside its sign.
  const letters = /^(?:([A-Z]{3})\s*[$€£¥]|[$€£¥]\s*([A-Z]{3}))$/.exec(word);
  const beside = letters ? currency(letters[1] ?? letters[2] ?? '') : undefined;
  return beside?.ok ? beside.value : undefined;
}
