import type {Vault} from '../lib/sealed.ts';
import type {Buyer, Order, OrderId} from '../orders/schema.ts';
import type {KeptOrder} from './mutators.ts';
import type {Decided, OpenOrder} from './merge-order.ts';
import {type PlannedOrder, mergedOrder} from './plan.ts';
import {type ImportId, type OrderTelling, type SourcePart, type StepSources, partsMax} from './schema.ts';

/** An order as an import will leave it, before its personal parts are sealed. */
export interface OrderToKeep {
  readonly orderId: OrderId;
  readonly basis?: string;
  /** Absent where only what files have told is remembered. */
  readonly open?: OpenOrder;
  /** Absent where the buyer stays as sealed. */
  readonly buyer?: Buyer;
  readonly sealedBuyer?: Order['buyer'];
  readonly telling: OrderTelling;
}

/** What is kept of a planned order; undefined where the files tell nothing that was not told before. */
export function orderToKeep(planned: PlannedOrder, decided: Decided, importId: ImportId): OrderToKeep | undefined {
  const {orderId, known, basis, drafts} = planned;
  const {open, told, news} = mergedOrder(planned, decided);
  if (news.size === 0) return undefined;

  const parts = [
    ...(known?.telling?.parts ?? []),
    ...drafts.map((one): SourcePart => {
      return {importId, fileId: one.fileId, packed: one.draft.source};
    }),
  ];
  const last = new Map(parts.map((part) => [part.fileId, part]));
  const telling = {parts: [...last.values()].slice(-partsMax), told};
  if (!known) return {orderId, open: imported(open, importId), buyer: open.buyer, telling};

  const base = {orderId, telling, ...(basis !== undefined && {basis})};
  const {buyer: sealedBuyer, ...row} = known.order;
  const hasBuyer = JSON.stringify(entries(open.buyer)) === JSON.stringify(entries(known.buyer));
  if (hasBuyer && JSON.stringify(entries(row)) === JSON.stringify(entries(open.row))) return base;
  return {...base, open: imported(open, importId), ...(hasBuyer ? {sealedBuyer} : {buyer: open.buyer})};
}

/** Seals what is personal of orders to keep: arguments of `importOrders`. What is told of new orders is sealed as one. */
export async function sealOrders(
  vault: Vault,
  kept: readonly OrderToKeep[],
): Promise<{readonly orders: readonly KeptOrder[]; readonly sources?: StepSources}> {
  const made = kept.filter(({basis}) => basis === undefined);
  const orders = await Promise.all(kept.map((one) => sealOrder(vault, one)));
  if (made.length === 0) return {orders};

  const tellings = await vault.seal(made.map(({telling}) => telling));
  return {orders, sources: {orderIds: made.map(({orderId}) => orderId), tellings}};
}

async function sealOrder(vault: Vault, kept: OrderToKeep): Promise<KeptOrder> {
  const {orderId, basis, open, buyer, sealedBuyer, telling} = kept;
  const named = {orderId, ...(basis !== undefined && {basis, telling: await vault.seal(telling)})};
  if (!open) return named;
  return {...named, order: {...open.row, buyer: sealedBuyer ?? (await vault.seal(buyer ?? open.buyer))}};
}

/** An order as the import that changes it leaves it. */
export function imported({row, buyer}: OpenOrder, importId: ImportId): OpenOrder {
  // What is told of an order that was there lies with the order from now on, and no longer with the step that made it.
  const {importStep: _, ...rest} = row;
  return {row: {...rest, importId}, buyer};
}

/** The fields of an object in one order, so that two can be compared as text. */
function entries(value: object): readonly unknown[] {
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
