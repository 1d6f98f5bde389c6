import {must} from '../lib/assert.ts';
import {type Result, fail, ok} from '../lib/result.ts';

declare const tag: unique symbol;

/** An ISO 4217 alphabetic code that money can be counted in: `EUR`. */
export type CurrencyCode = string & {readonly [tag]: 'CurrencyCode'};

/**
 * ISO 4217 list one (SIX Group, table A.1 published 2024-06-25), each code with its number, by digits of the minor unit;
 * and what amendments 176 and 179 have added since: XCG (2025-03-31) and XAD (2025-05-12). A code withdrawn after that
 * table stays (ANG, BGN ...): old orders are counted in it.
 *
 * The thirteen codes without a minor unit are left out on purpose: metals (XAG XAU XPD XPT), bond units (XBA XBB XBC XBD),
 * units of account (XDR XSU XUA), test (XTS) and none (XXX). An amount in them has no smallest unit to count.
 */
const codesByDigits: readonly (readonly [digits: number, codes: string])[] = [
  [
    0,
    'BIF108 CLP152 DJF262 GNF324 ISK352 JPY392 KMF174 KRW410 PYG600 RWF646 UGX800 UYI940 VND704 VUV548 XAF950 XOF952 ' +
      'XPF953',
  ],
  [
    2,
    'AED784 AFN971 ALL008 AMD051 ANG532 AOA973 ARS032 AUD036 AWG533 AZN944 BAM977 BBD052 BDT050 BGN975 BMD060 BND096 ' +
      'BOB068 BOV984 BRL986 BSD044 BTN064 BWP072 BYN933 BZD084 CAD124 CDF976 CHE947 CHF756 CHW948 CNY156 COP170 COU970 ' +
      'CRC188 CUC931 CUP192 CVE132 CZK203 DKK208 DOP214 DZD012 EGP818 ERN232 ETB230 EUR978 FJD242 FKP238 GBP826 GEL981 ' +
      'GHS936 GIP292 GMD270 GTQ320 GYD328 HKD344 HNL340 HTG332 HUF348 IDR360 ILS376 INR356 IRR364 JMD388 KES404 KGS417 ' +
      'KHR116 KPW408 KYD136 KZT398 LAK418 LBP422 LKR144 LRD430 LSL426 MAD504 MDL498 MGA969 MKD807 MMK104 MNT496 MOP446 ' +
      'MRU929 MUR480 MVR462 MWK454 MXN484 MXV979 MYR458 MZN943 NAD516 NGN566 NIO558 NOK578 NPR524 NZD554 PAB590 PEN604 ' +
      'PGK598 PHP608 PKR586 PLN985 QAR634 RON946 RSD941 RUB643 SAR682 SBD090 SCR690 SDG938 SEK752 SGD702 SHP654 SLE925 ' +
      'SOS706 SRD968 SSP728 STN930 SVC222 SYP760 SZL748 THB764 TJS972 TMT934 TOP776 TRY949 TTD780 TWD901 TZS834 UAH980 ' +
      'USD840 USN997 UYU858 UZS860 VED926 VES928 WST882 XAD396 XCD951 XCG532 YER886 ZAR710 ZMW967 ZWG924',
  ],
  [3, 'BHD048 IQD368 JOD400 KWD414 LYD434 OMR512 TND788'],
  [4, 'CLF990 UYW927'],
];

interface Entry {
  readonly minorDigits: number;
  readonly numericCode: string;
}

const entries: ReadonlyMap<CurrencyCode, Entry> = new Map(
  codesByDigits.flatMap(([minorDigits, codes]) =>
    codes.split(' ').map((code) => [code.slice(0, 3) as CurrencyCode, {minorDigits, numericCode: code.slice(3)}]),
  ),
);

/** Every currency there is, in alphabetical order. */
export const currencyCodes: readonly CurrencyCode[] = [...entries.keys()].toSorted();

/** The currency of that code, in capitals; `money.unknown_currency` for codes that ISO does not list or gives no minor unit. */
export function currency(code: string): Result<CurrencyCode> {
  if (entries.has(code as CurrencyCode)) return ok(code as CurrencyCode);
  return fail('money.unknown_currency', {code: code.slice(0, 3)});
}

/** Digits after the point of one major unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(code: CurrencyCode): number {
  return entryOf(code).minorDigits;
}

/** The three digits that card networks and banks use for the currency: `978` for EUR. */
export function numericCode(code: CurrencyCode): string {
  return entryOf(code).numericCode;
}

function entryOf(code: CurrencyCode): Entry {
  return must(entries.get(code), 'a currency code was checked when it came in');
}
