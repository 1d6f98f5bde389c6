import {expect, test} from 'vitest';
import {gs1Bars} from '../../paper/barcodes/gs1.ts';
import {labelCodeOf} from './label-code.ts';
import {isSameCode, scanOfTyped} from './scan.ts';

const toUs = {country: 'US', postalCode: '12345-6789'};
const toDe = {country: 'DE', postalCode: '10115'};

test.each([
  ['an SSCC', '00340434161094042557', toDe, 'gs1-128', '(00)340434161094042557'],
  ['USPS', '9205590164917312751089', toUs, 'gs1-128', '(420)12345(92)05590164917312751089'],
  [
    'USPS to a territory without a postal code',
    '9205590164917312751089',
    {country: 'GU'},
    'gs1-128',
    '(92)05590164917312751089',
  ],
  ['an S10 number', 'RR 123 456 785 DE', toDe, 'code128', 'RR123456785DE'],
  ['20 digits that are no SSCC', '00340434161094042558', toDe, 'code128', '00340434161094042558'],
])('%s has the barcode that its carrier scans, and the bench knows it again', (_what, number, to, kind, data) => {
  const code = labelCodeOf(number, to);
  const scan = scanOfTyped(
    kind === 'gs1-128' ? `]C1${data.replace(/\)12345\(/, ')12345\u001d(').replaceAll(/[()]/g, '')}` : data,
  );
  const plain = number.replaceAll(' ', '');
  expect([code, scan?.tells === 'code' && scan.texts.some((text) => isSameCode(text, plain))]).toEqual([
    {kind, data},
    true,
  ]);
  if (kind === 'gs1-128') expect(gs1Bars(data).ok).toBe(true);
});
