import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {type DataWorkerInProcess, emptyDesk, startDataWorker} from '../../store/testing/in-process.ts';
import {DataClient} from '../data/data-client.ts';
import {Desk} from '../desk/desk.ts';
import {portLine} from '../testing/port-line.ts';
import {ShopKeeper, useShop} from './shop-store.ts';

const beginning = {phase: 'starting', shop: undefined, shops: [], progress: undefined, fault: undefined} as const;
const workers: DataWorkerInProcess[] = [];

/** A window as `main.tsx` begins it on this desk; `forgotten` counts the times another shop came on screen. */
async function aStart(demo?: number) {
  const worker = startDataWorker();
  workers.push(worker);
  const data = new DataClient(portLine(worker.port), {
    progress: (progress) => useShop.setState({progress}),
    shopsChanged: () => void keeper.look(),
    bug: (what) => {
      throw new Error(what);
    },
  });
  const recalled = await data.call('desk.recall', null);
  const forgotten: string[] = [];
  useShop.setState(beginning);
  const keeper = new ShopKeeper(data, new Desk(data, recalled.ok ? recalled.value : {}), () => forgotten.push('once'));
  await keeper.start(demo);
  return {keeper, data, forgotten};
}

function screenNow(): unknown {
  const {phase, shop, shops, progress, fault} = useShop.getState();
  return {phase, shop: shop?.kind, shops: shops.map(({kind}) => kind), progress, fault: fault?.code};
}

const quiet = {progress: undefined, fault: undefined};

beforeEach(() => void emptyDesk());
afterEach(() => {
  for (const worker of workers.splice(0)) worker.close();
});

test('a new desk begins with the choice of a shop', async () => {
  await aStart();
  expect(screenNow()).toEqual({phase: 'choosing', shop: undefined, shops: [], ...quiet});
});

test('a demo that the address asks for is made once, and opened again at the next start', async () => {
  await aStart(30);
  const first = useShop.getState().shop;
  await aStart(30);
  expect([screenNow(), useShop.getState().shop]).toEqual([
    {phase: 'open', shop: 'demo', shops: ['demo'], ...quiet},
    first,
  ]);
});

test('the shop that was open last is open again after a restart, until it is left', async () => {
  const {keeper} = await aStart();
  await keeper.begin();
  const again = await aStart();
  const restarted = screenNow();
  again.keeper.leave();
  await again.data.call('desk.recall', null);
  await aStart();
  expect([restarted, screenNow(), again.forgotten]).toEqual([
    {phase: 'open', shop: 'own', shops: ['own'], ...quiet},
    {phase: 'choosing', shop: undefined, shops: ['own'], ...quiet},
    ['once'],
  ]);
});

test('from one shop to the other, what the window had in view is forgotten', async () => {
  const {keeper, forgotten} = await aStart();
  await keeper.begin();
  const before = [...forgotten];
  await keeper.makeDemo(30);
  const inDemo = screenNow();
  await keeper.open('own');
  expect([before, inDemo, screenNow(), forgotten]).toEqual([
    [],
    {phase: 'open', shop: 'demo', shops: ['demo', 'own'], ...quiet},
    {phase: 'open', shop: 'own', shops: ['demo', 'own'], ...quiet},
    ['once', 'once'],
  ]);
});

test('a demo that is stopped leads back to the choice', async () => {
  const {keeper} = await aStart();
  const making = keeper.makeDemo(3000);
  await vi.waitUntil(() => (useShop.getState().progress?.done ?? 0) > 0);
  const {phase} = useShop.getState();
  await keeper.cancelDemo();
  await making;
  expect([phase, screenNow()]).toEqual(['making', {phase: 'choosing', shop: undefined, shops: [], ...quiet}]);
});

test('the demo is deleted from inside it, and a shop that is not there is told as a fault', async () => {
  const {keeper} = await aStart(30);
  await keeper.deleteDemo();
  const deleted = screenNow();
  await keeper.open('demo');
  expect([deleted, screenNow()]).toEqual([
    {phase: 'choosing', shop: undefined, shops: [], ...quiet},
    {phase: 'choosing', shop: undefined, shops: [], ...quiet, fault: 'store.unreadable'},
  ]);
});
