import bwip from 'bwip-js/generic';
import {expect, test} from 'vitest';
import {code128, code128Bars, fnc1} from './code128.ts';

/** What bwip-js draws for the same text; `^FNC1` stands for the function character. */
function peer(text: string): readonly number[] {
  const [symbol] = bwip.raw('code128', text, {parsefnc: true});
  if (!symbol || !('sbs' in symbol)) throw new Error('bwip-js gave no bars');
  return symbol.sbs;
}

function modulesOf(text: string): readonly number[] | string {
  const bars = code128(text);
  return bars.ok ? bars.value.modules : bars.fault.code;
}

test.each([
  'A', '1', '12', '123', '1234', '12345', '123456', 'AB1234', 'AB12345', '1234AB', '12345AB', 'ab12cd3456ef', '00340434161094042557',
  'RR123456785DE', 'H123456789012345', 'tab\there', '\tA\tb', 'a\tb', 'A\tb\tC', '\u0001\u0002ab', 'ab\u0001\u0002', '302-1234567-1234567',
  'a^b{c}', '~', '\u007f', ' ', '1\t', '1234\t5678', 'abc\t1234',
])('Code 128 of %j is bit for bit what bwip-js draws', (text) => {
  expect(modulesOf(text)).toEqual(peer(text.replaceAll('^', '^^')));
}); // prettier-ignore

test('Code 128 of any text is bit for bit what bwip-js draws', () => {
  const alphabets = ['0123456789', '0123456789A', 'AB\t12', 'ab\t12', 'aB9\u0003', 'abcdefgh', '09az_-'];
  let state = 7;
  const dice = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  for (let turn = 0; turn < 400; turn++) {
    const letters = alphabets[turn % alphabets.length] ?? '';
    const text = Array.from({length: 1 + dice(24)}, () => letters[dice(letters.length)]).join('');
    expect([text, modulesOf(text)]).toEqual([text, peer(text)]);
  }
});

test('function characters keep digits in pairs, as bwip-js has them', () => {
  const codes = (text: string) => Array.from(text, (letter) => (letter === '|' ? fnc1 : letter.charCodeAt(0)));
  for (const text of [
    '|0109501101530003',
    '|10AB12|3103000123',
    '|1012345|21XY',
    '|10123456|211234',
    '1234|5678',
    '12|A',
  ])
    expect([text, code128Bars(codes(text)).modules]).toEqual([text, peer(text.replaceAll('|', '^FNC1'))]);
});

test.each(['', 'Größe', '№ 7', '李'])('Code 128 cannot say %j', (text) => {
  expect(modulesOf(text)).toBe('paper.not_encodable');
});
