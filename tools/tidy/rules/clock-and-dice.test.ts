import {expect, test} from 'vitest';
import {clockAndDice} from './clock-and-dice.ts';

const lines = (path: string, text: string) => clockAndDice.check([{path, text}]).map((finding) => finding.line);

test.each([
  'Date.now()',
  'new Date(0)',
  '`${new Date()}`',
  'globalThis.performance.now()',
  'Math.random()',
  'crypto.randomUUID()',
  'globalThis.crypto?.subtle',
  'setTimeout(go, 1)',
  'setInterval(go, 1)',
])('core may not say %s', (expression) => {
  expect(lines('core/orders/a.ts', `\nconst a = ${expression};`)).toEqual([2]);
});

test('a clock that is given, and a clock outside core or in a test, is fine', () => {
  const files = [
    {path: 'core/orders/a.ts', text: "tx.at; now; Date.UTC(2026, 0, 1); // Date.now()\nconst a = 'Math.random()';"},
    {path: 'core/orders/a.test.ts', text: 'Date.now()'},
    {path: 'renderer/a.ts', text: 'setTimeout(go, 1); Math.random();'},
  ];
  expect(clockAndDice.check(files)).toEqual([]);
});
