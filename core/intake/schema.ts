import {buyers} from '../customers/schema.ts';
import {products} from '../catalog/schema.ts';
import {type Id, id} from '../lib/id.ts';
import {sealed} from '../lib/sealed.ts';
import {type Shaped, branded, flag, integer, list, object, oneOf, optional, pattern, text} from '../lib/shape.ts';
import {type RowOf, defineTable} from '../lib/table.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {rateDays} from '../money/schema.ts';
import {orderStatuses, orders} from '../orders/schema.ts';
import type {Instant} from '../time/instant.ts';
import type {LocalDate} from '../time/local-date.ts';
import type {ZoneId} from '../time/zone.ts';

const instant = branded<Instant>(integer({min: 0}));
const count = integer({min: 0});
const day = pattern<LocalDate>(/^\d{4}-\d{2}-\d{2}$/);
const currency = pattern<CurrencyCode>(/^[A-Z]{3}$/);
const zone = pattern<ZoneId>(/^[A-Za-z0-9_+/-]{2,60}$/);

/** Content hash of a file. */
export const fileId = text({min: 1, max: 64});

/** Orders that one call keeps: small enough that nobody waits for its transaction. */
export const ordersPerStep = 256;
export const productsPerStep = 5_000;
export const daysPerStep = 250;
/** Files whose rows an order keeps, and different things it remembers to have been told of each group: the newest stay. */
export const partsMax = 20;
export const toldMax = 100;

const row = integer({min: 1});
const rowsMax = 100_000;

/**
 * Rows of one file that an order was read from; its name and header stand in the import. `packed` as `PackedSource` is, or
 * `rows` as older imports kept them: see `rowsOfPart`.
 */
export const sourcePartShape = object({
  importId: id('import'),
  fileId,
  rows: optional(list(object({row, cells: list(text({max: 200_000}), {max: 5_000})}), {max: rowsMax})),
  packed: optional(object({rows: list(row, {max: rowsMax}), cells: text({max: 1_000_000_000})})),
});
export type SourcePart = Shaped<typeof sourcePartShape>;

const told = list(text({min: 1, max: 22}), {max: toldMax});

/** What files have told of an order: their rows, newest last, and by group a digest of everything any of them ever said. */
export const orderTellingShape = object({
  parts: list(sourcePartShape, {max: partsMax}),
  told: object({address: told, buyer: told, lines: told, money: told, state: told}),
});
export type OrderTelling = Shaped<typeof orderTellingShape>;

/** Where an order comes from that more than one import has told of; the id is the order's. */
export const orderSources = defineTable('orderSources', {id: id('order'), telling: sealed(orderTellingShape)});
export type OrderSourceRow = RowOf<typeof orderSources>;

/** What files have told of orders that are new, in the order of `orderIds`, in one envelope: few and large values cost less. */
export const stepSourcesFields = {
  orderIds: list(id('order'), {max: ordersPerStep}),
  tellings: sealed(list(orderTellingShape, {max: ordersPerStep})),
};
/** Where orders come from that one step of an import has made; the id is the step's. What `orderSources` says goes before it. */
export const stepSources = defineTable('stepSources', {id: id('importStep'), ...stepSourcesFields});
export type StepSources = Pick<RowOf<typeof stepSources>, 'orderIds' | 'tellings'>;

/** `keeping` until its last step is written: one that is found so at a start did not come to its end. */
export const importStatuses = ['keeping', 'kept', 'cancelled', 'undone'] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importFileShape = object({
  fileId,
  name: text({max: 255}),
  size: count,
  format: text({max: 60}),
  storefrontId: optional(id('storefront')),
  headerRow: count,
  header: list(text({max: 1_000}), {max: 5_000}),
  rows: count,
  used: count,
  rejected: count,
  orders: count,
  lines: count,
  totals: list(object({currency, minor: integer()}), {max: 200}),
});
export type ImportFile = Shaped<typeof importFileShape>;

export const importCountsShape = object({new: count, changed: count, unchanged: count, conflicting: count});
export type ImportCounts = Shaped<typeof importCountsShape>;

/** One act of bringing files in. `steps` is how many of its steps are written: 0 below `steps`. */
export const imports = defineTable('imports', {
  id: id('import'),
  at: instant,
  status: oneOf(importStatuses),
  files: list(importFileShape, {max: 100}),
  counts: importCountsShape,
  steps: count,
});
export type Import = RowOf<typeof imports>;
export type ImportId = Id<'import'>;

/** The stamp of an order as a step left it (`stampOf`): as long as the order has it, nobody has changed it since. */
export const stamp = text({min: 1, max: 300});

const telling = optional(sealed(orderTellingShape));

/**
 * One step of an import, and what it takes to turn it over. While it stands, `changed` and `days` hold the rows of before.
 * Once undone they hold the rows of after, and `made`, `products` and `buyers` what was taken away, so that it can be redone.
 */
export const importSteps = defineTable(
  'importSteps',
  {
    id: id('importStep'),
    importId: id('import'),
    step: count,
    undone: flag(),
    made: list(object({orderId: id('order'), stamp, status: oneOf(orderStatuses), telling}), {max: ordersPerStep}),
    changed: list(object({stamp, order: orders.shape, telling}), {max: ordersPerStep}),
    days: list(object({id: day, row: optional(rateDays.shape)}), {max: daysPerStep}),
    productIds: list(id('product'), {max: productsPerStep}),
    products: list(products.shape, {max: productsPerStep}),
    buyerIds: list(id('buyer'), {max: ordersPerStep}),
    buyers: list(buyers.shape, {max: ordersPerStep}),
    /** Orders that had changed since they were looked at: not written when the step was done, left alone when it was undone. */
    skipped: list(id('order'), {max: ordersPerStep}),
  },
  {keys: {importId: ['importId']}},
);
export type ImportStep = RowOf<typeof importSteps>;
export type ImportStepId = Id<'importStep'>;

/** What a person chose for files with this header. The id is `headerDigest`. */
export const intakeMemoryFields = {
  id: pattern(/^[A-Za-z0-9_-]{22}$/),
  format: optional(text({min: 1, max: 60})),
  storefrontId: optional(id('storefront')),
  zone: optional(zone),
  currency: optional(currency),
  dateOrder: optional(oneOf(['dmy', 'mdy'])),
  encoding: optional(text({min: 1, max: 40})),
  /** A `Mapping` as JSON. */
  mapping: optional(text({min: 2, max: 50_000})),
};
export const intakeMemory = defineTable('intakeMemory', intakeMemoryFields);
export type IntakeMemory = RowOf<typeof intakeMemory>;
