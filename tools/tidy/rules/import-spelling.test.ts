import {expect, test} from 'vitest';
import {importSpelling} from './import-spelling.ts';

const says = (path: string, text: string) => importSpelling.check([{path, text}]).map((finding) => finding.says);

test.each([
  ['core/orders/a.ts', "import '#core/lib/b.ts';", 'Inside core paths are relative.'],
  ['renderer/a.ts', "import '../core/lib/b.ts';", 'Core is imported as #core/ from outside.'],
  ['renderer/a.ts', "import './b';", "./b needs its file's ending."],
  ['renderer/a.ts', "import '#core/lib/b';", "#core/lib/b needs its file's ending."],
  [
    'core/a.ts',
    '/// <reference types="node" />',
    'What a layer may use stands in its tsconfig, not in a reference comment.',
  ],
])('%s may not say %s', (path, text, expected) => {
  expect(says(path, text)).toEqual([expected]);
});

test('#core/ across layers, relative inside one, packages as they are called', () => {
  const files = [
    {path: 'core/orders/a.ts', text: "import '../lib/b.ts'; import {z} from 'zod';"},
    {path: 'renderer/a.tsx', text: "import '#core/lib/b.ts'; import './b.css'; import w from './worker.ts?worker';"},
    {path: 'tools/a.ts', text: "new URL('../..', import.meta.url);"},
  ];
  expect(importSpelling.check(files)).toEqual([]);
});
