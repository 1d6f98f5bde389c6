import {describe, expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {badgeCode, commandsOfCard, toldBy} from './commands.ts';
import {elementsOf} from './element-string.ts';
import {isSameCode, scanOf, scanOfTyped} from './scan.ts';
import {type Struck, groupSeparator, textsOf} from './typed-by-scanner.ts';

// What an American keyboard has on each key, and what the same keys write in France (AZERTY, Windows and X11 alike).
const american = new Map<string, readonly [string, boolean]>();
const french = new Map<string, readonly [string, string]>();
const letters = 'abcdefghijklmnopqrstuvwxyz';
for (const letter of letters) {
  american.set(letter, [`Key${letter.toUpperCase()}`, false]);
  american.set(letter.toUpperCase(), [`Key${letter.toUpperCase()}`, true]);
  french.set(`Key${letter.toUpperCase()}`, [letter, letter.toUpperCase()]);
}
for (const [place, one] of Object.entries({KeyQ: 'a', KeyA: 'q', KeyW: 'z', KeyZ: 'w', Semicolon: 'm'})) {
  french.set(place, [one, one.toUpperCase()]);
}
french.set('KeyM', [',', '?']);
for (const [digit, sign] of [...'à&é"\'(-è_ç'].entries()) {
  american.set(String(digit), [`Digit${digit}`, false]);
  french.set(`Digit${digit}`, [sign, String(digit)]);
}
for (const [sign, code, isShifted, here] of [
  ['-', 'Minus', false, ')'],
  ['_', 'Minus', true, '°'],
  [':', 'Semicolon', true, 'M'],
  ['/', 'Slash', false, '!'],
  ['.', 'Period', false, ':'],
  [' ', 'Space', false, ' '],
  ['(', 'Digit9', true, '9'],
  [')', 'Digit0', true, '0'],
  ['[', 'BracketLeft', false, 'Dead'],
] as const) {
  american.set(sign, [code, isShifted]);
  const [plain = '', shifted = ''] = french.get(code) ?? [];
  french.set(code, isShifted ? [plain, here] : [here, shifted]);
}

/** A code as a scanner with an American layout strikes it, on a computer with this layout. */
function struck(code: string, layout: 'american' | 'french'): readonly Struck[] {
  return [...code].map((sign): Struck => {
    if (sign === groupSeparator)
      return {key: layout === 'french' ? '$' : ']', code: 'BracketRight', shift: false, ctrl: true};
    const [place, shift] = must(american.get(sign), `a key for ${sign}`);
    const [plain, shifted] = must(french.get(place), `a French ${place}`);
    return {key: layout === 'american' ? sign : shift ? shifted : plain, code: place, shift, ctrl: false};
  });
}

describe('a scanner that is set to another layout than the computer', () => {
  test('writes gibberish, and is read all the same', () => {
    const [written, meant] = textsOf(struck('RM-1001/2', 'french'));
    expect([written, meant]).toEqual(['R?)&àà&!é', 'RM-1001/2']);
  });

  test.each(['TW:PARTIAL', 'TW:B:ANNA', 'TW:X10', '4006381333931', 'SKU_7.b', 'RM-1001/2'])(
    'says %s anywhere',
    (code) => {
      const [here, there] = [scanOf(struck(code, 'american')), scanOf(struck(code, 'french'))];
      const told = toldBy(code);
      if (told) expect([here, there]).toEqual([told, told]);
      else
        expect([here, there].map((scan) => scan?.tells === 'code' && scan.texts.includes(code))).toEqual([true, true]);
    },
  );

  test('and one that is set right is read as the computer writes it', () => {
    const right = [...'azerty'].map((key, at) => ({
      key,
      code: ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY'][at] ?? '',
      shift: false,
      ctrl: false,
    }));
    expect(textsOf(right)[0]).toBe('azerty');
  });

  test('Caps Lock turns letters round, and the bench turns them back', () => {
    expect([scanOf(struck('tw:undo', 'american')), textsOf(struck('rm-7', 'american'))]).toEqual([
      {tells: 'command', command: 'undo'},
      ['rm-7', 'RM-7'],
    ]);
  });
});

describe('barcodes of GS1', () => {
  const article = '09501101530003';
  const code = (elements: string) => scanOf(struck(elements, 'french'));

  test.each<[string, string, object]>([
    ['with their symbology named', `]C101${article}21S-1${groupSeparator}3012`, {serial: 'S-1', quantity: 12}],
    ['as they stand', `01${article}1726113010LOT${groupSeparator}21S-1`, {serial: 'S-1'}],
    ['with a separator in front', `${groupSeparator}01${article}21A`, {serial: 'A'}],
    ['as people read them', `(01)${article}(21)S-1`, {serial: 'S-1'}],
    ['as a link', `https://id.example.com/01/${article}/21/S%2D1`, {serial: 'S-1'}],
  ])('%s say their article, serial number and quantity', (_what, text, found) => {
    const scan = /^https|^\(/.test(text) ? scanOfTyped(text) : text.startsWith(']') ? scanOfTyped(text) : code(text);
    expect(scan).toMatchObject({tells: 'code', ...found});
    expect(scan?.tells === 'code' && scan.texts[0]).toBe(article);
  });

  test('of parcels are the numbers that carriers print, with their identifier', () => {
    const postal = [`]C142012345${groupSeparator}9205590164917312751089`, ']C1420123459205590164917312751089'];
    const texts = ['(00)340434161094042557', ...postal].map((text) => {
      const scan = scanOfTyped(text);
      return scan?.tells === 'code' ? scan.texts[0] : undefined;
    });
    const number = '9205590164917312751089';
    expect(texts).toEqual(['00340434161094042557', number, number]);
  });

  test.each(['01123', '0109501101530004', 'RM-01', '(x)1', ']C1ZZ', ''])('%s is none', (text) => {
    expect(elementsOf(text)).toBeUndefined();
  });
});

test('an article is the same with zeros before it or without, and a text only itself', () => {
  expect([
    isSameCode('4006381333931', '04006381333931'),
    isSameCode('036000291452', '0036000291452'),
    isSameCode('1001', '01001'),
    isSameCode('4006381333932', '04006381333932'),
    isSameCode('tea', 'TEA'),
  ]).toEqual([true, true, false, false, false]);
});

test('every command of the card, every badge on it and no other text tells the bench something', () => {
  const card = commandsOfCard(
    (command) => command,
    (times) => `x${times}`,
  );
  expect(card.map(({code, label}) => [toldBy(code.toLowerCase()), label])).toMatchInlineSnapshot(`
    [
      [
        {
          "command": "abort",
          "tells": "command",
        },
        "abort",
      ],
      [
        {
          "command": "partial",
          "tells": "command",
        },
        "partial",
      ],
      [
        {
          "command": "next",
          "tells": "command",
        },
        "next",
      ],
      [
        {
          "command": "reprint",
          "tells": "command",
        },
        "reprint",
      ],
      [
        {
          "command": "void",
          "tells": "command",
        },
        "void",
      ],
      [
        {
          "command": "hold",
          "tells": "command",
        },
        "hold",
      ],
      [
        {
          "command": "problem",
          "tells": "command",
        },
        "problem",
      ],
      [
        {
          "command": "undo",
          "tells": "command",
        },
        "undo",
      ],
      [
        {
          "command": "accept",
          "tells": "command",
        },
        "accept",
      ],
      [
        {
          "command": "together",
          "tells": "command",
        },
        "together",
      ],
      [
        {
          "tells": "times",
          "times": 2,
        },
        "x2",
      ],
      [
        {
          "tells": "times",
          "times": 5,
        },
        "x5",
      ],
      [
        {
          "tells": "times",
          "times": 10,
        },
        "x10",
      ],
      [
        {
          "tells": "times",
          "times": 20,
        },
        "x20",
      ],
    ]
  `);
  expect([toldBy(badgeCode('ANNA K.')), toldBy('TW:B:'), toldBy('TW:X0'), toldBy('TW:X10000'), toldBy('UNDO')]).toEqual(
    [{tells: 'badge', badge: 'ANNA K.'}, undefined, undefined, undefined, undefined],
  );
});
