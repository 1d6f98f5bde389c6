import {cleanup, fireEvent, screen, within} from '@testing-library/react';
import {Blob as BlobOfNode} from 'node:buffer';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {Instant} from '#core/time/instant.ts';
import {createBusiness, createStorefront, removeStorefront} from '#core/storefronts/mutators.ts';
import {business, storefront} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {forgetStoring, useStoring} from '../../app/data/storing-store.ts';
import {Desk} from '../../app/desk/desk.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {ShopKeeper, useShop} from '../../app/shop/shop-store.ts';
import {restoringWith} from '../../app/storage/restoring.ts';
import {useStorageNews} from '../../app/storage/storage-stores.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {createWords} from '../../app/words/words.ts';
import {contentOf} from '../../store/safety/testing/a-desk.ts';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {StoragePage} from './storage-page.tsx';

let worker: DataWorkerInProcess;
let page: GivenPage;
let backs: number;

/** The page as it stands in the shop that is shown: another store in its place is another page. */
function Shown({keeper}: {readonly keeper: ShopKeeper}) {
  const turn = useShop((state) => state.turn);
  return <StoragePage key={turn} restoring={restoringWith(keeper, createWords('en'))} onBack={() => (backs += 1)} />;
}

async function aShop(disk: MemoryDisk | undefined): Promise<void> {
  worker = startDataWorker(disk ? {disk} : {});
  await worker.shops.begin(1 as Instant);
  page = givenPage(worker.port);
  page.data.hear('storage', (work) => useStorageNews.setState({work}));
  page.data.hear('safety', (safety) => useStoring.setState({safety}));
  await page.data.mutate(createBusiness, business);
  await page.data.mutate(createStorefront, storefront);
  const keeper = new ShopKeeper(page.data, new Desk(page.data, {}), () => undefined);
  await keeper.look();
  await keeper.open('own');
  page.show(<Shown keeper={keeper} />);
  await screen.findByRole('heading', {name: 'What is where'});
  await screen.findByText('Never');
}

beforeEach(() => {
  // The one of the page's stand-in cannot cross to a worker.
  vi.stubGlobal('Blob', BlobOfNode);
  emptyDesk();
  forgetStoring();
  backs = 0;
  useStorageNews.setState({work: null, space: {state: 'unknown'}, persisted: undefined});
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await worker.shops.current?.close();
  worker.close();
});

const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', {name}));
const notice = () => useNotices.getState().current;
const rows = (heading: string): (string | null)[] =>
  within(screen.getByRole('heading', {name: heading}).closest('section') ?? document.body)
    .getAllByRole('rowheader')
    .map(({firstChild}) => firstChild?.textContent ?? null);

/** Goes through the dialog up to the file; answers the words and what was kept. */
async function backUp(): Promise<{readonly words: readonly string[]; readonly file: Blob}> {
  const kept: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    kept.push(blob as Blob);
    return 'blob:kept';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  fireEvent.click(screen.getAllByRole('button', {name: /^Back up now/})[0] ?? document.body);
  const shown = await screen.findByRole('dialog');
  const words = within(shown)
    .getAllByRole('listitem')
    .map(({textContent}) => textContent ?? '');
  press('I have written them down');
  for (const field of await screen.findAllByRole('textbox', {name: /^Word \d+$/})) {
    const label = document.querySelector(`label[for="${field.id}"]`)?.textContent ?? '';
    fireEvent.change(field, {target: {value: ` ${(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '').toUpperCase()} `}});
  }
  fireEvent.submit(document.querySelector('[role="dialog"] form') ?? document.body);
  await screen.findByText(/^Kept as tradewind-own-/);
  press('Done');
  return {words, file: kept[0] ?? new Blob()};
}

/** Brings a file, as the system's own dialog does. */
function bring(file: Blob): void {
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function choose(this: HTMLInputElement) {
    Object.defineProperty(this, 'files', {value: [Object.assign(file, {name: 'a.tradewind', lastModified: 1})]});
    this.dispatchEvent(new Event('change'));
  });
  press('Restore a backup');
}

test('the page tells what is where, and Escape leads back', async () => {
  await aShop(new MemoryDisk());
  fireEvent.keyDown(document.body, {key: 'Escape', code: 'Escape'});
  expect({
    parts: rows('What is where'),
    backup: screen.queryByText('Never') !== null,
    place: screen.queryByText(/Clearing “site data” takes everything at once/) !== null,
    move: screen.queryByRole('heading', {name: 'Move to the desktop'}) !== null,
    backs,
  }).toEqual({
    parts: ['Database', 'Original files', 'Journal', 'Snapshots'],
    backup: true,
    place: true,
    move: true,
    backs: 1,
  });
});

test('where there is no place beside the store, the page says what that means and still backs up', async () => {
  await aShop(undefined);
  const told = [
    rows('What is where'),
    screen.queryByText(/only a backup helps against that/) !== null,
    screen.queryByText('No place for snapshots in this browser. Back up instead.') !== null,
  ];
  await backUp();
  expect(told).toEqual([['Database', 'Original files'], true, true]);
});

test('a snapshot that is taken stands in the list; going back to it can be taken back', async () => {
  await aShop(new MemoryDisk());
  press('Take one now');
  const [goBack] = await screen.findAllByRole('button', {name: /^Go back to /});
  const past = await contentOf('own');
  await page.data.mutate(removeStorefront, {storefrontId: storefront.id});
  const present = await contentOf('own');
  await vi.waitUntil(() => useStorageNews.getState().work === null);
  fireEvent.click(goBack ?? document.body);
  await vi.waitUntil(() => notice()?.undo !== undefined, 10_000);
  const [after, said] = [await contentOf('own'), notice()?.words];
  notice()?.undo?.onUndo();
  await vi.waitUntil(() => notice()?.words === 'What was here before is back', 10_000);
  expect({
    after: after === past,
    said: said?.startsWith('The shop is as of '),
    undone: (await contentOf('own')) === present,
    bugs: worker.bugs,
  }).toEqual({after: true, said: true, undone: true, bugs: []});
});

test('a word that was not written down is told, and the words can be seen again', async () => {
  await aShop(new MemoryDisk());
  fireEvent.click(screen.getAllByRole('button', {name: /^Back up now/})[0] ?? document.body);
  const first = (await screen.findByRole('dialog')).querySelectorAll('li');
  press('I have written them down');
  await screen.findAllByRole('textbox', {name: /^Word \d+$/});
  fireEvent.submit(document.querySelector('[role="dialog"] form') ?? document.body);
  const wrong = (await screen.findAllByText(/^That is not word \d+/)).length;
  press('Show the words again');
  await screen.findByText('Twelve words for this backup');
  const again = screen.getByRole('dialog').querySelectorAll('li');
  const texts = (items: NodeListOf<Element>) => [...items].map(({textContent}) => textContent).join(' ');
  expect([wrong, first.length, texts(again) === texts(first)]).toEqual([2, 12, true]);
});

test('a backup is restored over what was done since, and that is put back by Undo', async () => {
  await aShop(new MemoryDisk());
  const {words, file} = await backUp();
  const kept = await contentOf('own');
  await page.data.mutate(removeStorefront, {storefrontId: storefront.id});
  const changed = await contentOf('own');

  bring(file);
  const field = await screen.findByRole('textbox', {name: 'Twelve words'});
  const will = screen.queryByText('What is here now becomes a snapshot first. Undo puts it back.') !== null;
  fireEvent.change(field, {target: {value: ['abandn', ...words.slice(1)].join(' ')}});
  press('Restore');
  const near = await screen.findByText(/^Word 1 is not in the list of words.*Near it: .*abandon/);
  const same = (await contentOf('own')) === changed;
  fireEvent.change(screen.getByRole('textbox', {name: 'Twelve words'}), {target: {value: words.join(' ')}});
  press('Restore');
  await vi.waitUntil(() => notice()?.words.startsWith('Restored: '), 10_000);
  const restored = (await contentOf('own')) === kept;
  notice()?.undo?.onUndo();
  await vi.waitUntil(() => notice()?.words === 'What was here before is back', 10_000);
  expect({
    will,
    near: near.isConnected,
    same,
    restored,
    undone: (await contentOf('own')) === changed,
    remembered: screen.queryByText('Never') === null,
    bugs: worker.bugs,
  }).toEqual({will: true, near: false, same: true, restored: true, undone: true, remembered: true, bugs: []});
});

test('a file that is no backup is refused in words, and another can be chosen', async () => {
  await aShop(new MemoryDisk());
  bring(new Blob(['a,b\n1,2\n']));
  const alert = await screen.findByRole('alert');
  expect([
    alert.textContent,
    within(screen.getByRole('dialog'))
      .getAllByRole('button')
      .map(({textContent}) => textContent),
  ]).toEqual(['This file is not a Tradewind backup. Nothing was changed.', ['Close', 'Choose another file']]);
});
