import {cleanup, fireEvent, screen, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {Instant} from '#core/time/instant.ts';
import {createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {business, storefront} from '#core/testing/given.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {StorefrontsSection} from './storefronts-section.tsx';

let worker: DataWorkerInProcess;
let page: GivenPage;

/** The section over what is stored now, as the settings page shows it. */
function Live() {
  const found = useQuery(businessesInFull, {});
  return found?.businesses[0] ? (
    <StorefrontsSection business={found.businesses[0]} storefronts={found.storefronts} />
  ) : null;
}

beforeEach(async () => {
  emptyDesk();
  worker = startDataWorker();
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  await page.data.mutate(createBusiness, business);
  await page.data.mutate(createStorefront, storefront);
  page.show(<Live />);
  await screen.findByText(storefront.name);
});
afterEach(() => {
  cleanup();
  worker.close();
});

const names = () =>
  screen.getAllByRole('button', {name: /^Remove /}).map((button) => button.getAttribute('aria-label'));
const notice = () => useNotices.getState().current;

async function add(name: string): Promise<HTMLElement> {
  fireEvent.click(screen.getByRole('button', {name: 'Add a storefront'}));
  const dialog = await screen.findByRole('dialog');
  const field = within(dialog).getByRole('textbox', {name: 'Name'});
  fireEvent.change(field, {target: {value: name}});
  fireEvent.submit(field);
  return dialog;
}

test('a storefront that is added stands in the list, and is gone again when it is taken back', async () => {
  await add(' Atelier on eBay ');
  await screen.findByText('Atelier on eBay');
  const added = [names(), notice()?.words];
  notice()?.undo?.onUndo();
  await vi.waitUntil(() => screen.queryByText('Atelier on eBay') === null, 10_000);
  expect([added, names(), notice()?.words]).toEqual([
    [['Remove Atelier on eBay', 'Remove Teapot on Etsy'], 'Storefront added'],
    ['Remove Teapot on Etsy'],
    expect.stringContaining('Storefront added'),
  ]);
});

test('a storefront that is removed can be had back as it was', async () => {
  fireEvent.click(screen.getByRole('button', {name: 'Remove Teapot on Etsy'}));
  await screen.findByText(/No storefronts yet/);
  notice()?.undo?.onUndo();
  const again = await screen.findByText(storefront.name);
  expect(again.parentElement?.textContent).toBe('Teapot on EtsyEtsyEUR');
});

test('a name that is missing or taken is not stored, and the dialog stays and says so', async () => {
  const dialog = await add('   ');
  const missing = within(dialog).queryByText('Give it a name.') !== null;
  const field = within(dialog).getByRole('textbox', {name: 'Name'});
  fireEvent.change(field, {target: {value: storefront.name}});
  const taken = await within(dialog).findByText(/already has a storefront called “Teapot on Etsy”/);
  fireEvent.submit(field);
  expect([missing, taken.isConnected, names(), notice()]).toEqual([true, true, ['Remove Teapot on Etsy'], null]);
});
