import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {currency, currencyCodes, minorDigits, numericCode} from './currency.ts';

const sharedTable = new URL('../../../shared/data/codes/iso4217-table_a1.xml', import.meta.url);

test('a currency knows how many digits its coins have and its number', () => {
  const known = ['EUR', 'JPY', 'KWD', 'CLF', 'XCG'].map((code) => {
    const found = currency(code);
    return found.ok && [found.value, minorDigits(found.value), numericCode(found.value)];
  });

  expect(known).toEqual([
    ['EUR', 2, '978'],
    ['JPY', 0, '392'],
    ['KWD', 3, '414'],
    ['CLF', 4, '990'],
    ['XCG', 2, '532'],
  ]);
});

test('gold, test codes, small letters and unknown codes are no currency', () => {
  expect(['XAU', 'XXX', 'XTS', 'eur', 'EURO', '', 'constructor'].map((code) => currency(code))).toEqual(
    ['XAU', 'XXX', 'XTS', 'eur', 'EUR', '', 'con'].map((code) => ({
      ok: false,
      fault: {code: 'money.unknown_currency', values: {code}},
    })),
  );
});

test('every code is listed once, in order, with three digits', () => {
  expect(currencyCodes).toEqual([...new Set(currencyCodes)].toSorted());
  expect(currencyCodes.filter((code) => !/^[A-Z]{3}$/.test(code) || !/^\d{3}$/.test(numericCode(code)))).toEqual([]);
});

test('the table says what the published ISO 4217 list says, and adds only what came after it', (ctx) => {
  if (!existsSync(sharedTable)) return ctx.skip('no shared data');

  const row = /<Ccy>(\w+)<\/Ccy>\s*<CcyNbr>(\d+)<\/CcyNbr>\s*<CcyMnrUnts>(.+?)<\/CcyMnrUnts>/g;
  const published = [...readFileSync(sharedTable, 'utf8').matchAll(row)].map(
    ([, code = '', number = '', digits = '']) => ({code, number, digits}),
  );
  const countable = published.filter(({digits}) => digits !== 'N.A.').map((entry) => [entry.code, entry]);
  const added = {
    XAD: {code: 'XAD', number: '396', digits: '2'},
    XCG: {code: 'XCG', number: '532', digits: '2'},
  };
  const ours = currencyCodes.map((code) => [
    code,
    {code, number: numericCode(code), digits: String(minorDigits(code))},
  ]);

  expect(published.length).toBeGreaterThan(200);
  expect(Object.fromEntries(ours)).toEqual({...Object.fromEntries(countable), ...added});
});
