import type {CurrencyCode} from '../../money/currency.ts';
import type {ZoneId} from '../../time/zone.ts';
import {countryOf} from '../country-words.ts';
import {foldName} from '../fold-name.ts';
import type {FileFacts, Format} from '../format.ts';
import {markets} from './markets.ts';

const halfDay = /\d\s?[ap]m$/i;

// Parts of addresses that one market has only, as TikTok names their columns.
const columnsOfCountry: Readonly<Record<string, readonly string[]>> = {
  VN: ['commune', 'ward'],
  ID: ['villages', 'regencyandcity'],
  PH: ['barangay'],
  TH: ['subdistrict'],
};

const scripts: readonly (readonly [country: string, letters: RegExp])[] = [
  ['TH', /\p{Script=Thai}/u],
  ['VN', /[ăắằẳẵặâấầẩẫậđêếềểễệơớờởỡợưứừửữự]/iu],
  ['JP', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
];
const malay = new Set([
  'untukdihantar',
  'perludihantar',
  'dihantar',
  'telahdihantar',
  'menunggukutipan',
  'menunggupenghantaran',
  'dalampenghantaran',
  'untukdipos',
]);
const indonesian = new Set([
  'perludikirim',
  'dikirim',
  'telahdikirim',
  'sedangtransit',
  'menunggupengiriman',
  'menunggupengambilan',
  'dalampengiriman',
  'terkirim',
]);

/**
 * The currency of a file whose amounts are bare numbers. A shop of TikTok sells in one market, in its currency; the market is told
 * by where orders go, by the columns of the address, or by the language of states. Undefined when all of it is English.
 */
export function tiktokCurrency(file: FileFacts): CurrencyCode | undefined {
  return markets[countryOfFile(file) ?? '']?.currency as CurrencyCode | undefined;
}

/** Clock, order of dates and decimal sign of the market. Only American times have AM and PM, and only there the month comes first. */
export function tiktokConventions(file: FileFacts): ReturnType<NonNullable<Format['conventionsOf']>> {
  const country = countryOfFile(file);
  const market = country === undefined ? undefined : markets[country];
  const american = country === 'US' || isAmerican(file);
  return {
    dateOrder: american ? 'mdy' : 'dmy',
    ...(market ? {decimalSign: market.points ? ',' : '.'} : {}),
    ...(market?.zone === undefined ? {} : {zone: market.zone as ZoneId}),
  };
}

function countryOfFile(file: FileFacts): string | undefined {
  const countries = new Set(file.values('shipCountry').map((text) => countryOf(text)));
  const [only] = countries;
  if (countries.size === 1 && only !== undefined) return only;

  const names = file.header.map(foldName);
  for (const [country, columns] of Object.entries(columnsOfCountry)) {
    if (columns.some((column) => names.includes(column))) return country;
  }

  const states = [...file.values('status'), ...file.values('fulfillmentStatus')];
  const script = scripts.find(([, letters]) => states.some((state) => letters.test(state)))?.[0];
  if (script !== undefined) return script;
  const folded = states.map(foldName);
  if (folded.some((state) => malay.has(state))) return 'MY';
  if (folded.some((state) => indonesian.has(state))) return 'ID';
  return isAmerican(file) ? 'US' : undefined;
}

function isAmerican(file: FileFacts): boolean {
  return file.values('orderedAt').some((text) => halfDay.test(text));
}
