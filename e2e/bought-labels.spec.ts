import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {type Courier, couriers, numbersOf} from './bought/carrier-numbers.ts';
import {type CarrierLabel, labelFile} from './bought/label-files.ts';
import {test} from './editions/story.ts';
import {shopifyFile} from './files/made-files.ts';
import {BoughtPage} from './pages/bought-page.ts';
import {press} from './pages/hands.ts';
import {IntakePage} from './pages/intake-page.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {StartPage} from './pages/start-page.ts';

const ordersCount = 58;
const names: Readonly<Record<Courier, string>> = {ups: 'UPS', dhl: 'DHL', usps: 'USPS', royal_mail: 'Royal Mail'};
const firsts = ['Ada', 'Bea', 'Cem', 'Dora', 'Emil', 'Fee', 'Gero', 'Hana'];
const lasts = ['Pohl', 'Kurt', 'Lang', 'Maas', 'Nolte', 'Otto', 'Pape', 'Quist'];

/** Nobody is called like another. */
const nameOf = (at: number): string => `${firsts[at % 8]} ${lasts[Math.floor(at / 8) % 8]}`;
const numberOf = (at: number): string => `B-${3001 + at}`;

/** 57 labels of orders, in some of which the order's number stands and in others the address alone; two strangers, and one twice. */
function sixtyLabels(): readonly CarrierLabel[] {
  const numbers = new Map(couriers.map((courier) => [courier, [...numbersOf(courier, 20)]]));
  const next = (at: number): Pick<CarrierLabel, 'carrier' | 'number'> => {
    const courier = couriers[at % couriers.length] ?? 'ups';
    return {carrier: names[courier], number: numbers.get(courier)?.shift() ?? ''};
  };
  const labels = Array.from({length: 57}, (_, at): CarrierLabel => {
    const told = at % 3 === 0 ? {reference: `Order ${numberOf(at)}`} : {};
    return {...next(at), name: nameOf(at), ...told};
  });
  const strangers = ['Xaver Fremd', 'Yara Fern'].map((name, at) => ({...next(at), name, postalCode: '99999'}));
  return [...labels, ...strangers, ...labels.slice(4, 5)];
}

async function shopWithOrders(page: Page): Promise<void> {
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const intake = new IntakePage(page);
  const sales = Array.from({length: ordersCount}, (_, at) => {
    return {number: numberOf(at), buyer: nameOf(at), sku: 'TEA-1', price: '12.50', total: '12.50'};
  });
  await intake.bring(shopifyFile('orders.csv', sales));
  await intake.belongsToNew('orders.csv', 'Kiel Tea');
  await intake.takeIn(ordersCount);
  const orders = new OrdersPage(page);
  await orders.goTo('Orders');
  await orders.choose('To release');
  await orders.pointAt(0);
  await press(page, 'Control+a', 'b');
  await expect(orders.notice).toContainText('released to packing');
}

test('sixty labels in three files find their orders; two strangers and one double are said', async ({edition}) => {
  test.setTimeout(180_000);
  const page = await edition.start();
  await shopWithOrders(page);
  const labels = sixtyLabels();
  const bought = await new BoughtPage(page).open();
  await bought.bring(
    await labelFile('one-up.pdf', labels.slice(0, 20), 1),
    await labelFile('two-up.pdf', labels.slice(20, 40), 2),
    await labelFile('four-up.pdf', labels.slice(40), 4),
  );
  expect(await bought.kinds()).toEqual(['All 60', 'Matched 57', 'No order 2', 'Double 1', 'Orders without a label 1']);
  await bought.takeIn(57);
  expect(await bought.kinds()).toEqual(['All 3', 'No order 2', 'Double 1', 'Orders without a label 1']);
  await page.getByRole('button', {name: 'Put the rest aside'}).click();
  await expect(page.getByText('57 labels wait')).toBeVisible();
});
