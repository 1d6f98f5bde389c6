import type {Fault, FaultCode} from '../faults.ts';
import {must} from '../lib/assert.ts';
import type {CurrencyCode} from '../money/currency.ts';
import {orderIdOf} from '../orders/order-id.ts';
import {type Buyer, type Order, type OrderId, orderLinesMax} from '../orders/schema.ts';
import {stampOf} from '../orders/stamp.ts';
import type {StorefrontId} from '../storefronts/schema.ts';
import type {Instant} from '../time/instant.ts';
import type {PackedDraft} from './draft.ts';
import {
  type Decided,
  type Merged,
  type OpenOrder,
  blankOrder,
  firstDraft,
  mergeDraft,
  nothingTold,
  sideOf,
} from './merge-order.ts';
import {nowhere} from './merge-parts.ts';
import {type OrderGroup, type PlanCounts, orderGroups} from './messages.ts';
import type {OrderTelling} from './schema.ts';
import {statusMark} from './told.ts';

/** What one file says of one order. `file` is the session's key, `fileId` the content hash. */
export interface FileDraft {
  readonly file: string;
  readonly fileId: string;
  readonly draft: PackedDraft;
}

/** An order of the shop with what is sealed of it opened. */
export interface KnownOrder {
  readonly order: Order;
  readonly buyer: Buyer;
  /** What files have told of it; absent where none has. */
  readonly telling?: OrderTelling;
}

export interface PlannedOrder {
  readonly kind: 'new' | 'changed' | 'unchanged' | 'conflicting';
  readonly orderId: OrderId;
  readonly storefrontId: StorefrontId;
  /** The storefront's, for an order whose currency no file tells. */
  readonly currency: CurrencyCode;
  /** Stands for the date of an order that no file has dated yet. */
  readonly at: Instant;
  /** What the files of this import say of it, in the order in which they were brought. */
  readonly drafts: readonly FileDraft[];
  /** As the shop has it; absent for a new one. */
  readonly known?: KnownOrder;
  /** The stamp of the row it was planned against; absent for a new one. */
  readonly basis?: string;
  readonly changed: readonly OrderGroup[];
  readonly conflicts: readonly OrderGroup[];
}

/** An order that cannot be kept: all its rows are rejected. */
export interface RejectedOrder {
  readonly file: string;
  readonly draft: PackedDraft;
  readonly fault: Fault;
}

export interface ImportPlan {
  readonly orders: readonly PlannedOrder[];
  readonly rejected: readonly RejectedOrder[];
}

/**
 * What an import would do to the orders of one storefront. `existing` has every order of the shop that a draft names
 * (`orderIdOf`); one that was withdrawn counts as absent. How drafts become part of an order: see `mergeDraft`.
 */
export function planImport({
  storefront,
  drafts,
  existing,
  at,
  orderIds,
}: {
  readonly storefront: {readonly id: StorefrontId; readonly currency: CurrencyCode};
  readonly drafts: readonly FileDraft[];
  readonly existing: ReadonlyMap<OrderId, KnownOrder>;
  /** The moment of the import. */
  readonly at: Instant;
  /** Ids of orders by their numbers, where they are known already: each costs a hash. */
  readonly orderIds?: ReadonlyMap<string, OrderId>;
}): ImportPlan {
  const byOrder = new Map<string, FileDraft[]>();
  for (const one of drafts) {
    const same = byOrder.get(one.draft.channelOrderId);
    if (same) same.push(one);
    else byOrder.set(one.draft.channelOrderId, [one]);
  }

  const orders: PlannedOrder[] = [];
  const rejected: RejectedOrder[] = [];
  for (const [channelOrderId, same] of byOrder) {
    const orderId = orderIds?.get(channelOrderId) ?? orderIdOf({storefrontId: storefront.id, channelOrderId});
    const found = existing.get(orderId);
    const known = found && found.order.status !== 'withdrawn' ? found : undefined;
    const hasTime = known !== undefined || same.some(({draft}) => draft.orderedAt !== undefined);
    const fine = same.filter((one) => {
      // A report of addresses may come before the one that tells when and for how much; money without a day is no sale.
      const isUndated = !hasTime && one.draft.money !== undefined;
      const fault =
        faultOf(one.draft) ?? (isUndated ? refused('intake.no_order_date', {row: firstRow(one.draft)}) : undefined);
      if (fault) rejected.push({file: one.file, draft: one.draft, fault});
      return !fault;
    });
    if (fine.length === 0) continue;
    orders.push(
      plannedOrder({orderId, storefrontId: storefront.id, currency: storefront.currency, drafts: fine, at}, known),
    );
  }
  return {orders, rejected};
}

export function planCounts(orders: readonly PlannedOrder[]): PlanCounts {
  const counts = {new: 0, changed: 0, unchanged: 0, conflicting: 0};
  for (const {kind} of orders) counts[kind] += 1;
  return counts;
}

type Unplanned = Pick<PlannedOrder, 'orderId' | 'storefrontId' | 'currency' | 'drafts' | 'at'>;

function plannedOrder(named: Unplanned, known: KnownOrder | undefined): PlannedOrder {
  if (!known) return {...named, kind: 'new', changed: [], conflicts: []};

  const {buyer: _buyer, ...row} = known.order;
  const before: OpenOrder = {row, buyer: known.buyer};
  const {open, conflicts} = mergedOrder({...named, known}, {});
  const changed = orderGroups.filter((group) => !conflicts.has(group) && sideOf(before, group) !== sideOf(open, group));
  const kind = conflicts.size > 0 ? 'conflicting' : changed.length > 0 ? 'changed' : 'unchanged';
  return {...named, known, basis: stampOf(known.order), kind, changed, conflicts: [...conflicts]};
}

/** The order as all its drafts leave it, one after the other. */
export function mergedOrder(
  {orderId, storefrontId, currency, drafts, at, known}: Unplanned & Pick<PlannedOrder, 'known'>,
  decided: Decided,
): Merged {
  const [first] = drafts;
  if (!known && first && drafts.length === 1) {
    return firstDraft(nameOf({orderId, storefrontId, drafts, at}), currency, first.draft);
  }
  let merged = known ? mergedSoFar(known) : firstMerged({orderId, storefrontId, currency, drafts, at});
  // Nobody can be asked about an order that is not there yet: among several files the one that cancels it is believed.
  const decisions: Decided = known ? decided : {state: 'theirs'};
  for (const {draft} of drafts) merged = mergeDraft(merged, draft, decisions);
  return merged;
}

function mergedSoFar({order, buyer, telling}: KnownOrder): Merged {
  const {buyer: _buyer, ...row} = order;
  const told = telling?.told ?? nothingTold;
  const statusSaid = !telling || row.status !== 'paid' || told.state.some((mark) => mark.startsWith(statusMark('')));
  return {open: {row, buyer}, told, statusSaid, news: new Set(), conflicts: new Set()};
}

function firstMerged({currency, ...named}: Unplanned): Merged {
  const open = blankOrder(nameOf(named), currency, {shipTo: nowhere});
  return {open, told: nothingTold, statusSaid: false, news: new Set(), conflicts: new Set()};
}

function nameOf({orderId, storefrontId, drafts, at}: Omit<Unplanned, 'currency'>) {
  const {channelOrderId} = must(drafts[0], 'a file that tells of the order').draft;
  const dated = drafts.find(({draft}) => draft.orderedAt !== undefined);
  return {id: orderId, storefrontId, channelOrderId, orderedAt: dated?.draft.orderedAt ?? at};
}

const numberMax = 80;
const nameMax = 200;
const placeLimits = {street: 300, extra: 300, postalCode: 20, city: nameMax, region: 100, country: 2};
const limits = {name: nameMax, company: nameMax, ...placeLimits};
const buyerLimits = {name: nameMax, handle: nameMax, email: 254, phone: 40};
const skuMax = 80;

/** Why an order is too large for a row; half of it is never kept. */
function faultOf(draft: PackedDraft): Fault | undefined {
  const {channelOrderId, lines, shipTo, buyer} = draft;
  if (channelOrderId.length > numberMax) return refused('intake.value_too_long', {field: 'number', max: numberMax});
  if ((lines?.length ?? 0) > orderLinesMax)
    return refused('intake.too_many_lines', {row: firstRow(draft), limit: orderLinesMax});
  const long =
    tooLong(limits, shipTo) ??
    tooLong(buyerLimits, buyer) ??
    (lines?.some(({sku}) => sku.length > skuMax) ? {field: 'sku', max: skuMax} : undefined);
  return long && refused('intake.value_too_long', long);
}

function firstRow({source}: PackedDraft): number {
  return source.rows[0] ?? 0;
}

function tooLong<F extends string>(
  maxima: Readonly<Record<F, number>>,
  values: Readonly<Partial<Record<F, string>>> | undefined,
): {readonly field: string; readonly max: number} | undefined {
  if (!values) return undefined;
  const fields = Object.keys(maxima) as F[];
  const field = fields.find((one) => (values[one]?.length ?? 0) > maxima[one]);
  return field && {field, max: maxima[field]};
}

function refused(code: FaultCode, values: Fault['values'] = {}): Fault {
  return {code, values};
}
