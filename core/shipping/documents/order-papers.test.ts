import {expect, test} from 'vitest';
import {productIdOf} from '../../catalog/product-id.ts';
import type {LocalDate} from '../../time/local-date.ts';
import {givenOrder, monday} from '../../testing/given.ts';
import {linesOf, parcelIdOf} from '../../testing/given-parcel.ts';
import {type PaperFacts, missingOf, orderPapers, paperOf} from './order-papers.ts';

const line = (sku: string, quantity: number, totalMinor: number) => ({
  sku,
  title: `${sku} title`,
  quantity,
  totalMinor,
});
const order = givenOrder('1001', {lines: [line('TEA', 2, 800), line('CUP', 1, 200)]});
const tea = {
  id: productIdOf('TEA'),
  sku: 'TEA',
  title: 'Tea',
  weightGrams: 100,
  hsCode: '090210',
  origin: 'CN',
  customsName: 'Green tea',
  bin: 'A-2',
};
const cup = {
  id: productIdOf('CUP'),
  sku: 'CUP',
  title: 'Cup',
  weightGrams: 250,
  bin: 'A-3',
  barcodes: ['X', '4006381333931'],
};
const sender = {name: 'K. Petersen', street: 'Kai 1', postalCode: '24103', city: 'Kiel', country: 'DE'};
const facts: PaperFacts = {
  order,
  buyer: {shipTo: {name: 'Ada Pohl', street: 'Ahornweg 3', city: 'Bern', country: 'CH'}},
  parcels: [],
  products: [tea, cup],
  sender,
  taxNumbers: ['DE123456789'],
  customsReference: 'EORI DE1',
  storefrontName: 'Teapot',
  today: '2026-03-02' as LocalDate,
  said: {invoiceNumber: 'RE-1', terms: 'DAP Bern', kind: 'sale'},
  words: {shipping: 'Shipping', discount: 'Discount'},
};
const lacks = (changes: Partial<PaperFacts>, ...papers: readonly (typeof orderPapers)[number][]) =>
  papers.map((paper) =>
    missingOf(paper, {...facts, ...changes}).map((one) =>
      [one.what, 'item' in one ? one.item : '', one.blocks ? '!' : ''].join(''),
    ),
  );

test('an order of which everything is told can have every paper, and what customs may leave open is named', () => {
  expect([lacks({}, ...orderPapers), orderPapers.filter((paper) => paperOf(paper, facts) === undefined)]).toEqual([
    [[], ['hsCodeCUP', 'originCUP'], ['hsCodeCUP', 'originCUP'], ['hsCodeCUP', 'originCUP'], [], [], []],
    [],
  ]);
});

test.each<[string, Partial<PaperFacts>, (typeof orderPapers)[number], readonly string[]]>([
  ['no address to send from', {sender: undefined}, 'returnLabel', ['sender!']],
  ['no weight', {products: [tea]}, 'cn22', ['weightCUP!', 'hsCodeCUP', 'originCUP']],
  ['no amounts', {order: {...order, missing: ['money']}}, 'invoice', ['amounts!']],
  ['amounts that do not add up', {order: {...order, totalMinor: 999}}, 'invoice', ['amounts!']],
  [
    'no number and no terms',
    {said: {...facts.said, invoiceNumber: ' ', terms: ''}, products: [tea, {...cup, hsCode: '6912', origin: 'JP'}]},
    'commercialInvoice',
    ['invoiceNumber!', 'terms!'],
  ],
  ['no tax number', {taxNumbers: []}, 'invoice', ['taxNumbers']],
  ['no bin', {products: [tea]}, 'binLabel', ['binCUP!']],
  ['nothing in it', {order: {...order, lines: []}}, 'productLabel', ['items!']],
])('of an order with %s nothing is made up', (_what, changes, paper, missing) => {
  const isBlocked = missing.some((one) => one.endsWith('!'));
  expect([lacks(changes, paper)[0], paperOf(paper, {...facts, ...changes}) === undefined]).toEqual([
    missing,
    isBlocked,
  ]);
});

test('an invoice adds up, with tax within the prices or on top of them', () => {
  const onTop = {...order, totalMinor: 1450};
  const sums = [order, onTop].map((each) => {
    const bill = paperOf('invoice', {...facts, order: each});
    if (bill?.is !== 'invoice') return [];
    const {net, taxes, total, lines} = bill.says;
    return [net.minor, taxes.map(({amount}) => amount.minor), total.minor, lines.map((one) => one.total.minor)];
  });
  expect(sums).toEqual([
    [1050, [200], 1250, [800, 200, 250]],
    [1250, [200], 1450, [800, 200, 250]],
  ]);
});

test('customs is told of what is sent: names for customs, weights of all pieces, the part of a line that was not cancelled', () => {
  const cancelled = {
    ...order,
    lines: [...order.lines, {sku: 'TEA', title: 'TEA title', quantity: -1}].map((one) => ({totalMinor: 0, ...one})),
  };
  const parcel = {
    id: parcelIdOf('one'),
    status: 'labelled',
    place: 1,
    lines: [],
    weightGrams: 512,
    reprints: 0,
    packedBy: 'A',
    packedAt: 1,
  } as never;
  const declared = paperOf('cn23', {...facts, order: cancelled, parcels: [parcel]});
  expect(declared?.is === 'cn23' && [declared.says.items, declared.says.grossGrams, declared.says.signedBy]).toEqual([
    [
      {
        description: 'Green tea',
        quantity: 1,
        weightGrams: 100,
        value: {minor: 400, currency: 'EUR'},
        hsCode: '090210',
        origin: 'CN',
      },
      {description: 'CUP title', quantity: 1, weightGrams: 250, value: {minor: 200, currency: 'EUR'}},
    ],
    512,
    'K. Petersen',
  ]);
});

test('customs is told the weight of a box only where nothing but this order lies in it', () => {
  const other = givenOrder('1002');
  const gross = [[order], [order, other]].map((orders) => {
    const lines = orders.flatMap((each) => linesOf(each));
    const box = {id: parcelIdOf('one'), status: 'closed', place: 1, lines, weightGrams: 512, reprints: 0} as const;
    const parcels = [{...box, packedBy: 'A', packedAt: monday}];
    const declared = paperOf('cn22', {...facts, parcels});
    return declared?.is === 'cn22' && declared.says.grossGrams;
  });
  expect(gross).toEqual([512, undefined]);
});
