import {productIdOf} from '#core/catalog/product-id.ts';
import type {Product} from '#core/catalog/schema.ts';
import {buyerIdOf, buyerName} from '#core/customers/buyer-name.ts';
import type {BuyerRow, Contact} from '#core/customers/schema.ts';
import {type Decided, type OpenOrder, sideOf} from '#core/intake/merge-order.ts';
import {orderGroups} from '#core/intake/messages.ts';
import type {KeptOrder} from '#core/intake/mutators.ts';
import {type PlannedOrder, mergedOrder} from '#core/intake/plan.ts';
import {type OrderToKeep, imported, sealOrders} from '#core/intake/kept-order.ts';
import type {ImportId, OrderTelling, SourcePart, StepSources} from '#core/intake/schema.ts';
import type {Sealed, Vault} from '#core/lib/sealed.ts';

/** Some orders of an import as `importOrders` takes them. */
export interface SealedStep {
  readonly orders: readonly KeptOrder[];
  readonly sources?: StepSources;
  readonly products: readonly Product[];
  readonly buyers: readonly BuyerRow[];
}

/** Products and buyers are told of once an import, however many orders they are in. */
export class Told {
  readonly products = new Set<string>();
  /** Names of buyers, which stay in this worker's memory for as long as the import is kept. */
  readonly buyers = new Set<string>();
}

interface Import {
  readonly importId: ImportId;
  readonly vault: Vault;
  readonly told: Told;
}

const partsMax = 20;
/** Letters of cells that are kept with an order; where files told more, the oldest are let go. */
const sourceLettersMax = 4_000_000;

/** Merges and seals planned orders; those that the import leaves as they are, to the last word, are left out. */
export async function sealStep(
  planned: readonly {readonly order: PlannedOrder; readonly decided: Decided}[],
  within: Import,
): Promise<SealedStep> {
  const kept = planned.flatMap((one) => keptOf(one.order, one.decided, within.importId) ?? []);
  const toKeep = kept.map(({planned: {orderId, basis}, open, changes, telling}): OrderToKeep => {
    const named = basis === undefined ? {orderId, telling} : {orderId, basis, telling};
    return changes ? {...named, open: imported(open, within.importId)} : named;
  });
  const sealed = await sealOrders(within.vault, toKeep);
  return {
    ...sealed,
    products: kept.flatMap(({open}) => productsOf(open, within.told)),
    buyers: await buyersOf(
      kept.map(({open}, at) => ({open, envelope: sealed.orders[at]?.order?.buyer})),
      within,
    ),
  };
}

interface Kept {
  readonly planned: PlannedOrder;
  readonly open: OpenOrder;
  /** Whether the row becomes another; else only what was told is remembered. */
  readonly changes: boolean;
  readonly telling: OrderTelling;
}

function keptOf(planned: PlannedOrder, decided: Decided, importId: ImportId): Kept | undefined {
  const {open, told, news} = mergedOrder(planned, decided);
  const {known} = planned;
  if (!known) return {planned, open, changes: true, telling: {parts: newParts(planned, importId), told}};

  const {buyer: _, ...row} = known.order;
  const before: OpenOrder = {row, buyer: known.buyer};
  const changes =
    orderGroups.some((group) => sideOf(before, group) !== sideOf(open, group)) ||
    (row.edited ?? []).join() !== (open.row.edited ?? []).join();
  const isToldAnew = orderGroups.some((group) => told[group].join() !== (known.telling?.told[group] ?? []).join());
  if (!changes && !isToldAnew) return undefined;

  const parts = news.size > 0 ? newParts(planned, importId) : [];
  return {planned, open, changes, telling: {parts: lastParts([...(known.telling?.parts ?? []), ...parts]), told}};
}

function newParts({drafts}: PlannedOrder, importId: ImportId): readonly SourcePart[] {
  return drafts.map(({fileId, draft}) => ({importId, fileId, packed: draft.source}));
}

function lastParts(parts: readonly SourcePart[]): readonly SourcePart[] {
  let letters = 0;
  const fitting = parts.toReversed().filter((part, at) => {
    letters += part.packed?.cells.length ?? JSON.stringify(part.rows).length;
    return at === 0 || (at < partsMax && letters <= sourceLettersMax);
  });
  return fitting.toReversed();
}

function productsOf({row}: OpenOrder, told: Told): readonly Product[] {
  const products: Product[] = [];
  for (const {sku, title} of row.lines) {
    if (sku === '' || told.products.has(sku)) continue;
    told.products.add(sku);
    products.push({id: productIdOf(sku), sku, title});
  }
  return products;
}

/** A buyer's contact is what the first of their orders says: where that was sealed, the same envelope. */
async function buyersOf(
  orders: readonly {readonly open: OpenOrder; readonly envelope: Sealed<Contact> | undefined}[],
  {vault, told}: Import,
): Promise<readonly BuyerRow[]> {
  const fresh = orders.flatMap(({open: {row, buyer}, envelope}) => {
    const name = buyerName(buyer, row.storefrontId);
    if (name === undefined || told.buyers.has(name)) return [];
    told.buyers.add(name);
    return [{name, buyer, envelope}];
  });
  return Promise.all(
    fresh.map(async ({name, buyer, envelope}) => {
      return {id: buyerIdOf(await vault.digest(name)), contact: envelope ?? (await vault.seal<Contact>(buyer))};
    }),
  );
}
