import {afterEach, beforeEach, expect, test} from 'vitest';
import {callOf} from '#core/sync/define.ts';
import {editOrder} from '#core/orders/manual-mutators.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {closeDesks, givenDesk, imported, ordersIn, teapotOrder} from './testing/given-desk.ts';
import {type IntakeDesk, textFile} from './testing/intake-desk.ts';
import {shopifyText} from './testing/shopify-text.ts';

beforeEach(emptyDesk);
afterEach(closeDesks);

const orderId = teapotOrder('#1001');

/** Where the order goes. */
async function streetOf(desk: IntakeDesk): Promise<string | undefined> {
  const [order] = await ordersIn(desk);
  return order && (await desk.shop.vault.open(order.buyer)).shipTo.street;
}

/** An order that came in for Teeweg 1, was sent to Hafen 9 by hand, and that a new file sends to Deichweg 3. */
async function givenConflict(): Promise<IntakeDesk> {
  const desk = await givenDesk();
  await imported(desk, shopifyText([{number: '#1001'}]));
  const [order] = await ordersIn(desk);
  if (!order) throw new Error('the order that came in');
  const buyer = await desk.shop.vault.open(order.buyer);
  const moved = await desk.shop.vault.seal({...buyer, shipTo: {...buyer.shipTo, street: 'Hafen 9'}});
  await desk.do(callOf(editOrder, {orderId, groups: ['address'], buyer: moved, products: []}));
  await desk.ask('intake.clear', null);
  await desk.bring(textFile('later.csv', shopifyText([{number: '#1001', street: 'Deichweg 3'}])));
  return desk;
}

test('an address edited here and changed in the file is a conflict, shown side by side', async () => {
  const desk = await givenConflict();
  const {items} = await desk.ask('intake.items', {kind: 'conflicting', from: 0, count: 10});

  expect([desk.state.undecided, items.map(({rows, groups}) => ({rows, groups}))]).toEqual([
    1,
    [
      {
        rows: [2],
        groups: [
          {
            group: 'address',
            ours: {name: 'Anna Tee', street: 'Hafen 9', city: 'Hamburg', postalCode: '20095', country: 'DE'},
            theirs: {name: 'Anna Tee', street: 'Deichweg 3', city: 'Hamburg', postalCode: '20095', country: 'DE'},
            conflicting: true,
          },
        ],
      },
    ],
  ]);
});

const decisions = [
  {decided: 'ours', street: 'Hafen 9'},
  {decided: 'theirs', street: 'Deichweg 3'},
] as const;

test.each(decisions)(
  'decided for $decided, the order goes to $street, and the file is not asked about again',
  async ({decided, street}) => {
    const desk = await givenConflict();
    await desk.ask('intake.decide', {orderId, groups: {address: decided}});
    const kept = await desk.accept();
    await desk.ask('intake.clear', null);
    const again = await desk.bring(textFile('later.csv', shopifyText([{number: '#1001', street: 'Deichweg 3'}])));

    expect([kept.undecided, await streetOf(desk), again.counts]).toEqual([
      0,
      street,
      {new: 0, changed: 0, unchanged: 1, conflicting: 0},
    ]);
  },
);

test('a conflict nobody decided stays ours and is asked about again', async () => {
  const desk = await givenConflict();
  await desk.accept();
  await desk.ask('intake.clear', null);
  const again = await desk.bring(textFile('later.csv', shopifyText([{number: '#1001', street: 'Deichweg 3'}])));

  expect([await streetOf(desk), again.counts.conflicting, again.undecided]).toEqual(['Hafen 9', 1, 1]);
});

test('undone, an import that was decided for the file gives the edited address back', async () => {
  const desk = await givenConflict();
  await desk.ask('intake.decide', {groups: {address: 'theirs'}});
  const kept = await desk.accept();
  await desk.ask('intake.undo', {importId: kept.importId ?? ''});

  expect(await streetOf(desk)).toBe('Hafen 9');
});
