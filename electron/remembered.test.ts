import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {object, oneOf} from '#core/lib/shape.ts';
import {remembered} from './remembered.ts';

const shape = object({theme: oneOf(['light', 'dark'])});
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'remembered-'));
});
afterEach(() => rmSync(folder, {recursive: true}));

describe('what the desktop remembers between starts', () => {
  it('is found again, and nothing half-written lies beside it', () => {
    const path = join(folder, 'inner', 'look.json');
    remembered(path, shape, {theme: 'light'}).set({theme: 'dark'});

    expect(remembered(path, shape, {theme: 'light'}).get()).toEqual({theme: 'dark'});
    expect(readdirSync(join(folder, 'inner'))).toEqual(['look.json']);
  });

  it.each(['', '{"theme":"da', '{"theme":"sepia"}', '[]', '{"theme":"dark","run":"calc"}'])(
    'is forgotten when its file holds %j',
    (text) => {
      const path = join(folder, 'look.json');
      writeFileSync(path, text);

      expect(remembered(path, shape, {theme: 'light'}).get()).toEqual({theme: 'light'});
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  it('holds until the end of the day even when the disk refuses it', () => {
    writeFileSync(join(folder, 'file'), '');
    const look = remembered(join(folder, 'file', 'look.json'), shape, {theme: 'light'});
    look.set({theme: 'dark'});

    expect(look.get()).toEqual({theme: 'dark'});
  });
});
