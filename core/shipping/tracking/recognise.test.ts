import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {carriersOfAssets} from '../../../tools/carriers/carriers-of-assets.ts';
import {recognise} from './recognise.ts';

const shared = new URL('../../../../shared/data/tracking/couriers/', import.meta.url);
const carriers = carriersOfAssets();

interface SharedCourier {
  readonly courier_code: string;
  readonly tracking_numbers: readonly {
    readonly test_numbers: Readonly<Record<'valid' | 'invalid', readonly string[]>>;
  }[];
}

function sharedNumbers(kind: 'valid' | 'invalid'): readonly (readonly [courier: string, number: string])[] {
  return readdirSync(shared).flatMap((file) => {
    const {courier_code: courier, tracking_numbers: schemes} = JSON.parse(
      readFileSync(new URL(file, shared), 'utf8'),
    ) as SharedCourier;
    return schemes.flatMap((scheme) => scheme.test_numbers[kind].map((number) => [courier, number] as const));
  });
}

function isOf(courier: string, number: string): boolean {
  return recognise(carriers, number).matches.some((match) => match.courier === courier);
}

test('published numbers of eighteen couriers are known as their numbers', (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');

  const unknown = sharedNumbers('valid').filter(([courier, number]) => !isOf(courier, number));

  expect(unknown).toEqual([]);
});

test('published wrong numbers are never taken for their courier', (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');

  const taken = sharedNumbers('invalid').filter(([courier, number]) => isOf(courier, number));

  expect(taken).toEqual([]);
});
test.each([
  ['with blanks and dashes', ' 1z 999-AA1 01\u00A02345\u20136784\t', '1Z999AA10123456784'],
  ['in small letters', 'rr473124829gb', 'RR473124829GB'],
  ['in the wide letters of Asian keyboards', 'ＲＲ４７３１２４８２９ＧＢ', 'RR473124829GB'],
  ['with marks nobody sees', '\u200ERR\u200B473124829GB\uFEFF', 'RR473124829GB'],
])('a number %s is the same number', (_, given, number) => {
  const found = recognise(carriers, given);

  expect([found.number, found.valid]).toEqual([number, true]);
});

// Numbers that stand in the publications which the files of assets/carriers name.
test.each([
  ['dhl', '00340433836442636597'],
  ['dhl', '201298452277'],
  ['dhl', '21.802 580.906 6'],
  ['hermes', '09133131530724'],
  ['yamato', '1234-5678-9013'],
  ['yamato', '444413758703'],
  ['japan_post', '4055-4842-4886'],
  ['sagawa', '512547514334'],
  ['tnt', '183928252'],
  ['tnt', '480253470'],
  ['ups', '1Z 591580 68 55587736'],
  ['royal_mail', 'RR473124829GB'],
  ['gs1', '(00) 10614141 234567890 8'],
])('%s is known by the published number %s', (courier, number) => {
  expect(isOf(courier, number)).toBe(true);
});

test('a number tells its parts, its service and its country, and whether a check digit speaks for it', () => {
  const [dpd, amazon] = ['0081827 09980000020033 350 276 C', 'TBA000000000000'].map(
    (number) => recognise(carriers, number).matches,
  );

  expect([dpd, amazon]).toEqual([
    [
      {
        courier: 'dpd',
        scheme: 'dpd_28',
        service: 'AM0, by 8:30',
        checked: true,
        parts: {
          zip: '0081827',
          serial: '09980000020033',
          service: '350',
          country: '276',
          check: 'C',
          countryLetters: 'DE',
        },
      },
    ],
    [
      {
        courier: 'amazon',
        scheme: 'amazon_logistics',
        service: 'Amazon Logistics',
        checked: false,
        parts: {kind: 'TBA', serial: '000000000000'},
      },
    ],
  ]);
});

test('a postal number ends in a country of ISO 3166, and in nothing else', () => {
  const pairs = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((one, _, all) => all.map((other) => one + other));
  const countries = pairs.filter((pair) => isOf('s10', `RR473124829${pair}`));

  expect([
    countries.length,
    ['AX', 'GB', 'XK', 'UK', 'EU', 'AN', 'ZZ'].filter((one) => countries.includes(one)),
  ]).toEqual([249, ['AX', 'GB']]);
});

test('carriers with a check digit are named before those whose form alone fits', () => {
  const found = recognise(carriers, '60120172242323').matches.map(({checked}) => checked);

  expect(found).toEqual(found.toSorted((one, other) => Number(other) - Number(one)));
});

test.each([
  ['nothing', ''],
  ['blanks', ' \t '],
  ['words', 'not shipped yet'],
  ['a formula', '=HYPERLINK("http://a.example")'],
  ['letters of other scripts', 'РР473124829ГБ'],
  ['digits of other scripts', 'RR٤٧٣١٢٤٨٢٩GB'],
  ['more than any number has', '1'.repeat(61)],
  ['a megabyte', '1'.repeat(1_000_000)],
  ['half a character', '\uD83D'],
])('%s is no number', (_, given) => {
  const {number, valid, matches} = recognise(carriers, given);

  expect([number.length <= 200, valid, matches]).toEqual([true, false, []]);
});

test('a hundred thousand lines made to hurt are read in the time of any others', () => {
  const hurting = ['1Z'.repeat(20), '0'.repeat(34), `420${'9'.repeat(31)}`, 'GM'.padEnd(41, '1'), ' - '.repeat(66)];
  const begun = performance.now();
  for (let round = 0; round < 20_000; round += 1) for (const line of hurting) recognise(carriers, line);

  // 0.9 s on a quiet machine; a form that went back over a number would take minutes.
  expect(performance.now() - begun).toBeLessThan(60_000);
});
