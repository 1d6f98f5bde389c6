import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {type WindowPlace, windowMemory} from './window-memory.ts';

const left: WindowPlace = {x: 0, y: 0, width: 1000, height: 700, maximized: false};
const right: WindowPlace = {x: 1000, y: 0, width: 900, height: 700, maximized: true};
let path = '';

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'windows-')), 'window-state.json');
});
afterEach(() => rmSync(join(path, '..'), {recursive: true}));

it('each window comes back where it was', () => {
  const before = windowMemory(path);
  before.remember(1, right);
  before.remember(0, left);

  const after = windowMemory(path);
  expect([0, 1, 2].map((number) => after.placeOf(number))).toEqual([left, right, null]);
});

it.each(['{"windows":', '[{"x":1}]', '[{"x":1.5,"y":0,"width":1000,"height":700,"maximized":false}]'])(
  'a torn or foreign file of places is as good as none: %s',
  (text) => {
    writeFileSync(path, text);

    expect(windowMemory(path).placeOf(0)).toBeNull();
  },
);
