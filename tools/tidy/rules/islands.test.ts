import {expect, test} from 'vitest';
import {islands} from './islands.ts';

const says = (path: string, text: string) => islands.check([{path, text}]).map((finding) => finding.says);

test.each([
  [
    'renderer/features/orders/page.tsx',
    "import {Stock} from '../stock/page.tsx';",
    'Feature orders never imports feature stock: they meet in slots that renderer/app registers.',
  ],
  [
    'renderer/ui/grid.tsx',
    "import type {Row} from '../features/orders/row.ts';",
    'A part of the kit serves every feature, so it imports none: not orders.',
  ],
  [
    'renderer/ui/grid.tsx',
    "import type {Order} from '#core/orders/schema.ts';",
    'Of core the kit knows lib, time and money, never what a seller deals in.',
  ],
])('%s may not say %s', (path, text, expected) => {
  expect(says(path, text)).toEqual([expected]);
});

test('a feature uses itself, the kit and core; the app gathers features', () => {
  const files = [
    {
      path: 'renderer/features/orders/page.tsx',
      text: "import './row.ts'; import '../../ui/grid.tsx'; import '#core/orders/order.ts';",
    },
    {
      path: 'renderer/app/routes.tsx',
      text: "import '../features/orders/page.tsx'; import '../features/stock/page.tsx';",
    },
    {path: 'renderer/ui/amount.tsx', text: "import {format} from '#core/money/money.ts'; import './cell.tsx';"},
  ];
  expect(islands.check(files)).toEqual([]);
});
