import {mergedOrder} from '#core/intake/plan.ts';
import {type FileDraft, type KnownOrder, type PlannedOrder, type RejectedOrder, planImport} from '#core/intake/plan.ts';
import type {PackedDraft} from '#core/intake/draft.ts';
import type {Decided} from '#core/intake/merge-order.ts';
import type {PlanCounts} from '#core/intake/messages.ts';
import {openTellings, tellingPlaces} from '#core/intake/order-telling.ts';
import {must} from '#core/lib/assert.ts';
import type {Vault} from '#core/lib/sealed.ts';
import {orderIdOf} from '#core/orders/order-id.ts';
import type {OrderId} from '#core/orders/schema.ts';
import type {Storefront} from '#core/storefronts/schema.ts';
import {readerOf} from '#core/sync/overlay.ts';
import type {Store} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import {type SessionFile, choiceOf} from './session-file.ts';
import {storefrontsOf} from './shop-side.ts';

export type Decisions = Map<OrderId, Decided>;

/** An order of the plan; `isSettled` where every file of this import was told before, word for word. */
export interface SessionOrder extends PlannedOrder {
  readonly isSettled: boolean;
}

export interface PlannedFile {
  readonly counts: PlanCounts;
  /** What was read well and cannot be kept. */
  readonly refused: readonly PackedDraft[];
}

/** What `intake.accept` would do. */
export interface SessionPlan {
  readonly orders: readonly SessionOrder[];
  /** Those of which something has to be decided. */
  readonly conflicting: readonly SessionOrder[];
  readonly refused: readonly RejectedOrder[];
  readonly counts: PlanCounts;
  readonly files: ReadonlyMap<string, PlannedFile>;
}

/** Orders that are read and opened at a time: what a person asks for in between does not wait long. */
const ordersAtOnce = 400;

/** Compares all files of a session with the shop; undefined when `progress` answers that it has become of no use. */
export async function planSession(
  {store, vault}: {readonly store: Store; readonly vault: Vault},
  files: readonly SessionFile[],
  at: Instant,
  progress: (done: number, total: number) => boolean,
): Promise<SessionPlan | undefined> {
  const storefronts = await storefrontsOf(store);
  const orders: SessionOrder[] = [];
  const refused: RejectedOrder[] = [];
  const total = files.reduce((sum, {reading}) => sum + (reading?.orders.length ?? 0), 0);
  let done = 0;
  for (const storefront of storefronts) {
    const own = files.filter((file) => choiceOf(file).storefrontId === storefront.id);
    for (const drafts of draftsTogether(own)) {
      if (!progress(done, total)) return undefined;
      done += drafts.length;
      const orderIds = orderIdsOf(storefront, drafts);
      const existing = await knownOrders({store, vault}, [...orderIds.values()]);
      const plan = planImport({storefront, drafts, existing, at, orderIds});
      for (const planned of plan.orders) orders.push(lightened(planned));
      refused.push(...plan.rejected);
    }
  }
  const conflicting = orders.filter(({conflicts}) => conflicts.length > 0);
  return {orders, conflicting, refused, counts: countsOf(orders), files: byFile(files, orders, refused)};
}

/** Conflicts that nobody has decided yet. */
export function undecidedOf(plan: SessionPlan, decisions: Decisions): number {
  const isOpen = ({orderId, conflicts}: SessionOrder): boolean =>
    conflicts.some((group) => decisions.get(orderId)?.[group] === undefined);
  return plan.conflicting.filter(isOpen).length;
}

/** What the files say, order by order whatever their rows' order, some orders at a time. */
function* draftsTogether(files: readonly SessionFile[]): Generator<readonly FileDraft[]> {
  const byNumber = new Map<string, FileDraft[]>();
  for (const {key, fileId, reading} of files) {
    for (const draft of reading?.orders ?? []) {
      const one = {file: key, fileId: must(fileId, 'a file that was read has its hash'), draft};
      const same = byNumber.get(draft.channelOrderId);
      if (same) same.push(one);
      else byNumber.set(draft.channelOrderId, [one]);
    }
  }
  const all = [...byNumber.values()];
  for (let from = 0; from < all.length; from += ordersAtOnce) yield all.slice(from, from + ordersAtOnce).flat();
}

function orderIdsOf(storefront: Storefront, drafts: readonly FileDraft[]): ReadonlyMap<string, OrderId> {
  const numbers = new Set(drafts.map(({draft}) => draft.channelOrderId));
  return new Map(
    [...numbers].map((channelOrderId) => [channelOrderId, orderIdOf({storefrontId: storefront.id, channelOrderId})]),
  );
}

async function knownOrders(
  {store, vault}: {readonly store: Store; readonly vault: Vault},
  ids: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, KnownOrder>> {
  const {orders, places} = await store.read(async (tx) => {
    const found = (await tx.getMany('orders', ids)).flatMap((order) => order ?? []);
    return {orders: found, places: await tellingPlaces(readerOf(tx), found)};
  });
  const tellings = await openTellings(vault, places);
  const known = orders.map(async (order, at): Promise<readonly [OrderId, KnownOrder]> => {
    const telling = tellings[at];
    return [order.id as OrderId, {order, buyer: await vault.open(order.buyer), ...(telling ? {telling} : {})}];
  });
  return new Map(await Promise.all(known));
}

/** Of an order that stays as it is in every respect, nothing of the shop's need be held in memory. */
function lightened(planned: PlannedOrder): SessionOrder {
  const isSettled = planned.kind === 'unchanged' && mergedOrder(planned, {}).news.size === 0;
  if (!isSettled) return {...planned, isSettled};
  const {known: _, basis: __, ...light} = planned;
  return {...light, isSettled};
}

function byFile(
  files: readonly SessionFile[],
  orders: readonly SessionOrder[],
  refused: readonly RejectedOrder[],
): ReadonlyMap<string, PlannedFile> {
  const planned = new Map(
    files.map(({key}) => [key, {orders: new Array<SessionOrder>(), refused: new Array<PackedDraft>()}]),
  );
  orders.forEach((order) => {
    order.drafts.forEach(({file}, at) => {
      // What one file tells of an order stands together.
      if (file !== order.drafts[at - 1]?.file) planned.get(file)?.orders.push(order);
    });
  });
  for (const {file, draft} of refused) {
    planned.get(file)?.refused.push(draft);
  }
  return new Map([...planned].map(([key, one]) => [key, {counts: countsOf(one.orders), refused: one.refused}]));
}

/** Without a loop of its own: a browser spends more on compiling one that runs once than this takes. */
function countsOf(orders: readonly SessionOrder[]): PlanCounts {
  const of = (wanted: PlannedOrder['kind']): number => orders.filter(({kind}) => kind === wanted).length;
  return {new: of('new'), changed: of('changed'), unchanged: of('unchanged'), conflicting: of('conflicting')};
}
