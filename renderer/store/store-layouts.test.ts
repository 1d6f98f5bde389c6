import {expect, test} from 'vitest';
import {type TableName, storeVersion, tables} from '#core/schema.ts';
import {indexesOf, layouts} from './store-layouts.ts';

test('the newest layout holds every table as it is declared: a change gets a number and a file of its own', () => {
  const declared = Object.fromEntries((Object.keys(tables) as TableName[]).map((table) => [table, indexesOf(table)]));
  const newest = layouts.at(-1) ?? {};
  const held = Object.fromEntries(Object.keys(declared).map((table) => [table, newest[table]]));
  expect([layouts.length, held]).toEqual([storeVersion, declared]);
});
