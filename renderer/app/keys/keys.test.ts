import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {KeyPress} from './chord.ts';
import {type KeysState, type Step, burstEndMs, noKeys, press, quietMs, settle, wakeAtMs} from './keys.ts';

type Given = Partial<KeyPress> & {readonly key: string; readonly afterMs: number};

/** What came of it: what acted, what was read as a scan, and which keys nobody else got. */
interface Outcome {
  readonly acted: readonly string[];
  readonly scans: readonly string[];
  readonly swallowed: readonly string[];
}

describe('a person at the keyboard', () => {
  test.each<[string, readonly Given[], readonly string[]]>([
    ['one letter', [key('h')], ['h']],
    ['a digit', [key('3')], ['3']],
    ['Space', [key(' ')], ['Space']],
    ['letters at the pace of a fast typist', [key('j', 200), key('j', 60), key('x', 60)], ['j', 'j', 'x']],
    ['a sequence', [key('g'), key('o', 90)], ['g', 'o']],
    ['the same letter with Caps Lock', [key('H')], ['h']],
    ['Caps Lock and Shift together', [key('h', 300, {shift: true})], ['Shift+H']],
    ['Shift and a letter', [key('Shift'), key('J', 40, {shift: true})], ['Shift+J']],
    ['a sign that needs Shift', [key('Shift'), key('?', 30, {shift: true})], ['?']],
    ['a digit that needs Shift, as in France', [key('1', 300, {shift: true, code: 'Digit1'})], ['1']],
    ['a Cyrillic layout', [key('р', 300, {code: 'KeyH'})], ['h']],
    ['a Greek layout, with Ctrl', [key('κ', 300, {code: 'KeyK', ctrl: true})], ['Ctrl+K']],
    ['Ctrl and a letter', [key('Control'), key('k', 20, {ctrl: true})], ['Ctrl+K']],
    ['Command on a Mac', [key('k', 300, {meta: true})], ['Ctrl+K']],
    ['Ctrl, Shift and a letter', [key('P', 300, {ctrl: true, shift: true})], ['Ctrl+Shift+P']],
    [
      'arrows, quickly',
      [key('ArrowDown', 300), key('ArrowDown', 20), key('ArrowDown', 20)],
      ['ArrowDown', 'ArrowDown', 'ArrowDown'],
    ],
    ['Shift and an arrow', [key('ArrowDown', 300, {shift: true})], ['Shift+ArrowDown']],
    [
      'Escape, Enter and function keys',
      [key('Escape', 300), key('Enter', 300), key('F2', 300)],
      ['Escape', 'Enter', 'F2'],
    ],
    ['Enter soon after a letter', [key('x'), key('Enter', 51)], ['x', 'Enter']],
  ])('%s acts', (_what, presses, acted) => {
    expect(play(presses)).toEqual({acted, scans: [], swallowed: []});
  });

  test('a letter waits, everything else acts at once', () => {
    const verdicts = ['h', ' ', 'Enter', 'Tab', 'Backspace', 'ArrowUp', 'F5', 'Escape'].map((name) => [
      name,
      press(noKeys, pressOf(key(name), 1000)).verdict,
    ]);
    expect(Object.fromEntries(verdicts)).toEqual({
      h: 'hold',
      ' ': 'hold',
      Enter: 'act',
      Tab: 'act',
      Backspace: 'act',
      ArrowUp: 'act',
      F5: 'act',
      Escape: 'act',
    });
  });

  test('a key that is held down repeats at once', () => {
    const repeats = Array.from({length: 5}, (_, at) => key('j', at === 0 ? 500 : 30, {repeat: true}));
    expect(play([key('j'), ...repeats])).toEqual({acted: ['j', 'j', 'j', 'j', 'j', 'j'], scans: [], swallowed: []});
  });

  test('another key right after one that was held down is still a person', () => {
    const presses = [key('ArrowDown'), key('ArrowDown', 500, {repeat: true}), key('x', 20)];
    expect(play(presses)).toEqual({acted: ['ArrowDown', 'ArrowDown', 'x'], scans: [], swallowed: []});
  });

  test('Enter and Space belong to the button they stand on, letters do not', () => {
    const onButton = {target: 'control'} as const;
    const presses = [key('Enter', 300, onButton), key(' ', 300, onButton), key('h', 300, onButton)];
    const held = key('Enter', 300, {...onButton, ctrl: true});
    expect(play([...presses, held])).toEqual({acted: ['h', 'Ctrl+Enter'], scans: [], swallowed: []});
  });

  test('an input method composes undisturbed', () => {
    const composing = {composing: true} as const;
    const presses = [key('n', 300, composing), key('i', 80, composing), key('Enter', 80, composing)];
    expect(play(presses)).toEqual({acted: [], scans: [], swallowed: []});
  });
});

describe('in a field', () => {
  const field = {target: 'field'} as const;

  test("what is typed, edited or moved is the field's", () => {
    const presses = ['h', '3', ' ', 'Enter', 'Tab', 'Backspace', 'ArrowLeft', 'Home'].map((name) =>
      key(name, 300, field),
    );
    const edits = ['a', 'c', 'v', 'x', 'z'].map((name) => key(name, 300, {...field, ctrl: true}));
    expect(play([...presses, ...edits])).toEqual({acted: [], scans: [], swallowed: []});
  });

  test('shortcuts that write nothing still act', () => {
    const held = ['k', 'Enter'].map((name) => key(name, 300, {...field, ctrl: true}));
    const presses = [...held, key('Escape', 300, field), key('F2', 300, field)];
    expect(play(presses)).toEqual({acted: ['Ctrl+K', 'Ctrl+Enter', 'Escape', 'F2'], scans: [], swallowed: []});
  });

  test.each([1, 12, 35])(
    'a scanner writes into it, but its function keys and control codes act on nothing (%i ms)',
    (gapMs) => {
      const code = [...'0104006'].map((each) => key(each, gapMs, field));
      const amid = [key('F8', gapMs, field), key('b', gapMs, {...field, ctrl: true})];
      expect(play([...code, ...amid, ...code, key('Enter', gapMs, field)])).toEqual({
        acted: [],
        scans: [],
        swallowed: ['F8', 'b'],
      });
    },
  );
});

describe.each([
  ['fast', 1],
  ['usual', 12],
  ['slow', 30],
  ['slowest', 35],
])('a %s scanner (%i ms)', (_pace, gapMs) => {
  const write = (text: string): Given[] => [...text].map((each) => key(each, gapMs));
  const rest = (text: string): string[] => [...text].slice(1);

  test.each(['RMHS123', 'hhhh', '4006381333931', 'go', 'xj', 'h h', 'LH123456789CN', 'ü-ß/%', '11'])(
    'that reads %j fires nothing',
    (text) => {
      expect(play(write(text))).toEqual({acted: [], scans: [text], swallowed: rest(text)});
    },
  );

  test.each(['Enter', 'Tab'])('that closes with %s opens nothing and moves nothing', (closing) => {
    expect(play([...write('RMHS123'), key(closing, gapMs)])).toEqual({
      acted: [],
      scans: ['RMHS123'],
      swallowed: [...rest('RMHS123'), closing],
    });
  });

  test('that reads a single letter and closes it fires nothing', () => {
    expect(play([key('h'), key('Enter', gapMs)])).toEqual({acted: [], scans: ['h'], swallowed: ['Enter']});
  });

  test('that reads over a focused button presses nothing', () => {
    const onButton = {target: 'control'} as const;
    const presses = [...'RM 1'].map((each) => key(each, gapMs, onButton));
    expect(play([...presses, key('Enter', gapMs, onButton)])).toEqual({
      acted: [],
      scans: ['RM 1'],
      swallowed: ['M', ' ', '1', 'Enter'],
    });
  });

  test('that holds Shift for each capital fires nothing', () => {
    const presses = [...'RMHS'].flatMap((each) => [
      key('Shift', gapMs, {shift: true}),
      key(each, gapMs, {shift: true}),
    ]);
    expect(play(presses)).toEqual({acted: [], scans: ['RMHS'], swallowed: ['M', 'H', 'S']});
  });

  test('that sends control codes, function keys and Backspace amid the code fires none of them', () => {
    const amid = [key(']', gapMs, {ctrl: true}), key('F8', gapMs), key('Backspace', gapMs), key('ArrowDown', gapMs)];
    expect(play([...write('01h'), ...amid, ...write('21x'), key('Enter', gapMs)])).toEqual({
      acted: [],
      scans: ['01h21x'],
      swallowed: ['1', 'h', ']', 'F8', 'Backspace', 'ArrowDown', '2', '1', 'x', 'Enter'],
    });
  });

  test('that begins with a function key does not fire the letters behind it', () => {
    expect(play([key('F9'), ...write('h'), key('Enter', gapMs)])).toEqual({
      acted: ['F9'],
      scans: ['h'],
      swallowed: ['h', 'Enter'],
    });
  });

  test('that sends two lines gives two scans', () => {
    const presses = [...write('AB'), key('Enter', gapMs), ...write('CD'), key('Enter', gapMs)];
    expect(play(presses).scans).toEqual(['AB', 'CD']);
  });

  test('is over after a pause: then the person is heard again', () => {
    const presses = [...write('RMHS123'), key('Enter', gapMs), key('h', burstEndMs), key('Enter', 200)];
    expect(play(presses).acted).toEqual(['h', 'Enter']);
  });

  test('is not over before that pause', () => {
    const presses = [...write('RMHS123'), key('Enter', gapMs), key('h', burstEndMs - 1)];
    expect(play(presses).acted).toEqual([]);
  });
});

test('without waiting for the burst a scan would hold an order: this is what the rule prevents', () => {
  const scan = [...'RMHS123'].map((each) => key(each, 12));
  const heeded = play(scan).acted;
  // The same presses, each judged as if it were alone.
  const unheeded = scan.flatMap((each) => play([each]).acted);
  expect({heeded, unheeded}).toEqual({heeded: [], unheeded: ['r', 'm', 'h', 's', '1', '2', '3']});
});

test('no scan of two characters or more ever fires, whatever it says and however it is paced', () => {
  const character = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./ +%$');
  const scan = fc.array(fc.record({key: character, afterMs: fc.integer({min: 0, max: quietMs - 1})}), {
    minLength: 2,
    maxLength: 40,
  });
  const closing = fc.constantFrom('Enter', 'Tab', null);
  fc.assert(
    fc.property(scan, closing, fc.integer({min: 0, max: quietMs - 1}), (given, end, endMs) => {
      const presses = [...given, ...(end ? [key(end, endMs)] : [])];
      const {acted, scans} = play(presses);
      expect({acted, scans}).toEqual({acted: [], scans: [given.map((each) => each.key).join('')]});
    }),
  );
});

test('keys that a person leaves apart all act, in their order', () => {
  const typed = fc.array(
    fc.record({
      key: fc.constantFrom('h', 'j', '7', 'Enter', 'ArrowDown'),
      afterMs: fc.integer({min: quietMs, max: 900}),
    }),
  );
  fc.assert(
    fc.property(typed, (presses) => {
      expect(play(presses)).toEqual({acted: presses.map((each) => each.key), scans: [], swallowed: []});
    }),
  );
});

function key(name: string, afterMs = 300, rest: Partial<KeyPress> = {}): Given {
  return {key: name, afterMs, ...rest};
}

function pressOf({afterMs: _, ...given}: Given, timeMs: number): KeyPress {
  const plain = {code: '', ctrl: false, meta: false, alt: false, shift: false, repeat: false, composing: false};
  return {...plain, target: 'page', timeMs, ...given};
}

/** Plays presses one after another, `afterMs` apart, waking where the keys ask for it, and then lets time run out. */
function play(presses: readonly Given[]): Outcome {
  let state: KeysState = noKeys;
  let nowMs = 10_000;
  const acted: string[] = [];
  const scans: string[] = [];
  const swallowed: string[] = [];
  const take = (step: Omit<Step, 'verdict'>): void => {
    state = step.state;
    acted.push(...step.strokes.map((stroke) => stroke.chord));
    scans.push(...step.scans);
  };

  for (const given of presses) {
    nowMs += given.afterMs;
    const wake = wakeAtMs(state);
    if (wake !== null && wake <= nowMs) take(settle(state, wake));
    const step = press(state, pressOf(given, nowMs));
    take(step);
    if (step.verdict === 'swallow') swallowed.push(given.key);
  }
  take(settle(state, nowMs + 1000));
  return {acted, scans, swallowed};
}

test('what closes a scan is kept from the page however late a busy machine delivers it', () => {
  const typed = ['r', 'm', 'h'].reduce(
    (state, name, at) => press(state, pressOf(key(name), 1000 + at * 25)).state,
    noKeys,
  );
  // The clock on the wall says that the burst is long over; the Enter says when it was struck.
  const waited = settle(typed, 5000).state;
  const late = (timeMs: number): string => press(waited, pressOf(key('Enter'), timeMs)).verdict;
  expect([late(1075), late(1050 + burstEndMs - 1), late(1050 + burstEndMs)]).toEqual(['swallow', 'swallow', 'act']);
});
