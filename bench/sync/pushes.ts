import {assert, must} from '#core/lib/assert.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import type {Order} from '#core/orders/schema.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {type Session, rest} from '../grid/browser.ts';
import type {} from '../grid/probe/main.ts';
import {type Figure, median, ratioOf} from './figure.ts';
import {type As, joined, onDesk} from './first-sync.ts';
import type {Measured} from './first-syncs.ts';
import type {House} from './house.ts';
import type {Options} from './options.ts';
import {ShopAtMaster} from './shop-at-master.ts';
import {type TrueShop, trueShop} from './truth.ts';
import {type Cost, costOf, onNewProfile} from './turn.ts';

const sides = ['ours', 'application', 'replicache', 'replicacheInMemory', 'rxdb', 'pouchdb'] as const;
type Side = (typeof sides)[number];

const many = 10_000;
const batch = 500;
const all = 1 + batch + many;
const lookMs = 250;
const pushedWithinMs = 240_000;

const promised: Readonly<Partial<Record<Side, number>>> = {replicache: 1, rxdb: 0.12, pouchdb: 0.12};
const bytesMost = 90;
const bytesOfReplicacheMost = 0.67;
const loneBytesMost = 250;

/** Bytes of the bodies of pushes: of a single edit, and of each of many that go together. */
interface Bytes {
  readonly lone: number;
  readonly each: number;
}

interface Pushed extends Cost {
  readonly bytes?: Bytes;
}

/**
 * 10,000 orders are held without a connection, and then told: CPU until the server has all and the store knows it. Replicache takes a turn
 * without a disk too, where what waits is lost with the page.
 */
export async function pushes(house: House, {rounds, beside}: Pick<Options, 'rounds' | 'beside'>): Promise<Measured> {
  // One for the lone edit, and those of one push whose bytes are told.
  const truth = trueShop(all, {allPaid: true});
  const asked = sides.filter((side) => isOurs(side) || (beside?.includes(side) ?? true));
  const samples = Object.fromEntries(sides.map((side) => [side, [] as Pushed[]])) as Record<Side, Pushed[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const side of round % 2 === 0 ? asked : asked.toReversed()) {
      if ((side === 'pouchdb' || side === 'replicache') && round > 0) continue;
      const pushed = await (isOurs(side)
        ? oursPushed(house, truth, side === 'ours' ? 'worker' : 'application')
        : peersPushed(house, side, truth.orders));
      samples[side].push(pushed);
      console.log(
        `  ${side.padEnd(10)} ${pushed.cpu.toFixed(2)} CPU s, ${pushed.ms.toFixed(0)} ms`,
        pushed.bytes ?? '',
      );
    }
  }
  const cpu = (side: Side): readonly number[] => samples[side].map((one) => one.cpu);
  const bytes = (side: Side, what: keyof Bytes): readonly number[] => {
    return samples[side].flatMap((one) => (one.bytes ? [one.bytes[what]] : []));
  };
  const figures: Figure[] = [
    {
      title: 'bytes of an edit, of 500 pushed together',
      value: median(bytes('ours', 'each')),
      unit: ' bytes',
      most: bytesMost,
    },
    ...ratioOf('the same beside replicache', {
      ours: bytes('ours', 'each'),
      to: bytes('replicache', 'each'),
      most: bytesOfReplicacheMost,
    }),
    {title: 'bytes of a lone edit', value: median(bytes('ours', 'lone')), unit: ' bytes', most: loneBytesMost},
    ...Object.entries(promised).flatMap(([side, most]) => {
      return ratioOf(`10,000 edits pushed, CPU beside ${side}`, {ours: cpu('ours'), to: cpu(side as Side), most});
    }),
    ...ratioOf('10,000 edits pushed, CPU beside replicache without a disk', {
      ours: cpu('ours'),
      to: cpu('replicacheInMemory'),
    }),
    ...ratioOf('10,000 edits pushed by the whole application, CPU beside rxdb', {
      ours: cpu('application'),
      to: cpu('rxdb'),
    }),
  ];
  return {samples, figures};
}

function isOurs(side: Side): side is 'ours' | 'application' {
  return side === 'ours' || side === 'application';
}

async function oursPushed(house: House, truth: TrueShop, as: As): Promise<Pushed> {
  const shop = await ShopAtMaster.found(house.master, truth);
  const {way, founder} = shop;
  const calls = truth.orders.map(({id}): Call => callOf(holdOrder, {orderId: id, reason: 'stock'}));
  const pushed = await onDesk({house, as}, async (session) => {
    await joined(session, {as, code: await shop.code()});
    way.sent = [];
    await mutate(session, calls.slice(0, 1));
    await untilDecided(session, 1);
    const lone = must(bodies(way)[0], 'a push');
    await waiting(session, way, calls.slice(1, 1 + batch));
    await mended(session, way, 1 + batch);
    assert(bodies(way).length === 1, 'as many edits go in one push');
    const each = must(bodies(way)[0], 'a push') / batch;

    await waiting(session, way, calls.slice(1 + batch));
    const cost = await costOf(session, () => mended(session, way, all));
    return {...cost, bytes: {lone, each}};
  });
  way.stop();
  const place = await founder.pull();
  const rows = (await founder.rowsOf('orders')) as readonly Order[];
  const heldCount = rows.filter(({status}) => status === 'held').length;
  assert(place.seq === all && heldCount === all, 'the master has decided every edit once');
  return pushed;
}

/** Edits that wait because the way is cut; what goes over it from then on is counted. */
async function waiting(session: Session, way: ShopAtMaster['way'], calls: readonly Call[]): Promise<void> {
  way.cut();
  await mutate(session, calls);
  await costOf(session, () => Promise.resolve());
  way.sent = [];
}

async function mended(session: Session, way: ShopAtMaster['way'], n: number): Promise<void> {
  way.mend();
  await session.page.evaluate(() => window.probe.callWorker('sync.now', null));
  await untilDecided(session, n);
}

function bodies({sent}: ShopAtMaster['way']): readonly number[] {
  return sent.filter(({path}) => path.endsWith('/push')).map(({bytes}) => bytes);
}

async function mutate({page}: Session, calls: readonly Call[]): Promise<void> {
  const outcomes = await page.evaluate((made) => window.probe.callWorker('data.mutate', {calls: made}), calls);
  assert(
    outcomes.every(({ok}) => ok),
    'edits that are taken',
  );
}

async function untilDecided({page}: Session, n: number): Promise<void> {
  for (const endsAt = performance.now() + pushedWithinMs; performance.now() < endsAt;) {
    const state = await page.evaluate(() => window.probe.callWorker('sync.look', null));
    if (state.state === 'joined' && state.pending === 0 && state.appliedN === n) return;
    await rest(lookMs);
  }
  throw new Error('The edits were not decided');
}

async function peersPushed({peers, site}: House, side: Side, orders: readonly Order[]): Promise<Pushed> {
  site.begin({orders});
  const ids = orders.map(({id}) => id);
  const pushed = await onNewProfile(side, peers, async (session) => {
    const {page} = session;
    const hold = (some: readonly string[]): Promise<void> => page.evaluate((names) => window.sides.hold(names), some);
    const push = (): Promise<void> => page.evaluate(() => window.sides.push());
    await page.evaluate((peer) => window.sides.bring(peer), side);
    const bytes = side === 'replicache' ? await replicacheBytes({hold, push, site, ids}) : undefined;
    await hold(ids.slice(-many));
    await costOf(session, () => Promise.resolve());
    return {...(await costOf(session, push)), ...(bytes && {bytes})};
  });
  const changes = site.changesAt(side === 'replicacheInMemory' ? 'replicache' : side);
  assert(
    ids.slice(-many).every((id) => changes.get(id) === 1),
    'the server has every edit once',
  );
  return pushed;
}

async function replicacheBytes({
  hold,
  push,
  site,
  ids,
}: {
  readonly hold: (some: readonly string[]) => Promise<void>;
  readonly push: () => Promise<void>;
  readonly site: House['site'];
  readonly ids: readonly string[];
}): Promise<Bytes> {
  for (const some of [ids.slice(0, 1), ids.slice(1, 1 + batch)]) {
    await hold(some);
    await push();
  }
  const {pushed} = site.replicache;
  const bytesOf = (count: number): number => {
    return must(
      pushed.find(({edits}) => edits === count),
      `a push of ${String(count)}`,
    ).bytes;
  };
  return {lone: bytesOf(1), each: bytesOf(batch) / batch};
}
