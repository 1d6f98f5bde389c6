import {expect, test} from 'vitest';
import {dice} from '../../lib/dice.ts';
import type {Order} from '../../orders/schema.ts';
import {BenchInMemory} from '../../testing/bench-in-memory.ts';
import {givenOrder} from '../../testing/given.ts';

const skus = ['TEA', 'CUP', 'POT', '4006381333931'];

/** Orders of one to three items, some of several pieces. */
function ordersOf(random: ReturnType<typeof dice>, count: number): readonly Order[] {
  return Array.from({length: count}, (_, at) => {
    const items = skus.filter(() => random.chance(0.4));
    const lines = (items.length > 0 ? items : ['TEA']).map((sku) => ({
      sku,
      title: sku,
      quantity: random.integer(1, 3),
    }));
    return givenOrder(`O${at}`, {status: 'released', lines});
  });
}

test.each([1, 2])(
  'a shift with wrong scans, double scans, lost power and labels that cannot be made ends with each order packed once (seed %i)',
  async (seed) => {
    const random = dice(`shift ${seed}`);
    const orders = ordersOf(random, 50);
    const desk = await BenchInMemory.with(orders);
    desk.numbers = orders.map((_, at) => `0034043416${String(at).padStart(10, '0')}`);
    const numbers = new Set(desk.numbers);

    /** What goes wrong before a right scan. */
    const mishap = async (): Promise<void> => {
      if (random.chance(0.1)) await desk.scan('SOMETHING ELSE');
      if (random.chance(0.05)) await desk.scan('TW:UNDO');
      if (random.chance(0.05)) desk.kill();
      desk.isOutOfOrder = random.chance(0.1);
    };
    for (const {channelOrderId: number, lines, id} of orders) {
      const isShipped = async () => (await desk.onBench(id))?.order.status === 'shipped';
      for (let tries = 0; tries < 200 && !(await isShipped()); tries += 1) {
        await mishap();
        const {stage, packer} = desk.bench;
        if (packer === undefined) await desk.scan('TW:B:ANNA');
        if (stage.at === 'idle') await desk.scan(number);
        else if (stage.at === 'packing') await desk.scan(random.pick(lines).sku);
        else if (stage.at === 'unmade') await desk.scan('TW:REPRINT');
        else if (stage.at === 'closing') await desk.scan(stage.codes[0] ?? '');
        else throw new Error(`a bench that stands still ${stage.at}`);
      }
    }
    const stored = await desk.stored(...orders);
    const parcels = (await desk.store.looseRows('parcels')).added;
    expect({
      shipped: stored.filter((line) => line.includes(' shipped, 1 closed')).length,
      parcels: parcels.length,
      labels: desk.printed.length,
      doubles: desk.printed.length - new Set(desk.printed).size,
      strangers: desk.printed.filter((label) => !numbers.has(label)).length,
      pieces: parcels.flatMap(({lines}) => lines).reduce((sum, {quantity}) => sum + quantity, 0),
    }).toEqual({
      shipped: 50,
      parcels: 50,
      labels: 50,
      doubles: 0,
      strangers: 0,
      pieces: orders.flatMap(({lines}) => lines).reduce((sum, {quantity}) => sum + quantity, 0),
    });
  },
);
