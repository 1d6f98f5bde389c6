import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {test} from './editions/story.ts';
import {type MadeFile, csv, shopifyFile} from './files/made-files.ts';
import {BenchPage} from './pages/bench-page.ts';
import {press} from './pages/hands.ts';
import {IntakePage} from './pages/intake-page.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {CarrierFilePage, ToldPage} from './pages/ship-pages.ts';
import {StartPage} from './pages/start-page.ts';

const royalMail = 'Royal Mail Click & Drop';
const [first, second, third, fourth] = ['S1001', 'S1002', 'S1003', 'S1004'] as const;
const [firstNumber, secondNumber] = ['RR473124829GB', 'RR473124832GB'] as const;
const head = ['Order reference', 'Tracking number'];
const answer = csv('answer.csv', [
  head,
  [first, firstNumber],
  [second, secondNumber],
  [third, ''],
  ['X9', 'RR473124846GB'],
]);

/** A shop with four released orders, of which the last has a street that no carrier takes. */
async function fourReleased(page: Page): Promise<void> {
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const intake = new IntakePage(page);
  const sale = {buyer: 'Jörg Groß', street: 'Kai 1', sku: 'TEA-1', price: '12.50', total: '12.50'};
  const long = {...sale, number: fourth, street: `Lange Straße ${'x'.repeat(110)} 1`};
  await intake.bring(shopifyFile('orders.csv', [...[first, second, third].map((number) => ({...sale, number})), long]));
  await intake.belongsToNew('orders.csv', 'Kiel Tea');
  await intake.takeIn(4);
  const orders = new OrdersPage(page);
  await orders.goTo('Orders');
  await orders.choose('To release');
  await orders.pointAt(0);
  await press(page, 'Control+a', 'b');
  await expect(orders.notice).toContainText('released to packing');
}

function textOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split('\r\n');
}

test('orders go out in the carrier’s file and come back with numbers, they are packed by those numbers, and their channel is told', async ({
  edition,
}) => {
  test.setTimeout(150_000);
  let page = await edition.start();
  await fourReleased(page);
  let files = await new CarrierFilePage(page).open();
  await files.choose(royalMail);
  await files.next.getByLabel('Weight of a parcel, g').fill('45');
  await expect(files.next).toContainText('3 orders go into the file');
  await expect(files.next).toContainText('“Address Line 1” has 125 characters and the carrier takes 100');

  const written = await edition.fileFrom(page, () => files.page.getByRole('button', {name: /^Write the file/}).click());
  const [columns, ...rows] = textOf(written.bytes);
  expect(columns?.split(',').slice(0, 5)).toEqual([
    'Order reference',
    'Date',
    'Full name',
    'Company Name',
    'Address Line 1',
  ]);
  expect(rows).toEqual([
    ...[first, second, third].map((number) => `${number},20/11/26,Jörg Groß,,Kai 1,,Kiel,,24103,GERMANY,,,0.045,`),
    '',
  ]);
  await expect(files.files).toContainText('3 wait for their numbers');
  await files.saved();

  await edition.kill();
  page = await edition.start();
  files = await new CarrierFilePage(page).open();
  await expect(files.next).toContainText('3 orders wait for the answer to an earlier file');

  await files.drop(answer);
  await expect(files.dialog).toContainText('2 orders get their numbers');
  await expect(files.dialog).toContainText('1 row of an order that is not in this file');
  await expect(files.dialog).toContainText('1 order has no number in it and waits on');
  await files.accept.click();
  await expect(files.notice).toContainText('Numbers taken over');
  await expect(files.files).toContainText('1 waits for its number');
  await files.drop(answer);
  await expect(files.dialog).toContainText('Nothing to take over');
  await expect(files.dialog).toContainText('2 have these numbers already');
  await files.leave();
  await files.saved();

  const bench = await new BenchPage(page).open();
  await bench.badgeIn('ANNA');
  // No network from the first label on: here the application's own files come by a socket too.
  for (const [number, carriers] of [
    [first, firstNumber],
    [second, secondNumber],
  ] as const) {
    await bench.scan(number, 'packing');
    await bench.scan('TEA-1', 'closing');
    await page.context().setOffline(true);
    await bench.scan(carriers, 'idle');
  }
  await bench.saved();
  await page.context().setOffline(false);

  const told = await new ToldPage(page).open();
  const kiel = told.section('Kiel Tea');
  await expect(kiel).toContainText('2 parcels of 2 orders');
  const back = await edition.fileFrom(page, () => kiel.getByRole('button', {name: /^Write the file/}).click());
  expect(textOf(back.bytes).slice(1)).toEqual([
    `${first},UPDATE,Fulfillment Line,,,,success,Royal Mail,${firstNumber},TRUE`,
    `${second},UPDATE,Fulfillment Line,,,,success,Royal Mail,${secondNumber},TRUE`,
    '',
  ]);
  await expect(told.notice).toContainText('Kiel Tea is told of 2 parcels');
  await expect(told.page.getByText('Every closed parcel has been told to its channel.')).toBeVisible();
  await told
    .section('What channels were told')
    .getByRole('button', {name: /Tell again$/})
    .click();
  await expect(kiel).toContainText('2 parcels of 2 orders');
});

test('whatever is brought as an answer, nothing is set before a person has seen what it would do @once', async ({
  edition,
}) => {
  test.setTimeout(120_000);
  const page = await edition.start();
  await fourReleased(page);
  const files = await new CarrierFilePage(page).open();
  await files.drop(answer);
  await expect(files.notice).toContainText('No file waits for an answer');
  await files.choose(royalMail);
  await expect(files.next).toContainText('3 orders go into the file');
  await edition.fileFrom(page, () => page.getByRole('button', {name: /^Write the file/}).click());

  const made = (name: string, text: string | Buffer): MadeFile => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text as string),
  });
  const refused: readonly (readonly [MadeFile, string])[] = [
    [made('empty.csv', ''), 'empty'],
    [
      csv('orders.csv', [
        ['Name', 'Email'],
        ['S1001', 'a@example.com'],
      ]),
      'The file has no column “Order reference',
    ],
    [made('labels.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'PDF'],
    [made('huge.csv', Buffer.alloc(17 * 2 ** 20, 'a,b\r\n')), 'larger than 16'],
    [made('long.csv', `Order reference,Tracking number\r\n${'S1001,RR1\r\n'.repeat(20_001)}`), 'more than 20,000 rows'],
  ];
  for (const [file, words] of refused) {
    await files.answer(file);
    await expect(files.notice).toContainText(words);
    await expect(files.dialog).toHaveCount(0);
  }

  await files.answer(csv('other.csv', [head, ['B7', 'RR1'], ['B8', 'RR2']]));
  await expect(files.dialog).toContainText('Nothing to take over');
  await expect(files.dialog).toContainText('2 rows of orders that are not in this file');
  await files.leave();
  await files.answer(csv('doubles.csv', [head, [first, 'RR1'], [first, 'RR2'], [second, 'RR3'], [third, 'RR3']]));
  await expect(files.dialog).toContainText('3 references with several numbers');
  await expect(files.accept).toHaveCount(0);
  await files.leave();
  await expect(files.files).toContainText('3 wait for their numbers');
});
