import {expect, test} from 'vitest';
import {privateWords} from './private-words.ts';

// Put together here, so that this file keeps the rule it tests.
const registry = ['https://registry', 'npmjs', 'org/react'].join('.');
const path = (...folders: string[]) => ['', ...folders].join('/');
const secret = ['-----BEGIN', 'PRIVATE', 'KEY-----'].join(' ');

test.each([
  [
    `{"resolved": "${registry}"}`,
    'The tree names no package registry: where packages come from is the affair of each machine.',
  ],
  [`open('${path('work', 'main')}')`, 'A path of one machine: everything is found from where the file stands.'],
  [`cd ${path('root', 'x')}`, 'A path of one machine: everything is found from where the file stands.'],
  [`see "${path('home', 'mei')}"`, 'A path of one machine: everything is found from where the file stands.'],
  [['C:', 'Users', 'mei'].join('\\\\'), 'A path of one machine: everything is found from where the file stands.'],
  [secret, 'This looks like a secret; secrets never enter the tree.'],
])('the tree may not say %s', (text, says) => {
  expect(privateWords.check([{path: 'docs/a.md', text}]).map((finding) => finding.says)).toEqual([says]);
});

test('addresses, paths of this tree and the invented home of a test are fine', () => {
  const files = [
    {path: 'a.md', text: `See https://example.com${path('home', 'x')}, ./work/a and core${path('home', 'x')}.`},
    {path: 'electron/scrub.test.ts', text: `scrub('${path('home', 'mei')}')`},
  ];
  expect(privateWords.check(files)).toEqual([]);
});
