import {expect, test} from 'vitest';
import {dice} from '../../lib/dice.ts';
import type {Buyer, Order} from '../../orders/schema.ts';
import {BenchInMemory} from '../../testing/bench-in-memory.ts';
import {givenOrder} from '../../testing/given.ts';
import {sealedOpenly} from '../../testing/open-vault.ts';

const buyerOf = (name: string): Order['buyer'] =>
  sealedOpenly<Buyer>({shipTo: {name, street: 'Kai 1', postalCode: '24103', city: 'Kiel', country: 'DE'}});

function orderOf(number: string, name: string, quantities: Readonly<Record<string, number>>): Order {
  const lines = Object.entries(quantities).map(([sku, quantity]) => ({sku, title: `${sku} title`, quantity}));
  return givenOrder(number, {status: 'released', lines, buyer: buyerOf(name)});
}

test.each([1, 2, 3])(
  'a shift of people with several orders ends with each order packed once, every label a number of its own (seed %i)',
  async (seed) => {
    const random = dice(`together ${seed}`);
    const orders = Array.from({length: 40}, (_, at) => {
      const skus = ['TEA', 'CUP', 'POT'].filter(() => random.chance(0.5));
      const quantities = Object.fromEntries(
        (skus.length > 0 ? skus : ['TEA']).map((sku) => [sku, random.integer(1, 2)]),
      );
      return orderOf(`O${at}`, `Buyer ${random.integer(1, 15)}`, quantities);
    });
    const desk = await BenchInMemory.with(orders);
    desk.numbers = orders.map((_, at) => `N${100 + at}`);
    const statusOf = async (id: Order['id']) => (await desk.onBench(id))?.order.status;
    // What was opened or voided behind its order is gone through once more.
    for (const {channelOrderId: number, id} of [...orders, ...orders, ...orders]) {
      for (let tries = 0; tries < 300 && (await statusOf(id)) !== 'shipped'; tries += 1) {
        if (random.chance(0.05)) await desk.scan('TW:UNDO');
        if (random.chance(0.05)) desk.kill();
        if (random.chance(0.05)) await desk.scan(random.pick(['TW:NEXT', 'TW:VOID', 'TW:ABORT']));
        desk.isOutOfOrder = random.chance(0.1);
        const {stage, packer} = desk.bench;
        if (packer === undefined) await desk.scan('TW:B:ANNA');
        if (stage.at === 'idle') await desk.scan(number);
        else if (stage.at === 'packing') await desk.scan(random.pick(['TEA', 'CUP', 'POT', 'TW:TOGETHER']));
        else if (stage.at === 'unmade') await desk.scan('TW:REPRINT');
        else if (stage.at === 'closing') await desk.scan(stage.codes[0] ?? '');
      }
    }
    const parcels = (await desk.store.looseRows('parcels')).added.filter(({status}) => status !== 'voided');
    const rows = await Promise.all(orders.map(({id}) => statusOf(id)));
    expect({
      shipped: rows.filter((status) => status === 'shipped').length,
      merged: parcels.some(({lines}) => new Set(lines.map(({orderId}) => orderId)).size > 2),
      closed: parcels.every(({status}) => status === 'closed'),
      numbers: new Set(parcels.map(({tracking}) => tracking?.number)).size,
      doubles: desk.printed.length - new Set(desk.printed).size,
      pieces: parcels.flatMap(({lines}) => lines).reduce((sum, {quantity}) => sum + quantity, 0),
    }).toEqual({
      shipped: 40,
      merged: true,
      closed: true,
      numbers: parcels.length,
      doubles: 0,
      pieces: orders.flatMap(({lines}) => lines).reduce((sum, {quantity}) => sum + quantity, 0),
    });
  },
);
