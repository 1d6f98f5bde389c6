import {assert} from '#core/lib/assert.ts';
import {ratioOf} from './figure.ts';
import type {Measured} from './first-syncs.ts';
import type {House} from './house.ts';
import {trueShop} from './truth.ts';
import {type Cost, costOf, onNewProfile} from './turn.ts';

const count = 600;
const ordersCount = 2_000;
const ofDexieMost = 1.3;
const sides = ['ours', 'dexie'] as const;

/** One change after the other, each in its transaction: row, what it was before, outbox. */
export async function singleChanges({peers, site}: House, {rounds}: {readonly rounds: number}): Promise<Measured> {
  const {orders} = trueShop(ordersCount, {allPaid: true});
  const samples = {ours: [] as Cost[], dexie: [] as Cost[]};
  for (let round = 0; round < rounds; round += 1) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      site.begin({orders});
      const cost = await onNewProfile(`change-${side}`, peers, async (session) => {
        await session.page.evaluate((job) => window.sides.prepare(job), {side, what: 'changes', count} as const);
        await costOf(session, () => Promise.resolve());
        let done = 0;
        const spent = await costOf(session, async () => {
          done = await session.page.evaluate(() => window.sides.work());
        });
        assert(done === count, 'every change is there');
        return spent;
      });
      samples[side].push(cost);
      console.log(`  ${side.padEnd(10)} ${((cost.cpu / count) * 1_000).toFixed(2)} CPU ms a change`);
    }
  }
  const [ours, to] = [samples.ours.map(({cpu}) => cpu), samples.dexie.map(({cpu}) => cpu)];
  return {samples, figures: ratioOf('a local change, CPU beside Dexie with 4 indexes', {ours, to, most: ofDexieMost})};
}
