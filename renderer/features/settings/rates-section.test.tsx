import {cleanup, fireEvent, screen, waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {typeRate} from '#core/insights/rates/mutators.ts';
import {ratesKept} from '#core/insights/rates/rates-kept.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import {createBusiness} from '#core/storefronts/mutators.ts';
import {business} from '#core/testing/given.ts';
import type {Instant} from '#core/time/instant.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {RatesSection} from './rates-section.tsx';
import {TypeRate} from './type-rate.tsx';

const eur = 'EUR' as CurrencyCode;
const usd = 'USD' as CurrencyCode;
let worker: DataWorkerInProcess;
let page: GivenPage;

beforeEach(async () => {
  emptyDesk();
  worker = startDataWorker();
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  await page.data.mutate(createBusiness, business);
});
afterEach(() => {
  cleanup();
  worker.close();
});

async function typed() {
  return (await readOnce(page.data, ratesKept, {})).typed;
}

function write(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label, {selector: 'input'}), {target: {value}});
}

async function choose(label: string, name: RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('combobox', {name: label}));
  fireEvent.click(await screen.findByRole('option', {name, hidden: true}));
}

test('a rate is typed digit by digit, stands in the list, and undo takes it away', async () => {
  page.show(<RatesSection business={business} />);
  await screen.findByText(/No exchange rates yet/);
  write('Day', '2026-03-02');
  write('1 EUR is', '1,0845');
  await choose('Of which currency', /^USD/);
  fireEvent.click(screen.getByRole('button', {name: 'Store the rate'}));
  await screen.findByText('1 EUR = 1.0845 USD');
  const stored = await typed();
  const source = screen.queryByText(/Typed by hand: 1 day, Mar 2, 2026/) !== null;
  useNotices.getState().current?.undo?.onUndo();
  await screen.findByText(/No exchange rates yet/);
  expect([stored, source, await typed()]).toEqual([
    [{date: '2026-03-02', rate: {base: 'EUR', currency: 'USD', units: 10_845, scale: 4}}],
    true,
    [],
  ]);
});

test('a typed rate is removed, and can be had back', async () => {
  await page.data.mutate(typeRate, {day: '2026-03-02' as LocalDate, base: eur, currency: usd, units: 11, scale: 1});
  page.show(<RatesSection business={business} />);
  fireEvent.click(await screen.findByRole('button', {name: /^Remove the rate of Mar 2, 2026: 1 EUR = 1.1 USD/}));
  await screen.findByText(/No exchange rates yet/);
  useNotices.getState().current?.undo?.onUndo();
  expect((await screen.findByText('1 EUR = 1.1 USD')).tagName).toBe('SPAN');
});

test('what is no rate is refused at its field, and stays there to be mended', async () => {
  page.show(<RatesSection business={business} />);
  await screen.findByText(/No exchange rates yet/);
  write('Day', '2999-01-01');
  write('1 EUR is', '0');
  fireEvent.click(screen.getByRole('button', {name: 'Store the rate'}));
  const said = ['That day is still to come.', 'Write a number above zero such as 1.0845.', 'Choose a currency.'];
  await waitFor(() => expect(said.filter((words) => screen.queryByText(words) === null)).toEqual([]));
  expect([screen.getByLabelText('1 EUR is').getAttribute('value'), await typed()]).toEqual(['0', []]);
});

test('beside an amount without a rate one is asked for, from its currency to that of the business', async () => {
  page.show(<TypeRate business={business} currency={usd} />);
  fireEvent.click(screen.getByRole('button', {name: 'Type a rate for USD'}));
  await screen.findByRole('dialog', {name: 'Type a rate for USD'});
  write('Day', '2026-03-02');
  write('1 USD is', '0.92');
  fireEvent.click(screen.getByRole('button', {name: 'Store the rate', hidden: true}));
  await waitFor(async () =>
    expect(await typed()).toEqual([{date: '2026-03-02', rate: {base: 'USD', currency: 'EUR', units: 92, scale: 2}}]),
  );
});
