import type {Dexie} from 'dexie';
import {must} from '#core/lib/assert.ts';
import {type TableName, storeVersion, tables} from '#core/schema.ts';

/** What a store of version 1 holds; it never changes. */
const firstLayout = {
  businesses: 'id',
  storefronts: 'id,[businessId+name]',
  rateDays: 'id',
  orders: 'id',
  outbox: 'n',
  meta: '',
  overPages: '[table+id]',
  pageHeads: '[table+page]',
  pageTexts: '[table+page]',
  pageRows: '[table+page]',
};

/** The original files of imports, packed and sealed, in pieces: this desk's alone, so no table of the shop. */
const keptFiles = {files: 'fileId', fileParts: '[fileId+part]'};

/** Every layout a store has had, oldest first: Dexie takes one of an older layout through the steps behind it. */
const layouts: readonly (() => Readonly<Record<string, string>>)[] = [
  () => firstLayout,
  // 2: what imports bring, and the original files beside it. Nothing that rests in a store of version 1 changes.
  () => {
    const layout = (Object.keys(tables) as TableName[]).map((table) => [table, indexesOf(table)]);
    return {...firstLayout, ...Object.fromEntries(layout), ...keptFiles};
  },
];

/** Tells Dexie the layouts up to a number: today's, or that at which a snapshot was taken. */
export function declareLayouts(db: Dexie, upTo: number = storeVersion): void {
  for (const [at, layout] of layouts.entries()) if (at < upTo) db.version(at + 1).stores(layout());
}

/** Object stores whose records are added and never changed: a snapshot reads them when it has time. */
export const appendOnly: readonly string[] = ['pageHeads', 'pageTexts', 'pageRows'];

/** Object stores whose records are let go together with the one that owns them, whose key theirs begins with. */
export const owners: Readonly<Record<string, string>> = {fileParts: 'files'};

function indexesOf(table: TableName): string {
  return ['id', ...Object.values(tables[table].keys).map(indexName)].join(',');
}

/** How Dexie names an index over these fields. */
export function indexName(fields: readonly string[]): string {
  return fields.length > 1 ? `[${fields.join('+')}]` : must(fields[0], 'a key of at least one field');
}
