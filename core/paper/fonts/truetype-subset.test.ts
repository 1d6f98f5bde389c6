import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {must} from '../../lib/assert.ts';
import {subsetOf} from './truetype-subset.ts';
import {readTrueType, viewOf} from './truetype.ts';

const font = readTrueType(readFileSync('node_modules/@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'));
const glyphOf = (character: string) => must(font.glyphOf(character.codePointAt(0) ?? 0), `Noto Sans has ${character}`);

test('a reader knows what a font has, and its widths', () => {
  expect(font.glyphOf(0x1f600)).toBeUndefined();
  expect(font.glyphOf(0x5d0)).toBeUndefined();
  expect(font.unitsPerEm).toBe(1000);
  const widthOf = (character: string) => font.metricsOf(glyphOf(character)).advance;
  expect(new Set([...'0123456789'].map(widthOf)).size).toBe(1);
  expect(widthOf('i')).toBeLessThan(widthOf('n'));
  expect(widthOf('n')).toBeLessThan(widthOf('m'));
});

test('a subset has the outlines of what was added, in order, and takes accents along as parts', () => {
  const subset = subsetOf(font);
  const added = [...'AéłA'].map(glyphOf);
  expect(added.map((glyph) => subset.add(glyph))).toEqual([1, 2, 3, 4]);

  const file = subset.encode();
  const tables = tablesOf(file);
  const glyphs = viewOf(must(tables.get('maxp'), 'maxp')).getUint16(4);
  const outline = outlinesOf(tables);

  expect([...tables.keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep']);
  expect(outline(1)).toEqual(padded(font.outlineOf(must(added[0], 'A'))));
  expect(outline(4)).toEqual(outline(1));

  // é is made of e and an accent, which follow behind; the numbers of its parts point at them.
  const accented = viewOf(outline(2));
  expect(accented.getInt16(0)).toBe(-1);
  expect(outline(accented.getUint16(12))).toEqual(padded(font.outlineOf(glyphOf('e'))));
  expect(glyphs).toBe(7);
});

function padded(outline: Uint8Array): Uint8Array {
  const copy = new Uint8Array(Math.ceil(outline.length / 4) * 4);
  copy.set(outline);
  return copy;
}

function tablesOf(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = viewOf(file);
  return new Map(
    Array.from({length: view.getUint16(4)}, (_, index) => {
      const at = 12 + index * 16;
      const offset = view.getUint32(at + 8);
      return [String.fromCharCode(...file.slice(at, at + 4)), file.slice(offset, offset + view.getUint32(at + 12))];
    }),
  );
}

function outlinesOf(tables: ReadonlyMap<string, Uint8Array>) {
  const loca = viewOf(must(tables.get('loca'), 'loca'));
  const glyf = must(tables.get('glyf'), 'glyf');
  return (glyph: number) => glyf.slice(loca.getUint32(glyph * 4), loca.getUint32(glyph * 4 + 4));
}
