import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {CurrencyCode} from '../money/currency.ts';
import {editOrder} from '../orders/manual-mutators.ts';
import {holdOrder, releaseOrder} from '../orders/mutators.ts';
import {orderIdOf} from '../orders/order-id.ts';
import type {OrderStatus} from '../orders/schema.ts';
import {callOf} from '../sync/define.ts';
import {monday, storefront} from '../testing/given.ts';
import {type BroughtDrafts, IntakeDesk} from '../testing/intake-desk.ts';
import {sealedOpenly} from '../testing/open-vault.ts';
import {differencesOf} from './differences.ts';
import type {DraftMoney, OrderDraft} from './draft.ts';
import {redoStep} from './undo-step.ts';

const eur = 'EUR' as CurrencyCode;
const orderId = orderIdOf({storefrontId: storefront.id, channelOrderId: '1001'});
const home = {name: 'Ida Björk', street: 'Teeweg 1', postalCode: '20095', city: 'Hamburg', country: 'DE'};
const elsewhere = {...home, street: 'Kaffeeweg 9', postalCode: '10999', city: 'Berlin'};

function paid(totalMinor: number): DraftMoney {
  return {shippingMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor, refundedMinor: 0};
}

function draft(changes: Partial<OrderDraft> = {}): OrderDraft {
  return {
    channelOrderId: '1001',
    status: 'paid',
    orderedAt: monday,
    currency: eur,
    lines: [{row: 2, sku: 'TEA-1', title: 'Green tea', quantity: 1, totalMinor: 1000}],
    money: paid(1000),
    buyer: {email: 'ida@example.com'},
    shipTo: home,
    source: [{row: 2, cells: ['1001', 'TEA-1', '10.00']}],
    ...changes,
  };
}

function file(fileId: string, ...drafts: readonly OrderDraft[]): BroughtDrafts {
  return {fileId, drafts};
}

/** An order as kept, told in one line. */
async function told(desk: IntakeDesk): Promise<string> {
  const orders = await desk.orders();
  return orders
    .map(({order, buyer}) => `${order.channelOrderId} ${order.status} ${order.totalMinor} ${buyer.shipTo.city}`)
    .join('\n');
}

test('the same file again changes nothing, not even the log of what files have told', async () => {
  const desk = await IntakeDesk.open();
  await desk.bring(file('a', draft()));
  const before = await desk.seen();
  const plan = await desk.plan(file('a', draft()));
  await desk.keep(plan);
  expect([plan.orders.map(({kind}) => kind), await desk.seen()]).toEqual([['unchanged'], before]);
});

test('an older file after a newer one changes nothing back', async () => {
  const desk = await IntakeDesk.open();
  await desk.bring(file('old', draft()));
  await desk.bring(file('new', draft({money: paid(900), shipTo: elsewhere, status: 'shipped'})));
  await desk.bring(file('old', draft()));
  expect(await told(desk)).toBe('1001 shipped 900 Berlin');
});

test('what a report leaves out stays, and what is not known yet is said to be missing', async () => {
  const desk = await IntakeDesk.open();
  const {money, shipTo, ...bare} = draft();
  await desk.bring(file('addresses', {...bare, ...(shipTo && {shipTo})}));
  const first = await desk.order('1001');
  const {lines: _lines, ...rest} = bare;
  await desk.bring(file('amounts', {...rest, ...(money && {money})}));
  const second = await desk.order('1001');
  expect([first?.missing, second?.missing, second?.lines.length, await told(desk)]).toEqual([
    ['money'],
    undefined,
    1,
    '1001 paid 1000 Hamburg',
  ]);
});

test('another address is taken whole, never half of each', async () => {
  const desk = await IntakeDesk.open();
  await desk.bring(file('a', draft({shipTo: {...home, company: 'Tee GmbH', extra: 'Hof 2', region: 'HH'}})));
  await desk.bring(file('b', draft({shipTo: elsewhere})));
  const [kept] = await desk.orders();
  expect(kept?.buyer.shipTo).toEqual(elsewhere);
});

test('a new order without a time is turned away, with the row it stands in', async () => {
  const desk = await IntakeDesk.open();
  const {orderedAt: _orderedAt, ...timeless} = draft();
  const {orders, rejected} = await desk.plan(file('a', timeless));
  expect([orders, rejected.map(({fault}) => fault)]).toEqual([[], [{code: 'intake.no_order_date', values: {row: 2}}]]);
});

test('addresses that come before date and money are kept, and wait for them', async () => {
  const desk = await IntakeDesk.open();
  const {money, orderedAt, ...bare} = draft();
  await desk.bring(file('addresses', bare));
  const first = await desk.order('1001');
  await desk.bring(file('amounts', draft({...(money && {money}), ...(orderedAt && {orderedAt})})));
  const second = await desk.order('1001');
  expect([first?.missing, second?.missing, second?.orderedAt]).toEqual([['money', 'date'], undefined, orderedAt]);
});

const edit = callOf(editOrder, {
  orderId,
  groups: ['address'],
  buyer: sealedOpenly({email: 'ida@example.com', shipTo: {...home, street: 'Teeweg 2'}}),
  products: [],
});

test('an address edited here and changed in a file is a conflict, shown side by side and decided once', async () => {
  const desk = await IntakeDesk.open();
  await desk.bring(file('a', draft()));
  await desk.act(edit);
  const again = await desk.plan(file('a', draft()));
  const moved = file('b', draft({shipTo: elsewhere}));
  const plan = await desk.plan(moved);
  const [conflict] = plan.orders;
  expect([again.orders.map(({kind}) => kind), plan.orders.map(({kind}) => kind)]).toEqual([
    ['unchanged'],
    ['conflicting'],
  ]);
  expect(conflict && differencesOf(conflict, {})).toEqual([
    {group: 'address', ours: {...home, street: 'Teeweg 2'}, theirs: elsewhere, conflicting: true},
  ]);

  await desk.keep(plan);
  const undecided = await desk.plan(moved);
  await desk.keep(undecided, {address: 'ours'});
  const ours = await desk.plan(moved);
  expect([undecided.orders[0]?.kind, ours.orders[0]?.kind, await told(desk)]).toEqual([
    'conflicting',
    'unchanged',
    '1001 paid 1000 Hamburg',
  ]);
});

test('a conflict that is decided for the file takes what it says, and the edit is over', async () => {
  const desk = await IntakeDesk.open();
  await desk.bring(file('a', draft()));
  await desk.act(edit);
  await desk.keep(await desk.plan(file('b', draft({shipTo: elsewhere}))), {address: 'theirs'});
  const order = await desk.order('1001');
  expect([await told(desk), order?.edited]).toEqual(['1001 paid 1000 Berlin', undefined]);
});

test('a file that says what a person has written is no conflict', async () => {
  const desk = await IntakeDesk.open();
  await desk.bring(file('a', draft()));
  await desk.act(edit);
  const plan = await desk.plan(file('b', draft({shipTo: {...home, street: 'Teeweg 2'}})));
  expect(plan.orders.map(({kind}) => kind)).toEqual(['unchanged']);
});

test('a status goes only forward by what files say, and a person is asked before work is thrown away', async () => {
  const standing: readonly (readonly [string, OrderStatus | 'released' | 'hold'])[] = [
    ['not paid', 'new'],
    ['paid', 'paid'],
    ['released here', 'released'],
    ['held here', 'hold'],
    ['shipped', 'shipped'],
    ['returned', 'returned'],
    ['cancelled', 'cancelled'],
  ];
  const says = ['new', 'paid', 'shipped', 'returned', 'cancelled'] as const;
  const lines: string[] = [];
  for (const [name, at] of standing) {
    const cells: string[] = [];
    for (const status of says) {
      const desk = await IntakeDesk.open();
      await desk.bring(file('a', draft({status: at === 'released' || at === 'hold' ? 'paid' : at})));
      if (at === 'released') await desk.act(callOf(releaseOrder, {orderId}));
      if (at === 'hold') await desk.act(callOf(holdOrder, {orderId, reason: 'fraud'}));
      const plan = await desk.plan(file('b', draft({status})));
      await desk.keep(plan);
      const asks = plan.orders[0]?.kind === 'conflicting';
      cells.push(asks ? 'asks' : ((await desk.order('1001'))?.status ?? '?'));
    }
    lines.push(
      [name, ...cells]
        .map((word) => word.padEnd(15))
        .join('')
        .trimEnd(),
    );
  }
  const head = ['', ...says]
    .map((word) => word.padEnd(15))
    .join('')
    .trimEnd();
  expect(`\n${[head, ...lines].join('\n')}\n`).toMatchInlineSnapshot(`
    "
                   new            paid           shipped        returned       cancelled
    not paid       new            paid           shipped        returned       cancelled
    paid           paid           paid           shipped        returned       cancelled
    released here  released       released       shipped        returned       asks
    held here      held           held           asks           asks           asks
    shipped        shipped        shipped        shipped        returned       asks
    returned       returned       returned       returned       returned       returned
    cancelled      cancelled      cancelled      asks           asks           cancelled
    "
  `);
});

test('a whole import is taken back: what it changed is as before, and what it made is gone from sight', async () => {
  const desk = await IntakeDesk.open();
  await desk.bring(file('a', draft()));
  const before = await desk.seen();
  const second = draft({channelOrderId: '1002'});
  const importId = await desk.bring(file('b', draft({money: paid(900), shipTo: elsewhere}), second));
  const after = await desk.seen();
  await desk.undo(importId);
  expect([await desk.seen(), (await desk.order('1002'))?.status]).toEqual([before, 'withdrawn']);

  await desk.act(callOf(redoStep, {importId, step: 0}));
  expect(await desk.seen()).toBe(after);
});

test('what was withdrawn comes in again as new', async () => {
  const desk = await IntakeDesk.open();
  await desk.undo(await desk.bring(file('a', draft())));
  const plan = await desk.plan(file('a', draft()));
  await desk.keep(plan);
  expect([plan.orders[0]?.kind, await told(desk)]).toEqual(['new', '1001 paid 1000 Hamburg']);
});

test('an undo leaves alone what somebody has worked on since, and names it', async () => {
  const desk = await IntakeDesk.open();
  const importId = await desk.bring(file('a', draft(), draft({channelOrderId: '1002'})));
  await desk.act(callOf(releaseOrder, {orderId}));
  await desk.undo(importId);
  const [step] = await desk.store.read((tx) => tx.byKey('importSteps', 'importId', [importId]));
  expect([await told(desk), step?.skipped]).toEqual(['1001 released 1000 Hamburg', [orderId]]);
});

test('an order that changed between preview and keeping is left as it is, and named', async () => {
  const desk = await IntakeDesk.open();
  await desk.bring(file('a', draft()));
  const plan = await desk.plan(file('b', draft({money: paid(900)})));
  await desk.act(callOf(releaseOrder, {orderId}));
  const importId = await desk.keep(plan);
  const [step] = await desk.store.read((tx) => tx.byKey('importSteps', 'importId', [importId]));
  expect([await told(desk), step?.skipped]).toEqual(['1001 released 1000 Hamburg', [orderId]]);
});

const numbers = ['1', '2', '3'];
const amounts = fc.integer({min: -5_000, max: 50_000});

/** A whole order, and the reports of its channel that each tell a part of it. */
const channel = fc.uniqueArray(
  fc.record({number: fc.constantFrom(...numbers), total: amounts, shipped: fc.boolean()}),
  {
    selector: ({number}) => number,
    minLength: 1,
  },
);

function reportsOf(orders: readonly {number: string; total: number; shipped: boolean}[]): readonly BroughtDrafts[] {
  const parts = (select: (order: OrderDraft) => Partial<OrderDraft>): readonly OrderDraft[] =>
    orders.map(({number, total, shipped}, at) => {
      const whole = draft({channelOrderId: number, money: paid(total), status: shipped ? 'shipped' : 'paid'});
      const {orderedAt, channelOrderId} = whole;
      return {
        channelOrderId,
        ...(orderedAt && {orderedAt}),
        ...select(whole),
        source: [{row: at + 2, cells: [number]}],
      };
    });
  return [
    file('addresses', ...parts(({shipTo, buyer}) => ({...(shipTo && {shipTo}), ...(buyer && {buyer})}))),
    file('amounts', ...parts(({money, currency}) => ({...(money && {money}), ...(currency && {currency})}))),
    file('items', ...parts(({lines}) => ({...(lines && {lines})}))),
    file('states', ...parts(({status}) => ({...(status && {status})}))),
  ];
}

test('reports of a channel that complete each other give the same orders in whatever order and how often they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      channel,
      fc.array(fc.nat({max: 3}), {maxLength: 6}),
      fc.shuffledSubarray([0, 1, 2, 3], {minLength: 4}),
      async (orders, repeated, last) => {
        const reports = reportsOf(orders);
        const plain = await IntakeDesk.open();
        for (const report of reports) await plain.bring(report);
        const desk = await IntakeDesk.open();
        for (const at of [...repeated, ...last]) await desk.bring(...reports.slice(at, at + 1));

        const contents = async (one: IntakeDesk): Promise<unknown> =>
          (await one.orders()).map(({order: {importId: _importId, buyer: _sealed, ...row}, buyer}) => [row, buyer]);
        expect(await contents(desk)).toEqual(await contents(plain));
        const sum = (await desk.orders()).reduce((all, {order}) => all + order.totalMinor, 0);
        expect(sum).toBe(orders.reduce((all, {total}) => all + total, 0));
      },
    ),
    {numRuns: 60},
  );
});

test('whatever was imported, undone from the last to the first, the shop is as it was at every step', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.array(
          fc.record({
            channelOrderId: fc.constantFrom(...numbers),
            status: fc.constantFrom<OrderStatus>('new', 'paid', 'shipped', 'cancelled'),
            money: amounts.map(paid),
            shipTo: fc.constantFrom(home, elsewhere),
          }),
          {minLength: 1, maxLength: 4},
        ),
        {minLength: 1, maxLength: 5},
      ),
      async (imports) => {
        const desk = await IntakeDesk.open();
        const undos: (() => Promise<void>)[] = [];
        for (const [at, changes] of imports.entries()) {
          const before = await desk.seen();
          const importId = await desk.bring(file(`file ${at}`, ...changes.map((one) => draft(one))));
          undos.push(async () => {
            await desk.undo(importId);
            expect(await desk.seen()).toBe(before);
          });
        }
        for (const undo of undos.toReversed()) await undo();
      },
    ),
    {numRuns: 60},
  );
});
