import type {Dexie} from 'dexie';
import {must} from '#core/lib/assert.ts';
import {type TableName, storeVersion, tables} from '#core/schema.ts';
import {layout1} from './layouts/layout-1.ts';
import {layout2} from './layouts/layout-2.ts';
import {layout3} from './layouts/layout-3.ts';
import {layout4} from './layouts/layout-4.ts';
import {layout5} from './layouts/layout-5.ts';
import {layout6} from './layouts/layout-6.ts';

/** Dexie's number of a layout is a tenth of the browser's. */
export const browserVersions = 10;

/** Every layout a store has had, oldest first: Dexie takes one of an older layout through the steps behind it. */
export const layouts: readonly Readonly<Record<string, string>>[] = [
  layout1,
  layout2,
  layout3,
  layout4,
  layout5,
  layout6,
];

/** Tells Dexie the layouts up to a number: today's, or that at which a snapshot was taken. */
export function declareLayouts(db: Dexie, upTo: number = storeVersion): void {
  for (const [at, layout] of layouts.entries()) if (at < upTo) db.version(at + 1).stores(layout);
}

/** Object stores whose records are added and never changed: a snapshot reads them when it has time. */
export const appendOnly: readonly string[] = ['pageHeads', 'pageTexts', 'pageRows'];

/** Object stores whose records are let go together with the one that owns them, whose key theirs begins with. */
export const owners: Readonly<Record<string, string>> = {fileParts: 'files'};

/** What a table declares, as Dexie writes it. */
export function indexesOf(table: TableName): string {
  return ['id', ...Object.values(tables[table].keys).map(indexName)].join(',');
}

/** How Dexie names an index over these fields. */
export function indexName(fields: readonly string[]): string {
  return fields.length > 1 ? `[${fields.join('+')}]` : must(fields[0], 'a key of at least one field');
}
