import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import type {Address} from '../storefronts/address.ts';
import {addressLines} from './address-lines.ts';
import {countryName} from './country-name.ts';

const person = {name: 'N. Name', company: 'Company', street: 'Street 1', extra: 'Floor 2', city: 'City'};

/** The texts of an address's lines, joined by ' / '. */
function written(address: Address): string {
  const lines = addressLines(address);
  return lines.ok ? lines.value.map((line) => line.text).join(' / ') : lines.fault.code;
}

test.each<[country: string, more: Partial<Address>, lines: string]>([
  ['DE', {postalCode: '10115', region: 'Berlin'}, 'N. Name / Company / Street 1 / Floor 2 / 10115 City / GERMANY'],
  ['FR', {postalCode: '75011'}, 'Company / N. Name / Street 1 / Floor 2 / 75011 City / FRANCE'],
  ['IT', {postalCode: '20121', region: 'MI'}, 'N. Name / Company / Street 1 / Floor 2 / 20121 City MI / ITALY'],
  ['ES', {postalCode: '28004', region: 'City'}, 'N. Name / Company / Street 1 / Floor 2 / 28004 City / SPAIN'],
  ['GB', {postalCode: 'EC1A 1BB'}, 'N. Name / Company / Street 1 / Floor 2 / City / EC1A 1BB / UNITED KINGDOM'],
  ['HU', {postalCode: '1051'}, 'N. Name / Company / City / Street 1 / Floor 2 / 1051 / HUNGARY'],
  [
    'US',
    {postalCode: '97214', region: 'OR'},
    'N. Name / Company / Street 1 / Floor 2 / City, OR 97214 / UNITED STATES',
  ],
  ['CA', {postalCode: 'H2X 1Y4', region: 'QC'}, 'N. Name / Company / Street 1 / Floor 2 / City QC H2X 1Y4 / CANADA'],
  ['AU', {postalCode: '3000', region: 'VIC'}, 'Company / N. Name / Street 1 / Floor 2 / City VIC 3000 / AUSTRALIA'],
  [
    'BR',
    {postalCode: '01310-100', region: 'SP'},
    'Company / N. Name / Street 1 / Floor 2 / City-SP / 01310-100 / BRAZIL',
  ],
  ['MX', {region: 'CDMX'}, 'N. Name / Company / Street 1 / Floor 2 / City, CDMX / MEXICO'],
  [
    'JP',
    {postalCode: '150-0001', region: 'Tokyo'},
    'N. Name / Company / Street 1 / Floor 2 / City, Tokyo / 150-0001 / JAPAN',
  ],
  ['HK', {}, 'N. Name / Company / Street 1 / Floor 2 / City / HONG KONG'],
  ['KE', {postalCode: '00100', region: 'Coast'}, 'N. Name / Company / Street 1 / Floor 2 / City / 00100 / KENYA'],
])('a parcel to %s is addressed as its post asks', (country, more, lines) => {
  expect(written({...person, ...more, country})).toBe(lines);
});

test.each<[country: string, address: Omit<Address, 'country'>, lines: string]>([
  [
    'JP',
    {
      name: '佐々木 美咲',
      company: '株式会社つばめ',
      street: '神宮前1-2-3',
      postalCode: '〒150-0001',
      city: '渋谷区',
      region: '東京都',
    },
    '〒150-0001 / 東京都渋谷区 / 神宮前1-2-3 / 株式会社つばめ / 佐々木 美咲 / JAPAN',
  ],
  [
    'KR',
    {name: '김서연', street: '테헤란로 123', extra: '101동', postalCode: '06133', city: '강남구', region: '서울특별시'},
    '서울특별시 강남구 / 테헤란로 123 / 101동 / 김서연 / 06133 / SOUTH KOREA',
  ],
  [
    'CN',
    {name: '王小明', street: '延安西路1538号', postalCode: '200052', city: '长宁区', region: '上海市'},
    '200052 / 上海市长宁区 / 延安西路1538号 / 王小明 / CHINA',
  ],
  ['TW', {name: '陳怡君', street: '中山路5號', city: '台北市'}, '台北市 / 中山路5號 / 陳怡君 / TAIWAN'],
])('an address of %s in its own script runs from the large to the small', (country, address, lines) => {
  expect(written({...address, country})).toBe(lines);
});

test('who it is for, the place the post sorts by and the country are told apart from the rest', () => {
  expect(addressLines({...person, postalCode: '1011', country: 'NL'})).toEqual({
    ok: true,
    value: [
      {role: 'street', text: 'Company'},
      {role: 'name', text: 'N. Name'},
      {role: 'street', text: 'Street 1'},
      {role: 'street', text: 'Floor 2'},
      {role: 'place', text: '1011 City'},
      {role: 'country', text: 'NETHERLANDS'},
    ],
  });
});

test('a code that names no country is a fault', () => {
  expect(addressLines({...person, country: 'QX'})).toEqual({
    ok: false,
    fault: {code: 'shipping.country_unknown', values: {country: 'QX'}},
  });
  expect(countryName('ZZ')).toBeUndefined();
});

test('in no country a part of the address gets lost, save a region that the post does not want', () => {
  const letters = Array.from({length: 26}, (_, at) => String.fromCharCode(65 + at));
  const countries = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => countryName(code));
  expect(countries.length).toBeGreaterThan(240);
  const east = {street: '街道 1', city: '城市'};
  for (const country of countries)
    for (const address of [
      {...person, country, postalCode: '12345'},
      {...person, ...east, country, postalCode: '12345'},
    ]) {
      const said = written(address);
      const parts = [address.name, address.company, address.street, address.extra, address.city, address.postalCode];
      expect([country, parts.filter((part) => !said.includes(part))]).toEqual([country, []]);
    }
});

test.each([
  ['LT', 'LT-01103', 'LT-01103 City Region'],
  ['LT', '01103', 'LT-01103 City Region'],
  ['MZ', '1100', '1100 City Region'],
])('in %s the code %s is written as %s', (country, postalCode, line) => {
  expect(written({...person, country, postalCode, region: 'Region'}).split(' / ')).toContain(line);
});

const countriesFile = new URL('../../../shared/data/addresses/libaddressinput-countries.json', import.meta.url);

test('lines stand in the order that the address data of Google had', (ctx) => {
  if (!existsSync(countriesFile)) return ctx.skip('no shared data');
  const countries = JSON.parse(readFileSync(countriesFile, 'utf8')) as Readonly<
    Record<string, {readonly fmt?: string; readonly lfmt?: string}>
  >;
  const given = {...person, region: 'Region', postalCode: '12345'};
  const known: Readonly<Record<string, string>> = {
    A: 'Street 1',
    N: 'N. Name',
    O: 'Company',
    C: 'City',
    S: 'Region',
    Z: '12345',
  };
  const disordered = Object.entries(countries).flatMap(([country, {fmt, lfmt = fmt}]) => {
    if (lfmt === undefined || country === 'ZZ') return [];
    const said = written({...given, country});
    // Of the fields that both have: the library is newer, and we add what a country would leave out.
    const places = Array.from(lfmt.matchAll(/%([ANOCSZ])/g), ([, sign = '']) => said.indexOf(known[sign] ?? '')).filter(
      (at) => at >= 0,
    );
    return places.every((at, index) => index === 0 || at > (places[index - 1] ?? 0)) ? [] : [country];
  });
  // The library has newer data: Belarus, Kyrgyzstan, Russia and Ukraine no longer begin with the code.
  expect(disordered).toEqual(['BY', 'CK', 'CR', 'DK', 'KG', 'MN', 'PH', 'RU', 'UA']);
});
