import {expect, test} from 'vitest';
import {folderCycles} from './folder-cycles.ts';

test('folders that import each other in a circle are told once, at the import that opens it', () => {
  const files = [
    {path: 'core/data/a.ts', text: "\nimport '../sync/b.ts';"},
    {path: 'core/sync/b.ts', text: "import '../time/c.ts';"},
    {path: 'core/time/c.ts', text: "import type {A} from '../data/a.ts';"},
    {path: 'core/money/d.ts', text: "import '../data/a.ts';"},
  ];
  expect(folderCycles.check(files)).toEqual([
    {
      path: 'core/data/a.ts',
      line: 2,
      rule: 'folder-cycles',
      says: 'These folders import each other in a circle: core/data -> core/sync -> core/time -> core/data.',
    },
  ]);
});

test('the list of tables is where sync and the features meet without a circle', () => {
  const files = [
    {path: 'core/schema.ts', text: "import './orders/schema.ts';"},
    {path: 'core/sync/define.ts', text: "import type {Tables} from '../schema.ts';"},
    {path: 'core/orders/mutators.ts', text: "import '../sync/define.ts'; import './schema.ts';"},
    {path: 'core/sync/define.test.ts', text: "import '../orders/mutators.ts';"},
  ];
  expect(folderCycles.check(files)).toEqual([]);
});
