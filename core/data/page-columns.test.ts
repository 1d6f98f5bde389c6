import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {openVault} from '../testing/open-vault.ts';
import {type Thing, thingBody, thingId, thingList} from '../testing/things.ts';
import {ColumnSet} from './column-set.ts';
import {type RowValues, openTexts, packColumns, valuesOf} from './page-columns.ts';

const things = fc.array(thingBody, {minLength: 1, maxLength: 20}).map((bodies) => {
  return bodies.map((body, n): Thing => ({id: thingId(n), ...body}));
});

function shown(id: string, {numbers, codes, texts}: RowValues): Readonly<Record<string, unknown>> {
  const known = Object.entries(numbers).map(([name, value]) => [name, Number.isNaN(value) ? undefined : value]);
  return {id, ...Object.fromEntries(known), ...codes, ...texts};
}

test('a row that was packed into a page reads as it did before, whatever stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(things, async (rows) => {
      const values = rows.map((row) => valuesOf(thingList, row, row.owner));
      const rested = structuredClone(await packColumns(thingList, values, openVault));
      const set = new ColumnSet(thingList);
      set.addPage(rows.map(({id}) => id).join('\n'), rested, await openTexts(rested, openVault));

      const read = rows.map((_, position) => set.rowAt(position));
      expect(read).toEqual(rows.map(({id}, at) => shown(id, values[at] ?? {numbers: {}, codes: {}, texts: {}})));
    }),
  );
});

test('texts take one line each, a missing number stays missing, and zero stays zero', () => {
  const thing: Thing = {
    id: thingId(1),
    weight: undefined,
    price: 0,
    kind: 'tea',
    title: 'Green\r\n\ntea',
    owner: {name: '田中\n千絵'},
  };
  expect(valuesOf(thingList, thing, thing.owner)).toEqual({
    numbers: {weight: Number.NaN, price: 0},
    codes: {kind: 'tea'},
    texts: {title: 'Green tea', name: '田中 千絵'},
  });
});

test('personal texts rest only in what is sealed', async () => {
  const thing: Thing = {id: thingId(1), weight: 1, price: 1, kind: 'tea', title: 'Tea', owner: {name: 'Anna Secret'}};
  const {sealed, ...clear} = await packColumns(thingList, [valuesOf(thingList, thing, thing.owner)], openVault);
  expect(new TextDecoder().decode(sealed)).toContain('Anna Secret');
  expect(JSON.stringify(clear)).not.toContain('Secret');
});
