import {cleanup, fireEvent, screen} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {changeBusiness, createBusiness} from '#core/storefronts/mutators.ts';
import {business} from '#core/testing/given.ts';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {forgetStoring, useStoring} from '../../app/data/storing-store.ts';
import {Desk} from '../../app/desk/desk.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {ShopKeeper, useShop} from '../../app/shop/shop-store.ts';
import {lightOf} from '../../app/shop/shop-light.ts';
import {useLight} from '../../app/shop/use-light.ts';
import {useSync} from '../../app/sync/sync-store.ts';
import {useSyncLook} from '../../app/sync/use-sync-look.ts';
import {type GivenPage, givenPage} from '../../app/testing/given-page.tsx';
import {MemoryLocks} from '../../store/safety/testing/memory-locks.ts';
import {setupCode} from '../../store/sync/testing/door-in-process.ts';
import {MasterInProcess, masterUrl} from '../../store/sync/testing/master-in-process.ts';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {DesksPage} from './desks-page.tsx';

// A shop is sealed, sent and opened again.
vi.setConfig({testTimeout: 60_000});

let worker: DataWorkerInProcess;
let page: GivenPage;

/** The page as it stands in the shop that is shown: opened again, it is another page. */
function Shown() {
  const turn = useShop((state) => state.turn);
  return <OfShop key={turn} />;
}

function OfShop() {
  useSyncLook();
  const light = useLight();
  return (
    <>
      <DesksPage isDemo={false} join={async () => undefined} forms={{}} />
      <output>{light.word}</output>
    </>
  );
}

beforeEach(async () => {
  emptyDesk();
  forgetStoring();
  useSync.setState({sync: undefined, work: null});
  worker = startDataWorker({
    disk: new MemoryDisk(),
    locks: new MemoryLocks(),
    network: new MasterInProcess().network,
  });
  page = givenPage(worker.port);
  const keeper = new ShopKeeper(page.data, new Desk(page.data, {}), () => undefined);
  page.data.hear('safety', (safety) => useStoring.setState({safety}));
  page.data.hear('replaced', (kind) => void keeper.replaced(kind));
  page.data.hear('sync', (sync) => useSync.setState({sync}));
  page.data.hear('syncWork', (work) => useSync.setState({work}));
  await keeper.begin();
  await page.data.mutate(createBusiness, business);
});
afterEach(async () => {
  cleanup();
  await worker.shops.current?.close();
  worker.close();
});

const type = (label: string, value: string): boolean =>
  fireEvent.change(screen.getByRole('textbox', {name: label}), {target: {value}});
const light = (): string | null | undefined => document.querySelector('output:last-of-type')?.textContent;

test('a shop is put on a master, and from then on the light says when what is done here is applied there', async () => {
  page.show(<Shown />);
  fireEvent.click(await screen.findByRole('button', {name: 'Put this shop on a master'}));
  type('Address of the master', masterUrl);
  type('Setup code', setupCode);
  type('Name of this desk', 'Office');
  fireEvent.submit(document.querySelector('[role="dialog"] form') ?? document.body);
  await vi.waitUntil(() => useNotices.getState().current?.words === 'The shop is on the master', 30_000);
  await vi.waitUntil(() => light() === 'status.applied', 30_000);
  await screen.findByRole('rowheader', {name: /^Office/});
  const isToldSafe = useStoring.getState().safety !== undefined;

  await page.data.mutate(changeBusiness, {...business, name: 'Kettle & Daughters'});
  const before = lightOf(useStoring.getState(), undefined, useSync.getState().sync).word;
  await vi.waitUntil(() => light() === 'status.applied', 30_000);
  fireEvent.click(screen.getByRole('button', {name: 'Compare now'}));
  const same = await screen.findByText(/the same at place/);
  fireEvent.click(screen.getByRole('button', {name: /^Add a desk/}));
  const code = await screen.findByRole<HTMLTextAreaElement>('textbox', {name: 'Join code'});
  expect({isToldSafe, before, same: same.isConnected, code: code.value.length > 20, bugs: worker.bugs}).toEqual({
    isToldSafe: true,
    before: expect.not.stringContaining('applied') as string,
    same: true,
    code: true,
    bugs: [],
  });
});
