import type {CallName, Calls, FromWorker, ToWorker} from '#core/calls.ts';
import type {Engine} from '#core/data/engine.ts';
import type {ListView} from '#core/data/list-view.ts';
import type {LiveRead} from '#core/data/live-read.ts';
import type {DataCalls, Watched} from '#core/data/messages.ts';
import type {Fault} from '#core/faults.ts';
import {must} from '#core/lib/assert.ts';
import {idFromBytes} from '#core/lib/id.ts';
import type {Result} from '#core/lib/result.ts';
import type {Instant} from '#core/time/instant.ts';
import type {DeskMemory} from './desk-memory.ts';
import {Bought} from './bought/bought-answers.ts';
import {Intake} from './intake/intake-answers.ts';
import type {OpenReader} from './intake/reader-client.ts';
import {Numbers} from './numbers/numbers-answers.ts';
import {SpaceWatch, estimateOfBrowser} from './storage/space-watch.ts';
import {Storage} from './storage/storage-answers.ts';
import {Sync} from './sync/sync-answers.ts';
import type {Network} from './sync/master-http.ts';
import type {Shops} from './shops.ts';
import {faultOf} from './store-faults.ts';

type Answers = {readonly [N in CallName]: (args: Calls[N]['args']) => Promise<Outcome<Calls[N]['answer']>>};
type DataAnswers = Pick<Answers, keyof DataCalls>;
type Outcome<T> = {readonly answer: T} | {readonly fault: Fault};

type Live = {readonly engine: Engine} & ({readonly list: ListView} | {readonly read: LiveRead});

/** Another window has deleted the shop, and this page is about to hear of it. */
const noShop = {fault: {code: 'store.closed', values: {}}} as const;

/** What is under way is finished; nothing new is begun, and reading goes on. */
const noRoom = {fault: {code: 'store.no_room', values: {}}} as const;
const needsRoom: ReadonlySet<CallName> = new Set([
  'bought.keep',
  'data.mutate',
  'intake.accept',
  'numbers.draw',
  'numbers.register',
  'shops.begin',
  'shops.makeDemo',
  'sync.join',
]);

export interface PageHost {
  readonly post: (message: FromWorker) => void;
  /** Told of errors that should not be. */
  readonly report: (error: unknown) => void;
  readonly openReader: OpenReader;
  readonly network: Network;
}

/** Answers one page: its calls, and what it watches. */
export class PageLink {
  readonly #shops: Shops;
  readonly #desk: DeskMemory;
  readonly #post: (message: FromWorker) => void;
  readonly #live = new Map<number, Live>();
  readonly #intake: Intake;
  readonly #space: SpaceWatch;
  readonly #storage: Storage;
  readonly #sync: Sync;
  readonly #numbers: Numbers;
  readonly #bought: Bought;
  #demoCancelled = false;

  constructor(shops: Shops, desk: DeskMemory, {post, report, openReader, network}: PageHost) {
    this.#shops = shops;
    this.#desk = desk;
    this.#post = post;
    this.#intake = new Intake({
      shop: () => shops.current,
      openReader,
      now,
      newId: () => idFromBytes('import', crypto.getRandomValues(new Uint8Array(9))),
      tell: (what) => post({told: 'intake', what}),
      report,
    });
    this.#space = new SpaceWatch({
      outside: shops.outside,
      estimate: estimateOfBrowser,
      tell: (what) => post({told: 'space', what}),
      report,
    });
    const replaced = (): void => {
      this.#live.clear();
      this.#intake.follow();
    };
    this.#storage = new Storage({
      shops,
      space: this.#space,
      estimate: estimateOfBrowser,
      now,
      tell: (what) => post({told: 'storage', what}),
      replaced,
    });
    this.#numbers = new Numbers(shops, now);
    this.#bought = new Bought(shops, now);
    this.#sync = new Sync({shops, network, now, tell: (what) => post({told: 'syncWork', what}), replaced});
  }

  receive(message: ToWorker): void {
    if ('call' in message) void this.#answer(message);
    else if ('what' in message) this.#watch(message.watch, message.what);
    else if ('look' in message) this.#look(message.look, message.window);
    else this.#stop(message.stop);
  }

  async #answer({call, name, args}: Extract<ToWorker, {call: number}>): Promise<void> {
    try {
      if (needsRoom.has(name) && !this.#space.hasRoom) return this.#post({call, ...noRoom});
      const answers: Answers = {
        ...this.#answers,
        ...this.#intake.answers,
        ...this.#storage.answers,
        ...this.#sync.answers,
        ...this.#numbers.answers,
        ...this.#bought.answers,
      };
      const outcome = await (answers[name] as (args: unknown) => Promise<Outcome<unknown>>)(args);
      this.#post({call, ...outcome});
    } catch (error) {
      const fault = faultOf(error);
      if (!fault) throw error;
      void this.#shops.met(error);
      this.#post({call, fault});
    }
  }

  #watch(watch: number, what: Watched): void {
    const engine = this.#shops.current?.engine;
    if (!engine) return;
    const known = this.#live.get(watch);
    if (what.kind === 'list') {
      const {question} = what;
      if (known && 'list' in known) known.list.ask(question);
      else this.#live.set(watch, {engine, list: engine.watchList(question, (list) => this.#post({watch, list}))});
      return;
    }
    const tell = (answer: unknown): void => this.#post({watch, answer});
    const read =
      what.kind === 'query'
        ? engine.watchQuery(what.name, what.args, tell)
        : engine.watchSummary(what.name, what.args, tell);
    this.#live.set(watch, {engine, read});
  }

  #look(watch: number, window: {readonly from: number; readonly to: number}): void {
    const live = this.#live.get(watch);
    if (live && 'list' in live) live.list.look(window);
  }

  #stop(watch: number): void {
    const live = this.#live.get(watch);
    if (live && 'list' in live) live.engine.stopList(live.list);
    else if (live) live.engine.stopRead(live.read);
    this.#live.delete(watch);
  }

  #list(watch: number): ListView {
    const live = this.#live.get(watch);
    return must(live && 'list' in live ? live.list : undefined, 'a list that is being watched');
  }

  readonly #answers: DataAnswers = {
    'desk.recall': async () => ({answer: await this.#desk.recall()}),
    'desk.remember': async ({key, value}) => {
      await this.#desk.remember(key, value);
      return {answer: null};
    },
    'shops.list': async () => ({answer: await this.#shops.list()}),
    'shops.open': async ({kind}) => {
      this.#live.clear();
      const opened = await this.#shops.open(kind);
      // One that was open already, as after it was put on a master, tells nothing by itself.
      const safety = this.#shops.current?.safety?.state;
      if (safety) this.#post({told: 'safety', what: safety});
      this.#space.begin();
      this.#intake.follow();
      return outcomeOf(opened);
    },
    'shops.begin': async () => {
      this.#live.clear();
      const opened = await this.#shops.begin(now());
      this.#space.begin();
      this.#intake.follow();
      return outcomeOf(opened);
    },
    'shops.makeDemo': async ({seed, orderCount}) => {
      this.#live.clear();
      this.#demoCancelled = false;
      const progress = {
        tell: (done: number, total: number) => this.#post({progress: {done, total}}),
        cancelled: () => this.#demoCancelled,
      };
      const made = await this.#shops.makeDemo({seed, orderCount, now: now()}, progress);
      this.#intake.follow();
      return made ? outcomeOf(made) : {answer: 'cancelled'};
    },
    'shops.cancelDemo': async () => {
      this.#demoCancelled = true;
      return {answer: null};
    },
    'shops.delete': async ({kind}) => {
      this.#live.clear();
      await this.#shops.delete(kind);
      this.#intake.follow();
      return {answer: null};
    },
    'data.mutate': async ({calls, ...how}) => {
      const shop = this.#shops.current;
      if (!shop) return noShop;
      const answer = await shop.engine.mutate(calls, {at: now(), ...how});
      this.#intake.heard(calls);
      return {answer};
    },
    'data.seal': async ({value}) => {
      const shop = this.#shops.current;
      return shop ? {answer: await shop.vault.seal(value)} : noShop;
    },
    'data.open': async ({sealed}) => {
      const shop = this.#shops.current;
      return shop ? {answer: await shop.vault.open(sealed)} : noShop;
    },
    'data.digest': async ({text}) => {
      const shop = this.#shops.current;
      return shop ? {answer: await shop.vault.digest(text)} : noShop;
    },
    'list.ids': async ({watch, window}) => ({answer: await this.#list(watch).ids(window)}),
    'list.ticked': async ({watch, ticked, rowsMax}) => ({answer: await this.#list(watch).ticked(ticked, rowsMax)}),
    'list.indexOf': async ({watch, id}) => ({answer: await this.#list(watch).indexOf(id)}),
  };
}

function outcomeOf<T>(result: Result<T>): Outcome<T> {
  return result.ok ? {answer: result.value} : {fault: result.fault};
}

/** The worker is the edge at which time enters: core is given it. */
function now(): Instant {
  return Date.now() as Instant;
}
