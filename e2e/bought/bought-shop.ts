import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {shopifyFile, type MadeFile} from '../files/made-files.ts';
import {press} from '../pages/hands.ts';
import {IntakePage} from '../pages/intake-page.ts';
import {OrdersPage} from '../pages/orders-page.ts';
import {StartPage} from '../pages/start-page.ts';
import {type Courier, couriers, numbersOf} from './carrier-numbers.ts';
import {type CarrierLabel, labelFile} from './label-files.ts';

const names: Readonly<Record<Courier, string>> = {ups: 'UPS', dhl: 'DHL', usps: 'USPS', royal_mail: 'Royal Mail'};
const firsts = ['Ada', 'Bea', 'Cem', 'Dora', 'Emil', 'Fee', 'Gero', 'Hana'];
const lasts = ['Pohl', 'Kurt', 'Lang', 'Maas', 'Nolte', 'Otto', 'Pape', 'Quist'];

/** Nobody is called like another. */
export const nameOf = (at: number): string => `${firsts[at % 8]} ${lasts[Math.floor(at / 8) % 8]}`;
export const numberOf = (at: number): string => `B-${3001 + at}`;

/** Labels of so many orders, in some of which the order's number stands and in others the address alone; two strangers, and one twice. */
export function labelsOf(ordersCount: number): readonly CarrierLabel[] {
  const numbers = new Map(couriers.map((courier) => [courier, [...numbersOf(courier, 20)]]));
  const next = (at: number): Pick<CarrierLabel, 'carrier' | 'number'> => {
    const courier = couriers[at % couriers.length] ?? 'ups';
    return {carrier: names[courier], number: numbers.get(courier)?.shift() ?? ''};
  };
  const labels = Array.from({length: ordersCount}, (_, at): CarrierLabel => {
    const told = at % 3 === 0 ? {reference: `Order ${numberOf(at)}`} : {};
    return {...next(at), name: nameOf(at), ...told};
  });
  const strangers = ['Xaver Fremd', 'Yara Fern'].map((name, at) => ({...next(at), name, postalCode: '99999'}));
  return [...labels, ...strangers, ...labels.slice(4, 5)];
}

/** An own shop with orders that wait to be packed. */
export async function shopWithOrders(page: Page, count: number): Promise<void> {
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const intake = new IntakePage(page);
  const sales = Array.from({length: count}, (_, at) => {
    return {number: numberOf(at), buyer: nameOf(at), sku: 'TEA-1', price: '12.50', total: '12.50'};
  });
  await intake.bring(shopifyFile('orders.csv', sales));
  await intake.belongsToNew('orders.csv', 'Kiel Tea');
  await intake.takeIn(count);
  const orders = new OrdersPage(page);
  await orders.goTo('Orders');
  await orders.choose('To release');
  await orders.pointAt(0);
  await press(page, 'Control+a', 'b');
  await expect(orders.notice).toContainText('released to packing');
}

/** A third of the labels in each of three files: a page each, two on a sheet, four on a sheet. */
export async function threeFiles(labels: readonly CarrierLabel[]): Promise<readonly MadeFile[]> {
  const third = labels.length / 3;
  return [
    await labelFile('one-up.pdf', labels.slice(0, third), 1),
    await labelFile('two-up.pdf', labels.slice(third, 2 * third), 2),
    await labelFile('four-up.pdf', labels.slice(2 * third), 4),
  ];
}
