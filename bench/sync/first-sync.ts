import {isDeepStrictEqual} from 'node:util';
import {assert} from '#core/lib/assert.ts';
import type {Session} from '../grid/browser.ts';
import {rest} from '../grid/browser.ts';
import type {} from '../grid/probe/main.ts';
import type {House} from './house.ts';
import {ordersInStore} from './orders-in-store.ts';
import type {ShopAtMaster} from './shop-at-master.ts';
import type {Found} from './truth.ts';
import {type Cost, costOf, onNewProfile} from './turn.ts';

export interface FirstSync extends Cost {
  /** Until the shop was open; only ours is before it is whole. */
  readonly usableMs: number;
}

/** To look costs a read of the store: less often, once it is open. */
const lookMs = 100;
const lookOpenMs = 500;
const joiningMaxMs = 300_000;
/** What a worker does by itself after it was started. */
const settledMs = 1_000;
const deskName = 'Packing bench';

/** Faults that a run with `--control` plants into ours. */
export interface Planted {
  /** The page is busy for so long, once. */
  readonly busyMs: number;
}

/** Ours as what it is measured as: the data worker in a page with nothing else in it, as the peers are, or the whole application. */
export type As = 'worker' | 'application';

export interface Place {
  readonly house: Pick<House, 'ours' | 'peers'>;
  readonly shop: ShopAtMaster;
  readonly as: As;
}

/** A desk joins a shop, with everything that the application does then. */
export async function ourFirstSync({house, shop, as}: Place, truth: Found, planted?: Planted): Promise<FirstSync> {
  return onDesk({house, as}, async (session) => {
    let usableMs = 0;
    const join = await joining(session, {as, code: await shop.code()});
    const cost = await costOf(session, async () => {
      const startedAt = performance.now();
      const joined = join();
      if (as === 'application') await joined;
      if (planted) await session.page.evaluate(busy, planted.busyMs);
      await untilJoined(session, () => (usableMs ||= performance.now() - startedAt));
      await joined;
    });
    if (planted) await session.page.evaluate(ordersInStore.dropOne);
    const whole = {...cost, usableMs};
    mustBe(await session.page.evaluate(ordersInStore.found), {truth, cost: whole});
    return whole;
  });
}

/** A turn of ours on a profile that has no shop yet. */
export async function onDesk<T>(
  {house, as}: Pick<Place, 'house' | 'as'>,
  turn: (session: Session) => Promise<T>,
): Promise<T> {
  if (as === 'application') return onNewProfile('application', house.ours, turn);
  return onNewProfile('ours', house.peers, async (session) => {
    await session.page.evaluate(() => window.sides.begin());
    await session.page.evaluate(() => window.probe.callWorker('shops.list', null));
    await rest(settledMs);
    return turn(session);
  });
}

/** Joins, and waits until everything is here. */
export async function joined(session: Session, how: {readonly as: As; readonly code: string}): Promise<void> {
  const join = await joining(session, how);
  await join();
  await untilJoined(session, () => undefined);
}

/** As a person types it; or as the page of the application then asks its worker. */
async function joining(
  {page}: Session,
  {as, code}: {readonly as: As; readonly code: string},
): Promise<() => Promise<unknown>> {
  if (as === 'worker') {
    return async () => {
      const said = await page.evaluate((args) => window.probe.callWorker('sync.join', args), {code, deskName});
      assert(said !== 'cancelled' && said.ok, 'a shop that was joined');
      await page.evaluate(() => window.probe.callWorker('shops.open', {kind: 'own'}));
    };
  }
  await page.getByRole('button', {name: 'Join a shop'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Join code').fill(code);
  await dialog.getByLabel('Name of this desk').fill(deskName);
  return () => dialog.getByRole('button', {name: 'Join', exact: true}).click();
}

async function untilJoined({page}: Session, isUsable: () => void): Promise<void> {
  for (const endsAt = performance.now() + joiningMaxMs; performance.now() < endsAt;) {
    const state = await page.evaluate(() => window.probe.callWorker('sync.look', null));
    const isOpen = state.state === 'joined';
    if (isOpen) {
      isUsable();
      if (!state.joining && state.lastContactAt !== undefined) return;
    }
    await rest(isOpen ? lookOpenMs : lookMs);
  }
  throw new Error('The shop did not come');
}

/** In a task of the page's own: what is evaluated from outside is none that it is told of. */
function busy(ms: number): void {
  setTimeout(() => {
    for (const endsAt = performance.now() + ms; performance.now() < endsAt;);
  });
}

/** The same of a peer, in its page. */
export async function peersFirstSync(origin: string, name: string, truth: Found): Promise<FirstSync> {
  return onNewProfile(name, origin, async (session) => {
    const {page} = session;
    const cost = await costOf(session, () => page.evaluate((peer) => window.sides.bring(peer), name));
    const whole = {...cost, usableMs: cost.ms};
    mustBe(await page.evaluate(() => window.sides.found()), {truth, cost: whole});
    return whole;
  });
}

/** Rows that are missing, doubled or changed are no result, whatever they cost. */
function mustBe(found: Found, {truth, cost}: {readonly truth: Found; readonly cost: FirstSync}): void {
  if (!isDeepStrictEqual(found, truth)) throw new WrongRows(found, truth, cost);
}

export class WrongRows extends Error {
  readonly cost: FirstSync;

  constructor(found: Found, truth: Found, cost: FirstSync) {
    const told = ({count, digest}: Found): string => `${String(count)} orders with the digest ${digest}`;
    super(`found were ${told(found)}, and there are ${told(truth)}`);
    this.cost = cost;
  }
}
