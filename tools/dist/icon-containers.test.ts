import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {root} from '../tidy/tree.ts';
import {icns, ico} from './icon-containers.ts';

const pictures = [
  {side: 32, png: Buffer.from('small')},
  {side: 256, png: Buffer.from('large one')},
  {side: 1024, png: Buffer.from('huge')},
];

test('an icon for Windows lists each picture up to 256 pixels, its length and its place', () => {
  const file = ico(pictures);
  const entry = (index: number) => {
    const at = 6 + index * 16;
    const start = file.readUInt32LE(at + 12);
    return [file[at], file.toString('utf8', start, start + file.readUInt32LE(at + 8))];
  };
  expect([file.readUInt16LE(2), file.readUInt16LE(4), entry(0), entry(1)]).toEqual([
    1,
    2,
    [32, 'small'],
    [0, 'large one'],
  ]);
});

test('an icon for the Mac is blocks with their type and whole length', () => {
  const file = icns(pictures);
  expect(file.toString('latin1')).toBe('icns\0\0\0\x32icp5\0\0\0\x0dsmallic08\0\0\0\x11large oneic10\0\0\0\x0chuge');
});

test('the icons beside the drawing are whole', () => {
  const read = (name: string) => readFileSync(join(root, 'assets', 'icons', name));
  const png = read('icon.png');
  expect({
    png: [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)],
    icns: [read('icon.icns').toString('latin1', 0, 4), read('icon.icns').readUInt32BE(4)],
    ico: read('icon.ico').readUInt16LE(4),
  }).toEqual({png: ['PNG', 1024, 1024], icns: ['icns', read('icon.icns').length], ico: 7});
});
