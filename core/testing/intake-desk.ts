import type {OrderDraft} from '../intake/draft.ts';
import {importDays} from '../intake/import-days.ts';
import {orderToKeep, sealOrders} from '../intake/kept-order.ts';
import type {Decided} from '../intake/merge-order.ts';
import {beginImport, endImport, importOrders} from '../intake/mutators.ts';
import {type FileDraft, type ImportPlan, type KnownOrder, planCounts, planImport} from '../intake/plan.ts';
import {type ImportId, ordersPerStep} from '../intake/schema.ts';
import {undoStep} from '../intake/undo-step.ts';
import {idFromName} from '../lib/id.ts';
import type {RateDay} from '../money/schema.ts';
import {orderIdOf} from '../orders/order-id.ts';
import type {Order, OrderId} from '../orders/schema.ts';
import {packDraft} from '../intake/packed-source.ts';
import {openTellings, tellingPlaces} from '../intake/order-telling.ts';
import {registry} from '../registry.ts';
import type {TableName} from '../schema.ts';
import {type Call, callOf} from '../sync/define.ts';
import {readerOf} from '../sync/overlay.ts';
import {type Outcome, Replica} from '../sync/replica.ts';
import {business, monday, storefront} from './given.ts';
import {MemoryStore} from './memory-store.ts';
import {openVault} from './open-vault.ts';

/** What a file says, as if it had been read: its name is its content. */
export interface BroughtDrafts {
  readonly fileId: string;
  readonly drafts: readonly OrderDraft[];
}

/** A desk that takes in what files say, over the store in memory, as the session of a data worker does. */
export class IntakeDesk {
  readonly store = new MemoryStore();
  readonly #replica = new Replica(this.store, registry.mutators);
  #imports = 0;
  #clock = 0;

  static async open(): Promise<IntakeDesk> {
    const desk = new IntakeDesk();
    await desk.store.write(async (tx) => {
      await tx.put('businesses', business);
      await tx.put('storefronts', storefront);
    });
    return desk;
  }

  /** A minute passes between any two acts. */
  act(...calls: readonly Call[]): Promise<readonly Outcome[]> {
    this.#clock += 60_000;
    return this.#replica.mutate(calls, {at: (monday + this.#clock) as typeof monday}, () => undefined);
  }

  async plan(...files: readonly BroughtDrafts[]): Promise<ImportPlan> {
    const drafts = files.flatMap(({fileId, drafts: said}): FileDraft[] => {
      return said.map((draft) => ({file: fileId, fileId, draft: packDraft(draft)}));
    });
    const existing = new Map<OrderId, KnownOrder>();
    for (const {draft} of drafts) {
      const orderId = orderIdOf({storefrontId: storefront.id, channelOrderId: draft.channelOrderId});
      const known = await this.known(orderId);
      if (known) existing.set(orderId, known);
    }
    return planImport({storefront, drafts, existing, at: monday});
  }

  async known(orderId: OrderId): Promise<KnownOrder | undefined> {
    const order = await this.store.read((tx) => tx.get('orders', orderId));
    return order && this.#opened(order);
  }

  async #opened(order: Order): Promise<KnownOrder> {
    const places = await this.store.read((tx) => tellingPlaces(readerOf(tx), [order]));
    const [telling] = await openTellings(openVault, places);
    const buyer = await openVault.open(order.buyer);
    return telling ? {order, buyer, telling} : {order, buyer};
  }

  /** Keeps what was planned; `decided` answers every conflict. */
  async keep(plan: ImportPlan, decided: Decided = {}): Promise<ImportId> {
    const importId = idFromName('import', String((this.#imports += 1)));
    const kept = plan.orders.flatMap((planned) => orderToKeep(planned, decided, importId) ?? []);
    await this.act(callOf(beginImport, {importId, files: [], counts: planCounts(plan.orders)}));
    for (let step = 0; step * ordersPerStep < kept.length; step += 1) {
      const some = await sealOrders(openVault, kept.slice(step * ordersPerStep, (step + 1) * ordersPerStep));
      await this.act(callOf(importOrders, {importId, step, ...some, products: [], buyers: []}));
    }
    await this.act(callOf(endImport, {importId, status: 'kept'}));
    return importId;
  }

  async bring(...files: readonly BroughtDrafts[]): Promise<ImportId> {
    return this.keep(await this.plan(...files));
  }

  async bringRates(days: readonly RateDay[]): Promise<ImportId> {
    const importId = idFromName('import', String((this.#imports += 1)));
    const counts = {new: 0, changed: 0, unchanged: 0, conflicting: 0};
    await this.act(callOf(beginImport, {importId, files: [], counts}));
    await this.act(callOf(importDays, {importId, step: 0, days}));
    await this.act(callOf(endImport, {importId, status: 'kept'}));
    return importId;
  }

  /** Takes a whole import back, its last step first. */
  async undo(importId: ImportId): Promise<readonly Outcome[]> {
    const {steps} = (await this.store.read((tx) => tx.get('imports', importId))) ?? {steps: 0};
    const calls = Array.from({length: steps}, (_, at) => callOf(undoStep, {importId, step: steps - 1 - at}));
    return this.act(...calls, callOf(endImport, {importId, status: 'undone'}));
  }

  /** Every order that people see, with what is sealed of it opened, by its number. */
  async orders(): Promise<readonly KnownOrder[]> {
    const {added, changed} = await this.store.looseRows('orders');
    const seen = [...added, ...changed].filter(({status}) => status !== 'withdrawn');
    const sorted = seen.toSorted((a, b) => (a.channelOrderId < b.channelOrderId ? -1 : 1));
    return Promise.all(sorted.map((order) => this.#opened(order)));
  }

  async order(channelOrderId: string): Promise<Order | undefined> {
    const orderId = orderIdOf({storefrontId: storefront.id, channelOrderId});
    return this.store.read((tx) => tx.get('orders', orderId));
  }

  /** What people and later imports can see of the shop, as text; the log of imports is not part of it. */
  async seen(): Promise<string> {
    const tables = ['products', 'buyers', 'rateDays'] as const satisfies readonly TableName[];
    const small = await this.store.read((tx) => Promise.all(tables.map((table) => tx.range(table, {limit: 1_000}))));
    return JSON.stringify(sorted([await this.orders(), small]));
  }
}

/** The same value with the fields of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
