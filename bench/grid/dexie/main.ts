import type {DemoOrder} from '#core/demo/demo-batches.ts';
import {type OrderStatus, orderStatuses} from '#core/orders/schema.ts';
import {type Words, wordsAddress} from '../list-columns.ts';
import {type Filling, database} from './order-database.ts';

const rowsShown = 50;
const rowHeight = 28;

declare global {
  interface Window {
    dexiePeer: typeof peer;
  }
}

/** Each answers how many milliseconds it took, with what it found. */
const peer = {
  fill: (filling: Filling) => database.fill(filling),

  count: () => timed(() => database.countByStatus(orderStatuses)),

  /** The first orders of one status by amount: their amounts. */
  byTotal: (status: OrderStatus) =>
    timed(async () => (await database.byTotal(status, rowsShown)).map(({totalMinor}) => totalMinor)),

  /** Changes one order and counts anew, as a page that shows counts must. */
  change: (id: DemoOrder['id'], status: OrderStatus) =>
    timed(async () => {
      await database.orders.update(id, {status});
      return database.countByStatus(orderStatuses);
    }),
};

window.dexiePeer = peer;
if (new URLSearchParams(location.search).has('show')) await show();

async function show(): Promise<void> {
  const words = (await (await fetch(wordsAddress)).json()) as Words;
  drawRows(await database.newest(rowsShown), words);
  drawCounts(await database.countByStatus(orderStatuses), words);
}

function drawRows(orders: readonly DemoOrder[], {status}: Words): void {
  const rows = orders.map((order, index) => {
    const items = order.lines.map(({title}) => title).join(' · ');
    const texts = ['', order.channelOrderId, status[order.status] ?? '', order.buyer.shipTo.name, items];
    const row = element('div', {role: 'row', class: 'row', 'data-index': String(index)});
    row.style.top = `${32 + index * rowHeight}px`;
    row.append(...texts.map((text) => element('div', {role: 'gridcell', class: 'cell'}, text)));
    return row;
  });
  document.querySelector('[role=grid]')?.append(...rows);
}

function drawCounts(counts: Readonly<Record<string, number>>, {status}: Words): void {
  const buttons = Object.entries(counts).map(([name, count]) => {
    const button = element('button', {});
    button.append(element('span', {}, status[name]), element('span', {}, String(count)));
    return button;
  });
  document.querySelector('nav')?.append(...buttons);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  document.querySelector('[role=grid]')?.setAttribute('aria-rowcount', String(total + 1));
}

function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.textContent = text;
  return made;
}

async function timed<T>(work: () => Promise<T>): Promise<{readonly ms: number; readonly answer: T}> {
  const startedAt = performance.now();
  const answer = await work();
  return {ms: performance.now() - startedAt, answer};
}
