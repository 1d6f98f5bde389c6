import {expect, test} from 'vitest';
import {fileLength} from './file-length.ts';

test('a file of 401 lines holds more than one idea; 400 are fine, and prose may be longer', () => {
  const files = [
    {path: 'core/a.ts', text: 'a;\n'.repeat(401)},
    {path: 'core/b.ts', text: 'a;\n'.repeat(400)},
    {path: 'README.md', text: 'a\n'.repeat(500)},
  ];
  expect(fileLength.check(files)).toEqual([
    {
      path: 'core/a.ts',
      line: 1,
      rule: 'file-length',
      says: '401 lines: one idea fits in 400, so this file holds more than one.',
    },
  ]);
});
