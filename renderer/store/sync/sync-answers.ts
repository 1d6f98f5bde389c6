import {type Result, fail, ok} from '#core/lib/result.ts';
import type {DeskFacts, SyncCalls, SyncState, SyncWork} from '#core/sync/messages.ts';
import {lineOf} from '#core/sync/lines.ts';
import type {MasterOfShop} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import type {Shop} from '../shop.ts';
import type {Shops} from '../shops.ts';
import {joinPlaceIn} from './bring-instead.ts';
import {askForPlace} from './found-shop.ts';
import {MasterDoor} from './master-door.ts';
import type {Network} from './master-http.ts';

type Answer<T> = {readonly answer: T};
export type SyncAnswers = {
  readonly [N in keyof SyncCalls]: (args: SyncCalls[N]['args']) => Promise<Answer<SyncCalls[N]['answer']>>;
};

export interface SyncAnswersHost {
  readonly shops: Shops;
  readonly network: Network;
  readonly now: () => Instant;
  readonly tell: (work: SyncWork | null) => void;
  /** Another store may stand in the place of the one that was open. */
  readonly replaced: () => void;
}

const absent: SyncState = {state: 'absent'};
const nothing = {answer: null} as const;
const numbersMost = Number.MAX_SAFE_INTEGER;

interface Inside {
  readonly shop: Shop;
  readonly master: MasterOfShop;
  readonly door: MasterDoor;
}

/** What one window asks about the other desks of its shop. What is seldom asked is loaded when it is. */
export class Sync {
  readonly #host: SyncAnswersHost;
  #stopping: AbortController | undefined;
  #isTakenBack = false;

  constructor(host: SyncAnswersHost) {
    this.#host = host;
  }

  readonly answers: SyncAnswers = {
    'sync.look': async () => ({answer: (await this.#host.shops.current?.sync?.look()) ?? absent}),
    'sync.now': async () => {
      this.#host.shops.current?.sync?.hurry();
      return nothing;
    },
    'sync.begin': async (wish) => ({answer: await this.#begin(wish)}),
    'sync.joinPlace': async () => ({answer: await joinPlaceIn(this.#host.shops)}),
    'sync.join': async (wish) => ({answer: await this.#join(wish)}),
    'sync.cancel': async () => ({answer: await this.#cancel()}),
    'sync.code': async ({minutes}) => ({
      answer: await this.#inside(async ({shop, door, master}) => {
        const {codeFor} = await import('./code-for.ts');
        return codeFor({store: shop.store, door, master}, minutes);
      }),
    }),
    'sync.desks': async () => ({answer: await this.#inside(desksOf)}),
    'sync.revoke': async ({replica}) => ({
      answer: await this.#inside(({door, master}) => door.revoke(master.shopId, replica)),
    }),
    'sync.compare': async () => ({
      answer: await this.#inside(async ({shop, door, master: {shopId}}) => {
        const {compare} = await import('./compare.ts');
        return compare(shop.store, {door, shopId, hurry: () => shop.sync?.hurry()});
      }),
    }),
  };

  async #begin({
    url,
    setupCode,
    deskName,
  }: SyncCalls['sync.begin']['args']): Promise<SyncCalls['sync.begin']['answer']> {
    const {shops, network, replaced} = this.#host;
    const shop = shops.current;
    if (!shop) return fail('store.closed');
    const {inc, isJoined} = await shop.store.read(async (tx) => ({
      inc: await tx.meta('incarnation'),
      isJoined: (await tx.meta('place')) !== undefined,
    }));
    if (isJoined) return fail('sync.joined_already');
    if (inc === undefined || !shop.safety || !shop.sync) return fail('store.no_outside');
    if (!shop.safety.keeps) return fail('store.other_window');
    const stopping = new AbortController();
    this.#stopping = stopping;
    this.#isTakenBack = false;
    try {
      const promised = await askForPlace(network, {url, setupCode, deskName, inc, signal: stopping.signal});
      if (promised === 'cancelled' || !promised.ok) return promised;
      const opened = await shops.beginWaiting(promised.value);
      if (!opened.ok) return opened;
    } finally {
      this.#stopping = undefined;
    }
    replaced();
    if (stopping.signal.aborted) await this.#takeBack();
    const done = await this.#prepared();
    return this.#isTakenBack ? 'cancelled' : done;
  }

  async #cancel(): Promise<SyncCalls['sync.cancel']['answer']> {
    if (!this.#stopping) return this.#takeBack();
    this.#stopping.abort();
    return ok({isLeftThere: false});
  }

  async #takeBack(): Promise<SyncCalls['sync.cancel']['answer']> {
    const {shops, replaced} = this.#host;
    if (shops.current?.safety?.keeps !== true) return fail('store.other_window');
    this.#isTakenBack = true;
    const taken = await shops.takeBack();
    this.#isTakenBack = taken.ok;
    replaced();
    return taken;
  }

  async #join({code, deskName}: SyncCalls['sync.join']['args']): Promise<SyncCalls['sync.join']['answer']> {
    const {shops, network, now, tell, replaced} = this.#host;
    const stopping = new AbortController();
    this.#stopping = stopping;
    const told = (done: number, total: number): void => tell({done, total});
    try {
      const {joinShop} = await import('./join-shop.ts');
      const brought = await shops.bring((store) =>
        joinShop(store, {code, deskName, network, now: now(), tell: told, signal: stopping.signal}),
      );
      if (brought === 'cancelled' || !brought.ok) return brought;
      replaced();
      return ok({...brought.value, sync: (await shops.current?.sync?.look()) ?? absent});
    } finally {
      this.#stopping = undefined;
      tell(null);
    }
  }

  /** Until the master has all of the shop, or it is known why it has not. */
  async #prepared(): Promise<Result<SyncState>> {
    const sync = this.#host.shops.current?.sync;
    if (!sync || this.#isTakenBack) return fail('store.closed');
    const done = await sync.prepared();
    return done.ok ? ok(await sync.look()) : done;
  }

  async #inside<T>(ask: (inside: Inside) => Promise<Result<T>>): Promise<Result<T>> {
    const shop = this.#host.shops.current;
    const master = await shop?.store.read((tx) => tx.meta('master'));
    if (!shop || !master) return fail('sync.not_joined');
    return ask({shop, master, door: new MasterDoor(this.#host.network, master)});
  }
}

async function desksOf({shop, master, door}: Inside): Promise<Result<readonly DeskFacts[]>> {
  const [desks, lines = []] = [await door.desks(master.shopId), await shop.store.read((tx) => tx.meta('lines'))];
  if (!desks.ok) return desks;
  const {replica: own} = lineOf(lines, numbersMost);
  return ok(
    desks.value.map(({replica, name, joinedAt, lastSeenAt, revoked}) => ({
      replica,
      name,
      joinedAt: joinedAt as Instant,
      lastSeenAt: lastSeenAt as Instant,
      revoked: revoked !== undefined,
      isThis: replica === own,
    })),
  );
}
