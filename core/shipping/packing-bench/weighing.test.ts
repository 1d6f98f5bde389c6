import {beforeEach, describe, expect, test} from 'vitest';
import {productIdOf} from '../../catalog/product-id.ts';
import {BenchInMemory} from '../../testing/bench-in-memory.ts';
import {givenOrder} from '../../testing/given.ts';

const line = (sku: string, quantity: number) => ({sku, title: `${sku} title`, quantity});
const order = givenOrder('1001', {status: 'released', lines: [line('TEA', 2), line('CUP', 1)]});
const single = givenOrder('1002', {status: 'released', lines: [line('POT', 1)]});
let desk: BenchInMemory;

beforeEach(async () => {
  desk = await BenchInMemory.with([order, single]);
});

/** Everybody has badged in. */
async function begun(...codes: readonly string[]): Promise<readonly string[]> {
  await desk.scan('TW:B:ANNA');
  return desk.scan(...codes);
}

describe('a scale at the bench', () => {
  const rules = {boxGrams: 100, toleranceGrams: 20, tolerancePercent: 3};
  const saw = (): string => `${desk.bench.said.mood} ${desk.bench.said.code}, ${desk.bench.stage.at}`;
  const weigh = async (grams: number | undefined): Promise<string> => {
    await desk.hear({what: 'weighed', grams});
    return saw();
  };
  const sealed = async () => {
    const [parcel] = (await desk.store.looseRows('parcels')).added;
    return [parcel?.weightGrams, parcel?.weightReason];
  };

  beforeEach(async () => {
    await desk.store.write(async (tx) => {
      for (const [sku, weightGrams] of [
        ['TEA', 200],
        ['CUP', 300],
      ] as const) {
        await tx.put('products', {id: productIdOf(sku), sku, title: sku, weightGrams});
      }
    });
    await desk.hear({what: 'scale', rules});
  });

  test('lets a box go on that weighs what it should, and keeps what it weighs', async () => {
    await begun('1001', 'TEA', 'TEA');
    expect([await desk.scan('CUP'), await weigh(612), await weigh(815), await sealed(), desk.printed]).toEqual([
      ['note weigh, weighing'],
      'stop weightOff, weighing',
      'note scanLabel, closing',
      [815, undefined],
      ['1001/1'],
    ]);
  });

  test('stops one that is too light until somebody says why it is right, and keeps the reason', async () => {
    await begun('1001', 'TEA', 'TEA', 'CUP');
    const said = [await weigh(612), await weigh(612), await weigh(undefined)];
    const before = desk.printed.length;
    await weigh(612);
    await desk.hear({what: 'accept', reason: 'box'});
    expect([said, before, desk.sounds.filter((sound) => sound === 'stop').length, saw(), await sealed()]).toEqual([
      ['stop weightOff, weighing', 'stop weightOff, weighing', 'note weigh, weighing'],
      0,
      2,
      'note scanLabel, closing',
      [612, 'box'],
    ]);
  });

  test('is asked again after a piece was taken out, and the card goes on without a hand on the keyboard', async () => {
    expect(await begun('1001', 'TEA', 'TEA', 'CUP', 'TW:UNDO', 'CUP', 'TW:ACCEPT')).toEqual([
      'right opened, packing',
      'right right, packing',
      'right right, packing',
      'note weigh, weighing',
      'note undone, packing',
      'note weigh, weighing',
      'note scanLabel, closing',
    ]);
    expect(await sealed()).toEqual([undefined, 'counted']);
  });

  test('that knows no weight of a product, or was unplugged, keeps nobody waiting', async () => {
    const unknown = await begun('1002', 'POT', '1002/1', '1001', 'TEA', 'TEA', 'CUP');
    await desk.hear({what: 'scale', rules: undefined});
    expect([unknown.at(1), unknown.at(-1), saw()]).toEqual([
      'note scanLabel, closing',
      'note weigh, weighing',
      'note scanLabel, closing',
    ]);
  });
});
