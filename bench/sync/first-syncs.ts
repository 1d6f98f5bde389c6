import {must} from '#core/lib/assert.ts';
import {type Figure, median, ratioOf} from './figure.ts';
import {type FirstSync, type Place, WrongRows, ourFirstSync, peersFirstSync} from './first-sync.ts';
import type {House} from './house.ts';
import type {Options} from './options.ts';
import {ShopAtMaster} from './shop-at-master.ts';
import {trueShop} from './truth.ts';

const sides = ['floor', 'ours', 'application', 'dexie', 'replicache', 'rxdb', 'pouchdb'] as const;
type Side = (typeof sides)[number];

interface Promised {
  readonly fromOrders: number;
  /** Of the CPU of each side, at most. */
  readonly most: Partial<Record<Side, number>>;
  /** Of the time until all is here, until the shop is open, at most. */
  readonly usableMost?: number;
}

const promised: readonly Promised[] = [
  {fromOrders: 60_000, most: {floor: 2, replicache: 0.65, rxdb: 0.17, pouchdb: 0.12}, usableMost: 0.3},
  {fromOrders: 0, most: {floor: 2, replicache: 0.8, dexie: 0.4, rxdb: 0.25, pouchdb: 0.18}},
];
const blockMost = 50;
const busyMs = 3_000;

export interface Measured {
  readonly figures: readonly Figure[];
  readonly samples: unknown;
}

/** First syncs of one shop, the sides in turns; PouchDB once, for it takes as long as all others. */
export async function firstSyncs(
  house: House,
  {orders, rounds, control, beside}: Pick<Options, 'rounds' | 'control' | 'beside'> & {readonly orders: number},
): Promise<Measured> {
  const truth = trueShop(orders);
  const shop = await ShopAtMaster.found(house.master, truth);
  house.site.begin({orders: truth.orders, chunks: await shop.chunks()});
  const {most: limits, usableMost} = must(
    promised.find(({fromOrders}) => orders >= fromOrders),
    'a promise for every size',
  );
  const isAsked = (side: Side): boolean => {
    if (control) return side === 'floor';
    return beside ? beside.includes(side) : limits[side] !== undefined;
  };
  const asked = sides.filter((side) => isOurs(side) || isAsked(side));
  const samples = Object.fromEntries(sides.map((side) => [side, [] as FirstSync[]])) as Record<Side, FirstSync[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const side of round % 2 === 0 ? asked : asked.toReversed()) {
      if (side === 'pouchdb' && round > 0) continue;
      if (!isOurs(side)) samples[side].push(await peersFirstSync(house.peers, side, truth.found));
      else {
        const as = side === 'ours' ? 'worker' : 'application';
        samples[side].push(await ours({house, shop, as, control}, truth.found));
      }
      const last = samples[side].at(-1);
      console.log(
        `  ${side.padEnd(10)} ${last?.cpu.toFixed(2) ?? ''} CPU s, ${last?.ms.toFixed(0) ?? ''} ms, block ${last?.blockMs.toFixed(0) ?? ''} ms`,
      );
    }
  }
  shop.way.stop();
  const cpu = (side: Side): readonly number[] => samples[side].map((one) => one.cpu);
  const title = `first sync of ${orders.toLocaleString('en')} orders`;
  return {
    samples,
    figures: [
      ...Object.entries(limits).flatMap(([side, most]) => {
        return ratioOf(`${title}, CPU beside ${side}`, {ours: cpu('ours'), to: cpu(side as Side), most});
      }),
      ...ratioOf(`${title} by the whole application, CPU beside floor`, {ours: cpu('application'), to: cpu('floor')}),
      {
        title: `${title}, until the shop is open, of the whole`,
        value: median(samples.application.map(({usableMs, ms}) => usableMs / ms)),
        unit: 'x',
        ...(usableMost !== undefined && {most: usableMost}),
      },
      {
        title: `${title}, longest block of the page above 50 ms`,
        value: Math.max(...samples.application.map(({blockMs}) => blockMs)),
        unit: ' ms',
        most: blockMost,
      },
    ],
  };
}

function isOurs(side: Side): side is 'ours' | 'application' {
  return side === 'ours' || side === 'application';
}

/** With planted faults wrong rows are what is to be noticed; without, they end the run. */
async function ours(
  {control, ...place}: Place & {readonly control: boolean},
  truth: ReturnType<typeof trueShop>['found'],
): Promise<FirstSync> {
  if (!control) return ourFirstSync(place, truth);
  const {cost, wrong} = await ourFirstSync(place, truth, {busyMs}).then(
    (whole) => ({cost: whole, wrong: undefined}),
    (error: unknown) => {
      if (error instanceof WrongRows) return {cost: error.cost, wrong: error.message};
      throw error;
    },
  );
  if (wrong === undefined) throw new Error('A page of orders was taken away, and nobody has noticed');
  console.log(`Noticed: ${wrong}.`);
  return cost;
}
