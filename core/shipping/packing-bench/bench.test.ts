import {beforeEach, describe, expect, test} from 'vitest';
import {holdOrder, recallOrder, resumeOrder} from '../../orders/mutators.ts';
import type {Order} from '../../orders/schema.ts';
import {callOf} from '../../sync/define.ts';
import {BenchInMemory} from '../../testing/bench-in-memory.ts';
import {givenOrder, monday, storefront} from '../../testing/given.ts';
import {productIdOf} from '../../catalog/product-id.ts';
import {idFromName} from '../../lib/id.ts';
import {orderIdOf} from '../../orders/order-id.ts';
import type {Storefront} from '../../storefronts/schema.ts';

const line = (sku: string, quantity: number) => ({sku, title: `${sku} title`, quantity});
const order = givenOrder('1001', {status: 'released', lines: [line('TEA', 2), line('CUP', 1)]});
const single = givenOrder('1002', {status: 'released', lines: [line('POT', 1)]});
const cancelled = givenOrder('1003', {status: 'cancelled'});

let desk: BenchInMemory;
const badge = 'TW:B:ANNA';

beforeEach(async () => {
  desk = await BenchInMemory.with([order, single, cancelled]);
});

/** Everybody has badged in. */
async function begun(...codes: readonly string[]): Promise<readonly string[]> {
  await desk.scan(badge);
  return desk.scan(...codes);
}

describe('an order from its slip to its label', () => {
  test('is packed piece by piece, its label comes by itself, and the scan of that label closes it', async () => {
    expect(await begun('1001', 'TEA', 'CUP', 'TEA', '1001/1')).toEqual([
      'right opened, packing',
      'right right, packing',
      'right right, packing',
      'note scanLabel, closing',
      'done orderDone, idle',
    ]);
    expect([desk.printed, desk.settled, desk.sounds, await desk.stored(order)]).toEqual([
      ['1001/1'],
      ['used'],
      ['right', 'right', 'right', 'right', 'right', 'done'],
      ['1001 shipped, 1 closed (2 TEA, 1 CUP)'],
    ]);
  });

  test('of a single piece is done with the scan of that piece', async () => {
    expect([await begun('POT', '1002/1'), await desk.stored(single)]).toEqual([
      ['note scanLabel, closing', 'done orderDone, idle'],
      ['1002 shipped, 1 closed (1 POT)'],
    ]);
  });

  test('waits for somebody to badge in', async () => {
    expect(await desk.scan('1001', badge, '1001')).toEqual([
      'stop badgeFirst, idle',
      'right hello, idle',
      'right opened, packing',
    ]);
  });

  test('is closed by the number of the carrier where its label has one', async () => {
    desk.numbers = ['00340434161094042557'];
    expect(await begun('1002', 'POT', '1002', 'POT', '00340434161094042557', '00340434161094042557')).toEqual([
      'right opened, packing',
      'note scanLabel, closing',
      'wrong labelWrong, closing',
      'wrong labelFirst, closing',
      'done orderDone, idle',
      'note closedAlready, idle',
    ]);
  });
});

describe('a scan that does not belong', () => {
  test.each<[string, readonly string[], string]>([
    ['another item', ['1001', 'POT'], 'wrong notInOrder, packing'],
    ['one piece too many', ['1001', 'CUP', 'CUP'], 'wrong extra, packing'],
    ['another order', ['1001', '1002'], 'wrong notInOrder, packing'],
    ['the same slip twice', ['1001', '1001'], 'note sameOrder, packing'],
    ['something nobody knows', ['9999'], 'wrong unknown, idle'],
    ['a command of a newer card', ['TW:DANCE'], 'wrong unreadable, idle'],
    ['the label of another order', ['1001', 'TEA', 'TEA', 'CUP', '1002/1'], 'wrong labelWrong, closing'],
  ])('%s is told at once and changes nothing', async (_what, codes, said) => {
    expect((await begun(...codes)).at(-1)).toBe(said);
    expect(await desk.stored(single, cancelled)).toEqual(['1002 released', '1003 cancelled']);
  });

  test('leaves the order where it was: the right piece goes on', async () => {
    expect((await begun('1001', 'POT', 'TEA', 'TEA', 'TEA', 'CUP', '1001/1')).slice(1)).toEqual([
      'wrong notInOrder, packing',
      'right right, packing',
      'right right, packing',
      'wrong extra, packing',
      'note scanLabel, closing',
      'done orderDone, idle',
    ]);
  });
});

describe('an order that is not to be packed', () => {
  test('is told at its first scan', async () => {
    const held = callOf(holdOrder, {orderId: order.id, reason: 'fraud'});
    const first = await begun('1003');
    await desk.elsewhere(order, held);
    const second = await desk.scan('1001');
    await desk.elsewhere(order, callOf(resumeOrder, {orderId: order.id}));
    await desk.elsewhere(order, callOf(recallOrder, {orderId: order.id}));
    expect([first, second, await desk.scan('1001')]).toEqual([
      ['stop cancelled, idle'],
      ['stop heldOrder, idle'],
      ['stop notReleased, idle'],
    ]);
  });

  test('stops the bench in the middle of it, and at its label', async () => {
    const hold = callOf(holdOrder, {orderId: order.id, reason: 'buyer'});
    const resume = callOf(resumeOrder, {orderId: order.id});
    await begun('1001', 'TEA');
    await desk.elsewhere(order, hold);
    const stopped = [desk.bench.said.code, ...(await desk.scan('TEA', 'TW:NEXT'))];
    await desk.elsewhere(order, resume);
    const goesOn = await desk.scan('TEA', 'CUP');
    await desk.elsewhere(order, hold);
    const label = await desk.scan('1001/1');
    await desk.elsewhere(order, resume);
    expect([stopped, goesOn, label, await desk.scan('1001/1')]).toEqual([
      ['heldOrder', 'stop heldOrder, packing', 'stop heldOrder, packing'],
      ['right right, packing', 'note scanLabel, closing'],
      ['stop heldOrder, closing'],
      ['done orderDone, idle'],
    ]);
  });
});

describe('commands', () => {
  test('undo takes back the last piece, and after the end opens the package again', async () => {
    expect(
      await begun('1001', 'TEA', 'TW:UNDO', 'TW:UNDO', 'TEA', 'TEA', 'CUP', 'TW:UNDO', '1001/1', 'TW:UNDO'),
    ).toEqual([
      'right opened, packing',
      'right right, packing',
      'note undone, packing',
      'wrong nothingToUndo, packing',
      'right right, packing',
      'right right, packing',
      'note scanLabel, closing',
      'wrong voidFirst, closing',
      'done orderDone, idle',
      'note reopened, closing',
    ]);
    expect(await desk.stored(order)).toEqual(['1001 released, 1 labelled (2 TEA, 1 CUP)']);
    expect([await desk.scan('1001/1'), await desk.stored(order)]).toEqual([
      ['done orderDone, idle'],
      ['1001 shipped, 1 closed (2 TEA, 1 CUP)'],
    ]);
  });

  test('next package closes this one and goes on with what is left', async () => {
    expect(await begun('1001', 'TW:NEXT', 'TEA', 'TW:NEXT', '1001/1', 'TEA', 'CUP', '1001/1', '1001/2')).toEqual([
      'right opened, packing',
      'wrong nothingPacked, packing',
      'right right, packing',
      'note scanLabel, closing',
      'right nextPackage, packing',
      'right right, packing',
      'note scanLabel, closing',
      'wrong labelWrong, closing',
      'done orderDone, idle',
    ]);
    expect([desk.printed, await desk.stored(order)]).toEqual([
      ['1001/1', '1001/2'],
      ['1001 shipped, 1 closed (1 TEA), 2 closed (1 TEA, 1 CUP)'],
    ]);
  });

  test('partial sends what is there; the rest waits and is packed another day', async () => {
    const first = await begun('1001', 'CUP', 'TW:PARTIAL', '1001/1');
    const stored = await desk.stored(order);
    expect([first, stored, await desk.scan('1001', 'CUP', 'TW:X2', 'TEA', '1001/2'), await desk.stored(order)]).toEqual(
      [
        ['right opened, packing', 'right right, packing', 'note scanLabel, closing', 'done closed, idle'],
        ['1001 released, 1 closed (1 CUP)'],
        [
          'right nextPackage, packing',
          'wrong extra, packing',
          'note times, packing',
          'note scanLabel, closing',
          'done orderDone, idle',
        ],
        ['1001 shipped, 1 closed (1 CUP), 2 closed (2 TEA)'],
      ],
    );
  });

  test('void tears the label up, and the order is packed anew from an empty box', async () => {
    const torn = await begun('1002', 'POT', 'TW:VOID', '1002/1', 'POT', '1002/1', '1002/2', 'TW:VOID', '1002/1');
    expect(torn).toEqual([
      'right opened, packing',
      'note scanLabel, closing',
      'note voided, packing',
      'wrong notInOrder, packing',
      'note scanLabel, closing',
      'wrong labelWrong, closing',
      'done orderDone, idle',
      'note voided, idle',
      'stop labelVoid, idle',
    ]);
    expect([desk.settled, await desk.stored(single)]).toEqual([
      ['void', 'used', 'void'],
      ['1002 released, 1 voided (1 POT), 2 voided (1 POT)'],
    ]);
  });

  test('abort leaves an order as it was, or its labelled package for later', async () => {
    const before = await begun('1002', 'TW:ABORT');
    const after = await desk.scan('1002', 'POT', 'TW:ABORT', '1002');
    expect([before, after, desk.printed]).toEqual([
      ['right opened, packing', 'note aborted, idle'],
      ['right opened, packing', 'note scanLabel, closing', 'note leftOpen, idle', 'note scanLabel, closing'],
      ['1002/1'],
    ]);
  });

  test.each([
    ['TW:HOLD', 'other', 'note held, idle'],
    ['TW:PROBLEM', 'stock', 'note problem, idle'],
  ])('%s holds the order for %s', async (command, reason, said) => {
    expect((await begun('1002', command)).at(-1)).toBe(said);
    const [held] = await desk.store.read((tx) => tx.getMany('orders', [single.id]));
    expect([held?.status, held?.holdReason]).toEqual(['held', reason]);
  });

  test('reprint prints the label of this package again, or of the last one', async () => {
    const codes = await begun('TW:REPRINT', '1002', 'POT', 'TW:REPRINT', '1002/1', 'TW:REPRINT');
    expect([codes.filter((said) => said.includes('reprinting')).length, codes[0], desk.printed]).toEqual([
      2,
      'wrong notNow, idle',
      ['1002/1', 'again 1', 'again 1'],
    ]);
  });

  test('a label that cannot be made is tried again, or its order held for its address', async () => {
    desk.isOutOfOrder = true;
    const failed = await begun('1002', 'POT', 'POT', 'TW:UNDO');
    desk.isOutOfOrder = false;
    const again = await desk.scan('TW:REPRINT', '1002/1');
    desk.isOutOfOrder = true;
    const problem = await desk.scan('1001', 'TW:X2', 'TEA', 'CUP', 'TW:PROBLEM');
    expect([failed.slice(1), again, problem.at(-1), await desk.stored(order)]).toEqual([
      ['stop unmade, unmade', 'stop unmade, unmade', 'wrong voidFirst, unmade'],
      ['note scanLabel, closing', 'done orderDone, idle'],
      'note problem, idle',
      ['1001 held, 1 voided (2 TEA, 1 CUP)'],
    ]);
  });
});

describe('how many and which', () => {
  test('a number before a scan counts for that scan alone', async () => {
    expect(await begun('1001', 'TW:X5', 'TEA', 'TW:X2', 'TEA', 'CUP')).toEqual([
      'right opened, packing',
      'note times, packing',
      'wrong extra, packing',
      'note times, packing',
      'right right, packing',
      'note scanLabel, closing',
    ]);
  });

  test('serial numbers are kept with their pieces, and none goes into a box twice', async () => {
    const article = '04006381333931';
    const serials = givenOrder('1009', {status: 'released', lines: [line('4006381333931', 2)]});
    desk = await BenchInMemory.with([serials]);
    const code = (serial: string) => `(01)${article}(21)${serial}`;
    expect(await begun('1009', code('S1'), code('S1'), 'TW:X2', code('S2'), code('S2'), '1009/1')).toEqual([
      'right opened, packing',
      'right right, packing',
      'wrong serialTwice, packing',
      'note times, packing',
      'wrong serialOne, packing',
      'note scanLabel, closing',
      'done orderDone, idle',
    ]);
    expect(await desk.stored(serials)).toEqual(['1009 shipped, 1 closed (2 4006381333931 S1 S2)']);
  });

  test('a barcode that nobody knew is taught by the row it belongs to, and known from then on', async () => {
    const ean = '4006381333931';
    await desk.store.write((tx) => tx.put('products', {id: productIdOf('TEA'), sku: 'TEA', title: 'Tea'}));
    await begun('1001');
    await desk.hear({what: 'teach', row: 0});
    const before = desk.bench.said.code;
    const wrong = await desk.scan(ean);
    await desk.hear({what: 'teach', row: 0});
    const taught = [desk.bench.said.code, ...(await desk.scan(`0${ean}`, 'TW:ABORT', ean))];
    expect([before, wrong, taught]).toEqual([
      'nothingToTeach',
      ['wrong notInOrder, packing'],
      ['right', 'right right, packing', 'note aborted, idle', 'right right, packing'],
    ]);
  });

  test('a piece without a barcode is taken by the number of its row', async () => {
    await begun('1001');
    for (const row of [0, 1, 7, 0]) await desk.hear({what: 'piece', row});
    expect([desk.bench.said.code, desk.bench.stage.at]).toEqual(['scanLabel', 'closing']);
  });

  test('what the scale says when the last piece is in the box is the weight of the package', async () => {
    await begun('1002');
    await desk.hear({what: 'weighed', grams: 740});
    await desk.scan('POT');
    const parcels = await desk.store.looseRows('parcels');
    expect(parcels.added.map(({weightGrams, packedBy}) => [weightGrams, packedBy])).toEqual([[740, 'ANNA']]);
  });
});

describe('a bench that was killed', () => {
  const whole = ['1001', 'TEA', 'TEA', 'CUP', '1001/1'];

  test.each([0, 1, 2, 3, 4, 5])('after %i scans ends with one parcel, one label and no double', async (scans) => {
    await begun(...whole.slice(0, scans));
    desk.kill();
    // Who packs begins the order again; where its label is in the hand already, that is scanned.
    const left = scans < 4 ? whole : scans === 4 ? ['1001/1'] : [];
    await begun(...left);
    expect([desk.printed, await desk.stored(order)]).toEqual([['1001/1'], ['1001 shipped, 1 closed (2 TEA, 1 CUP)']]);
  });

  test('before its label was made makes it when the order is scanned again', async () => {
    desk.isOutOfOrder = true;
    await begun('1002', 'POT');
    desk.kill();
    desk.isOutOfOrder = false;
    expect([await begun('1002', '1002/1'), desk.printed, await desk.stored(single)]).toEqual([
      ['note scanLabel, closing', 'done orderDone, idle'],
      ['1002/1'],
      ['1002 shipped, 1 closed (1 POT)'],
    ]);
  });
});

test('orders of two storefronts that wait under one number are told apart by a person; one that is done is none of them', async () => {
  const another: Storefront = {...storefront, id: idFromName('storefront', 'another'), name: 'Another'};
  const namesake = (status: Order['status']): Order => {
    const id = orderIdOf({storefrontId: another.id, channelOrderId: '1002'});
    return {...single, id, storefrontId: another.id, status};
  };
  const put = (status: Order['status']) =>
    desk.store.write(async (tx) => {
      await tx.put('storefronts', another);
      await tx.put('orders', namesake(status));
    });
  await put('released');
  const both = await begun('1002');
  await put('shipped');
  expect([both, await desk.scan('1002')]).toEqual([['stop several, idle'], ['right opened, packing']]);
});

test('a tote leads to the order that is picked into it', async () => {
  const waveId = idFromName('wave', 'W');
  await desk.store.write(async (tx) => {
    const totes = [{tote: 'T-7', orderId: order.id}];
    await tx.put('waves', {id: waveId, number: 'W-1', state: 'open', madeAt: monday, orderIds: [order.id], totes});
  });
  expect([await begun('T-8', 'T-7'), desk.bench.stage.at === 'packing' && desk.bench.stage.order.order.id]).toEqual([
    ['wrong unknown, idle', 'right opened, packing'],
    order.id,
  ]);
});
