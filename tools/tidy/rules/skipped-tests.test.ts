import {expect, test} from 'vitest';
import {skippedTests} from './skipped-tests.ts';

const check = (text: string) => skippedTests.check([{path: 'core/a.test.ts', text}]).map((finding) => finding.says);
const excuses =
  'A test is skipped only for one of these: no Electron, no shared data, no Debian package; and it says so.';

test.each([
  ["test.only('a', run);", 'A test is written whole or not at all: no .only.'],
  ["test.describe.only('a', run);", 'A test is written whole or not at all: no .only.'],
  ["it.todo('a');", 'A test is written whole or not at all: no .todo.'],
  ["test.skip('a', run);", excuses],
  ["test.skip(slow, 'takes too long');", excuses],
  ["test.skipIf(!data)('a', run); test('no shared data', run);", excuses],
])('a test may not say %s', (text, says) => {
  // `test.describe.only` is seen at `describe`.
  expect(check(text)).toEqual([says]);
});

test('a test that lacks one of the three things says which', () => {
  const text = `
    test.skip(!binary, 'no Electron');
    it.skipIf(!shared)('reads real orders (skipped: no shared data)', run);
    // test.only('a');
    const text = 'test.only';
  `;
  expect(check(text)).toEqual([]);
});
