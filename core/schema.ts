import {products} from './catalog/schema.ts';
import {buyers} from './customers/schema.ts';
import {importSteps, imports, intakeMemory, orderSources, stepSources} from './intake/schema.ts';
import type {Shape} from './lib/shape.ts';
import type {RowOf} from './lib/table.ts';
import {rateDays} from './money/schema.ts';
import {orders} from './orders/schema.ts';
import {boughtLabels} from './shipping/bought/schema.ts';
import {parcels} from './shipping/packing/schema.ts';
import {numberDraws, numberRanges} from './shipping/ranges/schema.ts';
import {carrierNames, tellings} from './shipping/road-back/schema.ts';
import {uploadBatches, uploadTemplates} from './shipping/upload/schema.ts';
import {manifests} from './shipping/handover/schema.ts';
import {waves} from './shipping/waves/schema.ts';
import {trayItems} from './tray/schema.ts';
import {businesses, storefronts} from './storefronts/schema.ts';

/** Every table of a shop. The sync engine and the stores know features only through this list. */
export const schema = {
  businesses,
  storefronts,
  rateDays,
  orders,
  products,
  buyers,
  orderSources,
  stepSources,
  imports,
  importSteps,
  intakeMemory,
  trayItems,
  parcels,
  boughtLabels,
  numberRanges,
  numberDraws,
  uploadTemplates,
  uploadBatches,
  tellings,
  carrierNames,
  waves,
  manifests,
} as const;

export type Schema = typeof schema;
export type TableName = keyof Schema;
export type Row<Name extends TableName = TableName> = RowOf<Schema[Name]>;

/** The same list for code that treats all tables alike. */
export const tables: Readonly<Record<TableName, TableFacts>> = schema;

interface TableFacts {
  readonly name: TableName;
  readonly shape: Shape<unknown>;
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly packed: boolean;
  readonly many: boolean;
}

/** Number of the local store's layout; each change has a numbered migration. */
export const storeVersion = 6;
