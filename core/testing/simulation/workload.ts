import {importDays} from '../../intake/import-days.ts';
import {beginImport, endImport, importOrders, rememberChoice} from '../../intake/mutators.ts';
import type {ImportId} from '../../intake/schema.ts';
import {redoStep, undoStep} from '../../intake/undo-step.ts';
import {removeTypedRate, typeRate} from '../../insights/rates/mutators.ts';
import {productIdOf} from '../../catalog/product-id.ts';
import type {Dice} from '../../lib/dice.ts';
import {idFromName} from '../../lib/id.ts';
import type {CurrencyCode} from '../../money/currency.ts';
import {createOrder, editOrder, restoreOrder, withdrawOrder} from '../../orders/manual-mutators.ts';
import {holdOrder, recallOrder, releaseOrder, resumeOrder} from '../../orders/mutators.ts';
import {type Order, type OrderId, holdReasons} from '../../orders/schema.ts';
import {stampOf} from '../../orders/stamp.ts';
import {changeBusiness, createStorefront, removeStorefront} from '../../storefronts/mutators.ts';
import type {StorefrontId} from '../../storefronts/schema.ts';
import {type Call, callOf} from '../../sync/define.ts';
import type {Instant} from '../../time/instant.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {business, givenOrder, sealedBuyer, storefront} from '../given.ts';
import {
  type Application,
  fromTheFuture,
  ledgerCopied,
  namedTooLong,
  orderBroken,
  orderCancelled,
  orderMarked,
  orderShipped,
  ordersPoured,
  storefrontSwept,
  storefrontsListed,
  tokenNoted,
} from './facts.ts';
import {headerId, simName} from './names.ts';
import type {Rows} from './reference.ts';

const ordersAtFirst = 10;
const ledgers = 4;
/** Names, days and orders are few, so that desks often mean the same. */
const names = ['Tea', 'Paper', 'Ink', 'Cups'];
const euro = 'EUR' as CurrencyCode;
const dollar = 'USD' as CurrencyCode;

/** Rows that every shop of a simulation begins with. */
export const firstRows = [
  ['businesses', business],
  ['storefronts', storefront],
  ...Array.from({length: ordersAtFirst}, (_, at) => ['orders', orderAt(at)] as const),
] as const;

export interface Situation {
  readonly dice: Dice;
  readonly rows: Rows;
  readonly token: string;
  readonly at: Instant;
  readonly application: Application;
  /** Calls that would take back what this desk did before. */
  readonly undos: readonly Call[];
}

type Deed = (situation: Situation) => readonly Call[];

const deeds: readonly (readonly [weight: number, Deed])[] = [
  [
    8,
    ({dice, rows}) => [
      callOf(holdOrder, {orderId: someOrder(dice, rows).id as OrderId, reason: dice.pick(holdReasons)}),
    ],
  ],
  [5, ({dice, rows}) => [callOf(resumeOrder, {orderId: someOrder(dice, rows, 'held').id as OrderId})]],
  [8, ({dice, rows}) => [callOf(releaseOrder, {orderId: someOrder(dice, rows, 'paid').id as OrderId})]],
  [4, ({dice, rows}) => [callOf(recallOrder, {orderId: someOrder(dice, rows, 'released').id as OrderId})]],
  [
    4,
    (now) =>
      Array.from({length: 5}, () =>
        callOf(releaseOrder, {orderId: someOrder(now.dice, now.rows, 'paid').id as OrderId}),
      ),
  ],
  [6, ({dice, token, at}) => [createCall(dice, token, at)]],
  [5, ({dice, rows, token}) => [editCall(dice, someOrder(dice, rows), token)]],
  [3, ({dice, rows}) => [withdrawCall(someOrder(dice, rows))]],
  [3, ({dice, rows}) => [restoreCall(dice, rows)]],
  [4, ({dice, rows, token}) => [callOf(orderShipped, {orderId: someOrder(dice, rows).id as OrderId, token})]],
  [3, ({dice, rows}) => [callOf(orderCancelled, {orderId: someOrder(dice, rows).id as OrderId})]],
  [10, noteCalls],
  [6, ({dice}) => [callOf(ledgerCopied, {from: dice.integer(0, ledgers), to: dice.integer(0, ledgers)})]],
  [
    4,
    ({dice}) => [
      callOf(storefrontsListed, {
        ledger: dice.integer(0, ledgers),
        limit: dice.integer(1, 3),
        from: dice.pick(['', 'M']),
      }),
    ],
  ],
  [2, ({dice}) => [callOf(storefrontSwept, {from: dice.pick(['', 'M', 'e'])})]],
  [
    4,
    ({dice, rows, token}) => [
      callOf(orderMarked, {orderId: someOrder(dice, rows).id as OrderId, ledger: dice.integer(0, ledgers), token}),
    ],
  ],
  [
    1,
    ({dice, rows}) => [
      callOf(ordersPoured, {orderId: someOrder(dice, rows, 'paid').id as OrderId, name: `P${dice.integer(1, 2)}`}),
    ],
  ],
  [8, brokenCalls],
  // Nothing that comes true, so not of those whose guesses must.
  [
    2,
    ({application, dice, token}) =>
      application === 'today' ? [] : [callOf(namedTooLong, {ledger: dice.integer(0, ledgers), token})],
  ],
  [25, ({application, token}) => (application === 'newer' ? [callOf(fromTheFuture, {ledger: 0, token})] : [])],
  [5, ({dice, token}) => [createStorefrontCall(dice, token)]],
  [3, ({dice, rows}) => [callOf(removeStorefront, {storefrontId: someId(dice, rows, 'storefronts') as StorefrontId})]],
  [3, ({token}) => [callOf(changeBusiness, {...business, name: token})]],
  [2, ({dice, token}) => [callOf(rememberChoice, {id: headerId(dice.integer(0, ledgers)), mapping: token})]],
  [
    3,
    ({dice}) => [
      callOf(typeRate, {day: day(dice), base: euro, currency: dollar, units: dice.integer(1, 99), scale: 0}),
    ],
  ],
  [2, ({dice}) => [callOf(removeTypedRate, {day: day(dice), base: euro, currency: dollar})]],
  [5, importCalls],
  [3, turnStepCalls],
  [6, ({dice, undos}) => (undos.length > 0 ? [dice.pick(undos)] : [])],
];

/** What a person does at a desk, looking at its rows. */
export function deed(situation: Situation): readonly Call[] {
  const [, chosen] = situation.dice.weighted(deeds, ([weight]) => weight);
  return chosen(situation);
}

function orderAt(at: number): Order {
  return givenOrder(`S-${at}`, {status: at % 3 === 2 ? 'released' : 'paid'});
}

function ordersIn(rows: Rows): readonly Order[] {
  return [...rows].flatMap(([name, row]) => (name.startsWith('orders/') ? [row as Order] : []));
}

/** One of few orders, so that desks meet at them; sometimes one that the deed fits. */
function someOrder(dice: Dice, rows: Rows, status?: Order['status']): Order {
  const all = ordersIn(rows);
  const fitting = status && dice.chance(0.7) ? all.filter((order) => order.status === status) : [];
  return dice.pick(fitting.length > 0 ? fitting : all.slice(0, ordersAtFirst + 8));
}

function someId(dice: Dice, rows: Rows, table: string): string {
  const ids = [...rows.keys()].flatMap((name) => (name.startsWith(`${table}/`) ? [name.slice(table.length + 1)] : []));
  return ids.length > 0 ? dice.pick(ids) : storefront.id;
}

function day(dice: Dice): LocalDate {
  return `2026-03-0${dice.integer(1, 3)}` as LocalDate;
}

function noteCalls({dice, token, application}: Situation): readonly Call[] {
  const ledger = dice.integer(0, ledgers);
  if (application === 'older') return [{name: tokenNoted.name, args: {ledger, note: token}}];
  return [callOf(tokenNoted, {ledger, token, sign: '+'})];
}

/** It throws at the desk itself where the order is held: then nobody has done anything. */
function brokenCalls({dice, rows, token}: Situation): readonly Call[] {
  const order = someOrder(dice, rows, 'paid');
  if (order.status === 'held') return [];
  return [callOf(orderBroken, {orderId: order.id as OrderId, ledger: dice.integer(0, ledgers), token})];
}

function moneyOf({currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor}: Order) {
  return {currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor};
}

function createCall(dice: Dice, token: string, at: Instant): Call {
  const order = givenOrder(dice.chance(0.5) ? `C-${dice.integer(1, 6)}` : token, {orderedAt: at});
  const {id: orderId, storefrontId, channelOrderId, orderedAt, lines, shipCountry, buyer} = order;
  const sku = `SKU-${dice.integer(1, 4)}`;
  return callOf(createOrder, {
    orderId: orderId as OrderId,
    storefrontId: storefrontId as StorefrontId,
    channelOrderId,
    status: 'paid',
    orderedAt,
    lines: lines.map((line) => ({...line, title: token})),
    money: moneyOf(order),
    shipCountry,
    buyer,
    products: [{id: productIdOf(sku), sku, title: token}],
    ...(dice.chance(0.5) && {contact: {id: idFromName('buyer', sku), contact: {...sealedBuyer}}}),
  } as never);
}

function editCall(dice: Dice, order: Order, token: string): Call {
  const lines = order.lines.map((line) => ({...line, title: token}));
  const money = {...moneyOf(order), totalMinor: dice.integer(1, 9_999)};
  return callOf(editOrder, {orderId: order.id as OrderId, groups: ['lines', 'money'], lines, money, products: []});
}

function withdrawCall(order: Order): Call {
  return callOf(withdrawOrder, {orderId: order.id as OrderId, stamp: stampOf(order)});
}

function restoreCall(dice: Dice, rows: Rows): Call {
  const order = someOrder(dice, rows, 'withdrawn');
  return callOf(restoreOrder, {order: {...order, status: 'paid'}, stamp: stampOf(order)});
}

function createStorefrontCall(dice: Dice, token: string): Call {
  const id = idFromName('storefront', dice.chance(0.5) ? token : String(dice.integer(1, 4)));
  return callOf(createStorefront, {
    id,
    businessId: business.id,
    channel: 'etsy',
    name: dice.pick(names),
    currency: euro,
  } as never);
}

/** A whole import at once: some orders are new, some are here; now and then so many that they become a page. */
function importCalls({dice, rows, token}: Situation): readonly Call[] {
  const importId = simName('import', token) as ImportId;
  const count = dice.chance(0.08) ? 135 : dice.integer(1, 20);
  const known = dice.shuffle(ordersIn(rows)).slice(0, dice.integer(0, 3));
  const fresh = Array.from({length: count}, (_, at) => givenOrder(dice.chance(0.7) ? `${token}-${at}` : `I-${at}`));
  const kept = [
    ...fresh.filter(({id}) => !rows.has(`orders/${id}`)).map((order) => ({orderId: order.id as OrderId, order})),
    ...known.map((order) => ({orderId: order.id as OrderId, basis: stampOf(order), order: {...order, importId}})),
  ];
  const products = [1, 2, 3].map((at) => {
    const sku = `SKU-${at + dice.integer(0, 20)}`;
    return {id: productIdOf(sku), sku, title: token};
  });
  const days = [
    {
      id: day(dice),
      base: euro,
      source: 'ecb' as const,
      quotes: [{currency: dollar, units: dice.integer(1, 99), scale: 1}],
    },
  ];
  const counts = {new: fresh.length, changed: known.length, unchanged: 0, conflicting: 0};
  return [
    callOf(beginImport, {importId, files: [], counts}),
    callOf(importOrders, {importId, step: 0, orders: kept, products, buyers: []} as never),
    callOf(importDays, {importId, step: 1, days}),
    callOf(endImport, {importId, status: 'kept'}),
  ];
}

function turnStepCalls({dice, rows}: Situation): readonly Call[] {
  const steps = [...rows].flatMap(([name, row]) => (name.startsWith('importSteps/') ? [row as never] : []));
  if (steps.length === 0) return [];
  const {importId, step, undone} = dice.pick<{
    readonly importId: ImportId;
    readonly step: number;
    readonly undone: boolean;
  }>(steps);
  return [callOf(undone ? redoStep : undoStep, {importId, step})];
}
