import {createRoot} from 'react-dom/client';
import {must} from '#core/lib/assert.ts';
import {check} from '#core/lib/shape.ts';
import {demoShape} from '#core/shell/contract.ts';
import {App} from './app/app.tsx';
import {useBugs} from './app/data/bugs-store.ts';
import {DataClient} from './app/data/data-client.ts';
import {useStoring} from './app/data/storing-store.ts';
import {workerLine} from './app/data/worker-line.ts';
import {acceptCutOff, useCutOff} from './app/desk/cut-off.ts';
import {Desk} from './app/desk/desk.ts';
import {giveDisk} from './app/desktop/give-disk.ts';
import {desktop} from './app/desktop/desktop.ts';
import {keepLook} from './app/desk/kept-look.ts';
import {forgetLabels} from './app/labels/label-session.ts';
import {followPrinting} from './app/printing/print-store.ts';
import {hidScales} from './app/scale/hid-scale.ts';
import * as scale from './app/scale/scale-store.ts';
import {serialScales} from './app/scale/serial-scale.ts';
import {routes} from './app/routes.tsx';
import {ShopKeeper, useShop} from './app/shop/shop-store.ts';
import {forgetDeeds} from './app/undo/undo-store.ts';
import {lookWhetherKept} from './app/storage/persistence.ts';
import {useStorageNews} from './app/storage/storage-stores.ts';
import {useSync} from './app/sync/sync-store.ts';
import {startWords} from './app/words/words.ts';
import * as bench from './features/packing-bench/bench-view.ts';
import {forgetIntakeView} from './features/intake/intake-view.ts';
import {forgetForms} from './features/orders/order-forms.ts';
import * as day from './features/ship-day/day-view.ts';
import * as orders from './features/orders/orders-view.ts';
import * as told from './features/road-back/told-view.ts';
import * as sales from './features/sales/sales-view.ts';
import * as upload from './features/upload/upload-view.ts';

// Wiring only: the data worker first, because everything waits for it.
const worker = new Worker(new URL('./store/data-worker.ts', import.meta.url), {type: 'module', name: 'data'});
void giveDisk(worker);
followPrinting(desktop);
const words = startWords(window);

function bug(what: string): void {
  useBugs.setState({bug: what});
}

const data = new DataClient(workerLine(worker, bug), {
  progress: (progress) => useShop.setState({progress}),
  shopsChanged: () => void keeper.look(),
  bug,
});

data.hear('safety', (safety) => useStoring.setState({safety}));
data.hear('replaced', (kind) => void keeper.replaced(kind));
data.hear('storage', (work) => useStorageNews.setState({work}));
data.hear('sync', (sync) => useSync.setState({sync}));
data.hear('syncWork', (work) => useSync.setState({work}));
data.hear('space', (space) => useStorageNews.setState({space}));
data.hear('unreadable', () => window.location.reload());
data.hear('recovery', (recovering) => useShop.setState({recovering}));

const recalled = await data.call('desk.recall', null);
const desk = new Desk(data, recalled.ok ? recalled.value : {});
keepLook(desk, words);
desk.keep('orders.view', orders.useOrdersView, {part: orders.keptOf, accept: orders.acceptKept});
desk.keep('scale', scale.useScale, {part: scale.keptOf, accept: scale.acceptKept});
scale.followScales([hidScales(navigator), serialScales(navigator)]);
desk.keep('cutOff', useCutOff, {part: ({cutOff}) => ({cutOff}), accept: acceptCutOff});
desk.keep('bench', bench.useBench, {part: bench.keptOf, accept: bench.acceptKept});
desk.keep('day.view', day.useDayView, {part: ({ordersMax}) => ({ordersMax}), accept: day.acceptKept});
desk.keep('sales.view', sales.useSalesView, {part: sales.keptOf, accept: sales.acceptKept});
desk.keep('upload.view', upload.useUploadView, {part: upload.keptOf, accept: upload.acceptKept});
desk.keep('told.view', told.useToldView, {part: told.keptOf, accept: told.acceptKept});

const keeper = new ShopKeeper(data, desk, () => {
  orders.forgetOrdersView();
  forgetForms();
  sales.forgetSalesView();
  bench.forgetBench();
  upload.forgetUploadView();
  told.forgetToldView();
  day.forgetDayView();
  forgetIntakeView();
  forgetDeeds();
  forgetLabels();
});
const asked = check(demoShape, Number(new URLSearchParams(window.location.search).get('demo')));
void lookWhetherKept();
void keeper.start(asked.ok ? asked.value : undefined);

// Led to it by the first page, everything around that would be drawn twice.
if (window.location.hash === '') window.history.replaceState(null, '', `#${must(routes[0], 'a first page').path}`);

const root = must(document.getElementById('root'), 'the page has a root');
createRoot(root).render(<App words={words} data={data} keeper={keeper} />);
