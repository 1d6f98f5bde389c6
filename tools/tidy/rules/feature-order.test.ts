import {expect, test} from 'vitest';
import {featureOrder} from './feature-order.ts';

const says = (path: string, text: string) => featureOrder.check([{path, text}]).map((finding) => finding.says);

test.each([
  ['core/catalog/a.ts', "import '../orders/b.ts';", 'core/catalog comes before core/orders and cannot import it.'],
  [
    'core/lib/a.ts',
    "import '../time/b.ts';",
    'core/lib is the ground everything stands on; it cannot import core/time.',
  ],
  ['core/money/a.ts', "import '../data/b.ts';", 'core/money is below core/data.'],
  ['core/sync/a.ts', "import type {O} from '../orders/b.ts';", 'core/sync knows features only through core/schema.ts.'],
  ['core/data/a.ts', "import '../stock/b.ts';", 'core/data knows features only through core/schema.ts.'],
  [
    'core/schema.ts',
    "import './orders/mutators.ts';",
    'core/schema.ts only lists tables: it imports the schema.ts of features, and lib.',
  ],
  [
    'core/orders/a.ts',
    "import '../shell/b.ts';",
    'core/shell stands above the features; core/orders cannot lean on it.',
  ],
  [
    'core/attic/a.ts',
    "import '../lib/b.ts';",
    'core/attic has no place in the order of features: give it a line first.',
  ],
])('%s may not say %s', (path, text, expected) => {
  expect(says(path, text)).toEqual([expected]);
});

test('a feature stands on the features before it, on the engines and on the ground', () => {
  const files = [
    {
      path: 'core/orders/a.ts',
      text: "import '../catalog/b.ts'; import '../sync/define.ts'; import '../money/money.ts';",
    },
    {path: 'core/insights/a.ts', text: "import '../audit/b.ts'; import '../data/columns.ts';"},
    {path: 'core/sync/define.ts', text: "import type {Tables} from '../schema.ts'; import '../time/instant.ts';"},
    {path: 'core/schema.ts', text: "import './orders/schema.ts'; import './lib/table.ts';"},
    {path: 'core/demo/a.ts', text: "import '../audit/b.ts'; import '../orders/c.ts';"},
    {path: 'core/lib/a.ts', text: "import '../faults.ts';"},
    {path: 'core/lib/a.test.ts', text: "import '../orders/b.ts';"},
  ];
  expect(featureOrder.check(files)).toEqual([]);
});
