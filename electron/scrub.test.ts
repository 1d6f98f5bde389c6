import {expect, it} from 'vitest';
import {scrub} from './scrub.ts';

it('a log tells where it hurt and nothing about a person', () => {
  const text = [
    "ENOENT: open '/home/mei lin/Orders/ann.lee@example.co.uk.csv'",
    '    at save (file:///home/mei%20lin/app.asar/main.cjs:120:14)',
    'phone 0044 20 7946 0958',
  ].join('\n');

  expect(scrub(text, '/home/mei lin')).toBe(
    ["ENOENT: open '~/Orders/<e-mail>'", '    at save (file://~/app.asar/main.cjs:120:14)', 'phone <number>'].join(
      '\n',
    ),
  );
});
