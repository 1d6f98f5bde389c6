import {cleanup, fireEvent, screen} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {ratesKept} from '#core/insights/rates/rates-kept.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {business, storefront} from '#core/testing/given.ts';
import type {Instant} from '#core/time/instant.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {BusinessAgain} from './business-again.tsx';
import {RateAgain} from './rate-again.tsx';
import {StorefrontAgain} from './storefront-again.tsx';

let worker: DataWorkerInProcess;
let page: GivenPage;
let ended: string[];

beforeEach(async () => {
  emptyDesk();
  worker = startDataWorker();
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  await page.data.mutate(createBusiness, business);
  await page.data.mutate(createStorefront, storefront);
  ended = [];
});
afterEach(async () => {
  cleanup();
  await worker.shops.current?.close();
  worker.close();
});

const given = (args: unknown) => ({
  id: 'an item',
  args,
  onDone: () => ended.push('done'),
  onClose: () => ended.push('closed'),
});
const done = (): Promise<boolean> => vi.waitUntil(() => ended.includes('done'), 10_000);

test('a business is changed again from what was asked', async () => {
  page.show(<BusinessAgain {...given({...business, name: 'Kettle & Daughters'})} />);
  fireEvent.click(await screen.findByRole('button', {name: 'Do again'}));
  await done();
  const {businesses} = await readOnce(page.data, businessesInFull, {});
  expect([businesses[0]?.name, ended]).toEqual(['Kettle & Daughters', ['closed', 'done']]);
});

test('a storefront whose name is taken is added under another', async () => {
  page.show(<StorefrontAgain {...given({...storefront, channel: 'ebay'})} />);
  const name = await screen.findByRole<HTMLInputElement>('textbox', {name: 'Name'});
  const asked = name.value;
  fireEvent.change(name, {target: {value: 'Teapot on eBay'}});
  fireEvent.click(screen.getByRole('button', {name: 'Add a storefront'}));
  await done();
  const {storefronts} = await readOnce(page.data, businessesInFull, {});
  expect([asked, storefronts.map((one) => `${one.name}: ${one.channel}`).toSorted()]).toEqual([
    'Teapot on Etsy',
    ['Teapot on Etsy: etsy', 'Teapot on eBay: ebay'],
  ]);
});

test('a rate is typed again from what was asked', async () => {
  page.show(<RateAgain {...given({day: '2026-03-02', base: 'EUR', currency: 'USD', units: 10_845, scale: 4})} />);
  const figure = await screen.findByRole<HTMLInputElement>('textbox', {name: '1 EUR is'});
  const asked = figure.value;
  fireEvent.change(figure, {target: {value: '1.0846'}});
  fireEvent.click(screen.getByRole('button', {name: 'Store the rate'}));
  await done();
  const {typed} = await readOnce(page.data, ratesKept, {});
  expect([asked, typed.map(({date, rate}) => [date, rate.units])]).toEqual(['1.0845', [['2026-03-02', 10_846]]]);
});
