import {cleanup, fireEvent, screen, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {beginImport} from '#core/intake/mutators.ts';
import {holdOrder} from '#core/orders/mutators.ts';
import {changeBusiness, createBusiness, createStorefront} from '#core/storefronts/mutators.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {callOf} from '#core/sync/define.ts';
import {business, givenOrder, storefront} from '#core/testing/given.ts';
import {givenTrayItem} from '#core/testing/given-tray.ts';
import type {Instant} from '#core/time/instant.ts';
import {returnTrayItem} from '#core/tray/mutators.ts';
import {trayCount} from '#core/tray/queries.ts';
import type {TrayItem} from '#core/tray/schema.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {type TrayFormProps} from '../../app/sync/tray-form.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {bench} from './testing/given-master.ts';
import {TraySection} from './tray-section.tsx';

let worker: DataWorkerInProcess;
let page: GivenPage;

const another = {...storefront, name: 'Teapot on eBay'};
const renamed = callOf(changeBusiness, {...business, name: 'Kettle & Daughters'});
const refusal = JSON.stringify({code: 'storefronts.not_found', values: {}});
const items = [
  givenTrayItem(1, renamed, {fault: refusal}),
  givenTrayItem(2, callOf(createStorefront, another), {kind: 'parked', fault: refusal}),
  givenTrayItem(3, callOf(holdOrder, {orderId: givenOrder('1001').id, reason: 'stock'})),
];

/** A form that changes the name once more, and does it again. */
function Form({args, onDone, onClose}: TrayFormProps) {
  return (
    <button
      type="button"
      onClick={() => {
        onClose();
        void page.data.mutate(changeBusiness, {...business, name: 'Kettle & Sons'}).then(onDone);
      }}
    >
      {`form of ${(args as {readonly name: string}).name}`}
    </button>
  );
}

async function aTray(lying: readonly TrayItem[]): Promise<void> {
  worker = startDataWorker();
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  await page.data.mutate(createBusiness, business);
  await page.data.mutateAll(lying.map((item) => callOf(returnTrayItem, {item})));
  page.show(<TraySection desks={[bench]} forms={{'businesses.change': Form}} />);
  await (lying.length === 0 ? screen.findByText(/^Nothing waits for you here/) : screen.findAllByRole('article'));
}

beforeEach(() => {
  emptyDesk();
});
afterEach(async () => {
  cleanup();
  await worker.shops.current?.close();
  worker.close();
});

const articles = (): readonly HTMLElement[] => screen.queryAllByRole('article');
const titles = (): readonly (string | null)[] =>
  articles().map((article) => within(article).getByRole('heading').textContent);
const meant = (): string | null => document.querySelector('article[data-cursor] :is(h3, h4)')?.textContent ?? null;
const key = (name: string, shiftKey = false): void =>
  void fireEvent.keyDown(document.activeElement ?? document.body, {
    key: name,
    code: `Key${name.toUpperCase()}`,
    shiftKey,
  });
const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 200));
const businessName = async (): Promise<string | undefined> =>
  (await readOnce(page.data, businessesInFull, {})).businesses[0]?.name;
const lying = (): Promise<number> => readOnce(page.data, trayCount, {});
const undo = (): void => useNotices.getState().current?.undo?.onUndo();

test('an empty tray says so in a sentence', async () => {
  await aTray([]);
  expect(articles()).toEqual([]);
});

test('each item says what was asked, by whom, why it was not taken, and what is there now', async () => {
  await aTray(items);
  const [hold, add, change] = articles().map((article) => article.textContent ?? '');
  expect({
    titles: titles(),
    hold: ['Refused', 'Asked by Packing bench', 'The order has moved on', 'Now: Not there any more'].filter(
      (words) => !hold?.includes(words),
    ),
    add: ['Put aside', 'This storefront no longer exists.'].filter((words) => !add?.includes(words)),
    sides: within(articles()[2] ?? document.body)
      .getAllByRole('row')
      .map(({textContent}) => textContent),
    change: change?.includes('Edit and do again'),
  }).toEqual({
    titles: [
      'Hold order (not on this desk): Out of stock',
      'Add the storefront “Teapot on eBay”',
      'Change the business “Kettle & Daughters”',
    ],
    hold: [],
    add: [],
    sides: ['PartAskedNow', 'NameKettle & DaughtersTeapot & Sons'],
    change: true,
  });
});

test('what is done again leaves the tray, and undo takes both back', async () => {
  await aTray(items.slice(0, 1));
  fireEvent.click(screen.getByRole('button', {name: /^Do again/}));
  await vi.waitUntil(() => articles().length === 0, 10_000);
  const after = [await businessName(), await lying()];
  undo();
  await vi.waitUntil(() => articles().length === 1, 10_000);
  expect([after, [await businessName(), await lying()]]).toEqual([
    ['Kettle & Daughters', 0],
    ['Teapot & Sons', 1],
  ]);
});

test('what is refused again stays, and the reason is said', async () => {
  await aTray(items.slice(2));
  key('r');
  await vi.waitUntil(() => useNotices.getState().current !== null, 10_000);
  expect([useNotices.getState().current?.words, titles().length]).toEqual(['This order no longer exists.', 1]);
});

test('j and k go through the tray, d dismisses what is meant, and undo brings it back', async () => {
  await aTray(items);
  const seen: (string | null)[] = [];
  for (const name of ['', 'j', 'j', 'k']) {
    if (name !== '') key(name);
    await pause();
    seen.push(meant());
  }
  key('d');
  await vi.waitUntil(() => articles().length === 2, 10_000);
  await pause();
  const dismissed = [titles().length, meant(), useNotices.getState().current?.words];
  undo();
  await vi.waitUntil(() => articles().length === 3, 10_000);
  const [first, second, third] = titles();
  expect({seen, dismissed}).toEqual({
    seen: [first, second, third, second],
    dismissed: [2, third, '1 dismissed'],
  });
});

test('a change with a form can be changed first; done so, it leaves the tray, and undo takes both back', async () => {
  await aTray(items.slice(0, 1));
  key('e');
  fireEvent.click(await screen.findByRole('button', {name: 'form of Kettle & Daughters'}));
  await vi.waitUntil(() => articles().length === 0, 10_000);
  await vi.waitUntil(() => useNotices.getState().current?.undo !== undefined, 10_000);
  const after = [await businessName(), await lying(), useNotices.getState().current?.words];
  undo();
  await vi.waitUntil(() => articles().length === 1, 10_000);
  expect([after, [await businessName(), await lying()]]).toEqual([
    ['Kettle & Sons', 0, 'Done again'],
    ['Teapot & Sons', 1],
  ]);
});

test('what was done at once stands together, long rows of it folded, and is dismissed at once', async () => {
  const together = Array.from({length: 8}, (_, n) =>
    givenTrayItem(n + 1, callOf(holdOrder, {orderId: givenOrder(String(n)).id, reason: 'stock'}), {batch: 'b'}),
  );
  await aTray([...together, givenTrayItem(9, renamed)]);
  const folded = [articles().length, screen.queryByRole('heading', {name: '8 changes, made together'}) !== null];
  fireEvent.click(screen.getByRole('button', {name: 'Show 3 more'}));
  const all = articles().length;
  key('j');
  await pause();
  key('d', true);
  await vi.waitUntil(() => articles().length === 1, 10_000);
  expect({folded, all, said: useNotices.getState().current?.words, left: titles()}).toEqual({
    folded: [6, true],
    all: 9,
    said: '8 dismissed',
    left: ['Change the business “Kettle & Daughters”'],
  });
});

test('a fact that met another stands: there is nothing to do again', async () => {
  await aTray([
    givenTrayItem(1, renamed, {kind: 'collided'}),
    givenTrayItem(2, {name: 'wares.weigh', args: {grams: 3}}, {kind: 'parked'}),
    givenTrayItem(3, {name: beginImport.name, args: {files: [], much: 'x'.repeat(200_000)}}),
  ]);
  expect(
    articles().map((article) =>
      within(article)
        .getAllByRole('button')
        .map(({textContent}) => textContent),
    ),
  ).toEqual([['Do againR', 'DismissD'], ['Dismiss'], ['Dismiss']]);
});
