import {vi} from 'vitest';
import type {Calls, FromWorker, ToWorker} from '#core/calls.ts';
import type {ListAnswer} from '#core/data/list-view.ts';
import type {Fault} from '#core/faults.ts';
import {type BroughtFile, type IntakeState, noIntake} from '#core/intake/messages.ts';
import {must} from '#core/lib/assert.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {type Order, orderStatuses} from '#core/orders/schema.ts';
import type {Storefront, StorefrontId} from '#core/storefronts/schema.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import type {Store} from '#core/sync/store.ts';
import {business} from '#core/testing/given.ts';
import type {Shop} from '../../shop.ts';
import {startDataWorker} from '../../testing/in-process.ts';

/** A page with a shop of the given storefronts, at the other end of the channel to its data worker. */
export class IntakeDesk {
  readonly #worker = startDataWorker();
  readonly #answers = new Map<number, (message: Extract<FromWorker, {call: number}>) => void>();
  readonly #waiting = new Set<() => void>();
  #last = 0;
  state: IntakeState = noIntake;

  constructor() {
    this.#worker.port.onmessage = ({data}: MessageEvent<FromWorker>) => {
      if ('call' in data) this.#answers.get(data.call)?.(data);
      if (!('told' in data) || data.told !== 'intake') return;
      this.state = data.what;
      for (const look of this.#waiting) look();
    };
  }

  static async open(storefronts: readonly Storefront[] = []): Promise<IntakeDesk> {
    const desk = new IntakeDesk();
    await desk.ask('shops.begin', null);
    if (storefronts.length > 0) {
      await desk.do(callOf(createBusiness, business), ...storefronts.map((one) => callOf(createStorefront, one)));
    }
    await desk.ask('intake.look', null);
    return desk;
  }

  get bugs(): readonly string[] {
    return this.#worker.bugs;
  }

  get shop(): Shop {
    return must(this.#worker.shops.current, 'the shop that was begun');
  }

  async ask<N extends keyof Calls>(name: N, args: Calls[N]['args']): Promise<Calls[N]['answer']> {
    const answer = await this.try(name, args);
    if ('fault' in answer) throw new Error(`${name} was refused: ${answer.fault.code}`);
    return answer.answer;
  }

  try<N extends keyof Calls>(
    name: N,
    args: Calls[N]['args'],
  ): Promise<{readonly answer: Calls[N]['answer']} | {readonly fault: Fault}> {
    const call = (this.#last += 1);
    return new Promise((resolve) => {
      this.#answers.set(call, (message) => {
        resolve('fault' in message ? {fault: message.fault} : {answer: message.answer as Calls[N]['answer']});
      });
      this.#worker.port.postMessage({call, name, args} as ToWorker);
    });
  }

  async do(...calls: readonly Call[]): Promise<void> {
    const outcomes = await this.ask('data.mutate', {calls});
    for (const outcome of outcomes) if (!outcome.ok) throw new Error(`refused: ${outcome.fault.code}`);
  }

  /** The state as soon as it fits. */
  until(fits: (state: IntakeState) => boolean): Promise<IntakeState> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!fits(this.state)) return;
        this.#waiting.delete(look);
        resolve(this.state);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Drops files and waits until they are read and compared. */
  async bring(...files: readonly BroughtFile[]): Promise<IntakeState> {
    const before = this.state;
    await this.ask('intake.add', {files});
    return this.until((state) => state !== before && state.phase === 'ready');
  }

  /** Says which storefront all orders belong to. */
  async belong(storefrontId: StorefrontId): Promise<IntakeState> {
    for (const {key, kind} of this.state.files) {
      if (kind === 'orders') await this.ask('intake.choose', {file: key, storefrontId});
    }
    return this.until(
      ({phase, files}) =>
        phase === 'ready' && files.every((file) => file.choice.storefrontId === storefrontId || file.kind !== 'orders'),
    );
  }

  async accept(): Promise<IntakeState> {
    await this.ask('intake.accept', null);
    return this.until(({phase}) => phase === 'kept' || phase === 'cancelled');
  }

  /** What the list of orders shows for a search. */
  async search(search: string): Promise<ListAnswer> {
    let told: ListAnswer | undefined;
    const where = [{column: 'status', oneOf: orderStatuses.filter((status) => status !== 'withdrawn')}];
    const query = {search, where, sort: {column: 'number', descending: false}};
    const list = this.shop.engine.watchList({view: 'orders.list', query, window: {from: 0, to: 10}}, (answer) => {
      told = answer;
    });
    const answer = await vi.waitUntil(() => told, 10_000);
    this.shop.engine.stopList(list);
    return answer;
  }

  /** Everything a person could find in the shop, table by table. */
  async found(): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const {store, files} = this.shop;
    const tables = ['orderSources', 'products', 'buyers', 'rateDays', 'intakeMemory', 'storefronts'] as const;
    const small = await store.read((tx) => Promise.all(tables.map((table) => tx.range(table, {limit: 10_000}))));
    // Which import told of a product or a buyer first decides what its undo takes away; nobody sees it.
    const seen = small.map((rows) => rows.map((row) => ({...row, importId: undefined})));
    return {
      orders: (await everyOrder(store)).filter(({status}) => status !== 'withdrawn'),
      files: await files.list(),
      ...Object.fromEntries(tables.map((table, at) => [table, seen[at] ?? []])),
    };
  }

  close(): void {
    this.#worker.close();
  }
}

/** Orders in pages, as they are now, and those in none. */
async function everyOrder(store: Store): Promise<readonly Order[]> {
  const heads = await store.pageHeads('orders', 0, 1_000);
  const ids = heads.flatMap((head) => head.ids.flatMap((page) => page.split('\n')));
  const paged = await store.read((tx) => tx.getMany('orders', ids));
  const {added} = await store.looseRows('orders');
  return [...added, ...paged.map((order) => must(order, 'a row of every id in a page'))];
}

/** A file of this text, as it would be dropped. */
export function textFile(name: string, text: string): BroughtFile {
  return {name, changedAt: 1, blob: new Blob([text])};
}
