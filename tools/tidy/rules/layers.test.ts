import {expect, test} from 'vitest';
import {layers} from './layers.ts';

const says = (path: string, text: string) => layers.check([{path, text}]).map((finding) => finding.says);

test.each([
  ['core/a.ts', "import 'fs';", 'fs is not among the packages core may import.'],
  ['core/a.ts', "import 'node:fs';", 'core runs without Node, so it cannot import node:fs.'],
  ['core/a.ts', "let a: import('electron').App;", 'electron is not among the packages core may import.'],
  ['core/a.ts', "import {z} from 'zod';", 'Only core/lib/shape.ts imports zod.'],
  ['core/a.ts', "import type {B} from '../renderer/b.ts';", 'core never sees renderer.'],
  [
    'core/a.ts',
    "import {rows} from './testing/rows.ts';",
    'core/testing/rows.ts is for tests; the product cannot lean on it.',
  ],
  [
    'renderer/a.tsx',
    "import {a} from './b.test.ts';",
    'renderer/b.test.ts is for tests; the product cannot lean on it.',
  ],
  ['renderer/a.tsx', "import {app} from 'electron';", 'electron is not among the packages renderer may import.'],
  ['renderer/a.tsx', "require('node:fs');", 'renderer runs without Node, so it cannot import node:fs.'],
  ['renderer/a.tsx', "import {main} from '../electron/main.ts';", 'renderer never sees electron.'],
  ['renderer/a.tsx', "import Dexie from 'dexie';", 'Only renderer/store/ imports dexie.'],
  ['renderer/a.tsx', "import {vi} from 'vitest';", 'vitest is not among the packages renderer may import.'],
  [
    'renderer/a.tsx',
    "import {open} from './store/open.ts';",
    "A page talks to the data worker by messages: from renderer/store it takes types and the worker's URL only.",
  ],
  ['electron/a.ts', "import {a} from '../renderer/a.ts';", 'electron never sees renderer.'],
  ['electron/a.ts', "import {a} from '../tools/a.ts';", 'electron never sees tools.'],
  ['cloud/a.ts', "import {app} from 'electron';", 'electron is not among the packages cloud may import.'],
  ['attic/a.ts', "import './b.ts';", 'attic is no room of this house: give it a line in the layer table first.'],
])('%s may not say %s', (path, text, expected) => {
  expect(says(path, text)).toEqual([expected]);
});

test('each room reaches what it is built from', () => {
  const files = [
    {path: 'core/lib/shape.ts', text: "import {z} from 'zod';"},
    {path: 'core/orders/order.ts', text: "import {fail} from '../lib/result.ts';"},
    {
      path: 'core/orders/order.test.ts',
      text: "new URL('../../../shared/', import.meta.url); import {expect} from 'vitest'; import {rows} from '../testing/rows.ts';",
    },
    {
      path: 'renderer/main.tsx',
      text: `
        import {useState} from 'react'; import {Button} from '@mantine/core'; import type {Row} from './store/row.ts';
        import words from '../assets/locales/en/orders.json'; import {order} from '#core/orders/order.ts';
        new Worker(new URL('./store/entry.ts', import.meta.url)); import './main.css';
      `,
    },
    {path: 'renderer/store/open.ts', text: "import Dexie from 'dexie';"},
    {path: 'electron/main.ts', text: "import {app} from 'electron'; import {join} from 'node:path';"},
    {
      path: 'e2e/orders.spec.ts',
      text: "import {main} from '../electron/main.ts'; import {test} from '@playwright/test';",
    },
    {path: 'vite.config.ts', text: "import {defineConfig} from 'vite';"},
  ];
  expect(layers.check(files)).toEqual([]);
});
