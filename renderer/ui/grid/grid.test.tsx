import {act, cleanup, fireEvent, render, screen, waitFor, within} from '@testing-library/react';
import {createRef, useState} from 'react';
import type {ReactNode} from 'react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {must} from '#core/lib/assert.ts';

import type {GridColumn, GridCursor, GridHandle, GridProps, GridSort, GridSource} from './grid-types.ts';
import {Grid} from './grid.tsx';
import {nothingTicked} from './selection.ts';
import type {GridSelection} from './selection.ts';

interface Order {
  readonly id: string;
  readonly buyer: string;
  readonly total: number;
}

const order = (n: number): Order => ({id: `o${n}`, buyer: `Buyer ${n}`, total: n});
const orders = (count: number): readonly Order[] => Array.from({length: count}, (_, n) => order(n));
const idOf = (row: Order): string => row.id;

const columns: readonly GridColumn<Order>[] = [
  {id: 'buyer', title: 'Buyer', width: 120, frozen: true, sortable: true, cell: (o) => o.buyer, text: (o) => o.buyer},
  {id: 'total', title: 'Total', width: 80, align: 'end', sortable: true, cell: (o) => o.total, text: (o) => o.total},
];
const words = {selectAll: 'Select all', columnWidth: (title: string, px: number) => `${title}: ${px} px`};

/** Rows in a worker, as far as a page can tell: they arrive when the test lets them. */
class FarRows implements GridSource<Order> {
  version = 0;
  total: number;
  #at: (index: number) => Order = order;
  #arrived: ReadonlySet<string> | null;
  readonly #listeners = new Set<() => void>();

  /** The first `arrived` have arrived; all, when that is not said. */
  constructor(total: number, arrived: number | undefined) {
    this.total = total;
    this.#arrived = arrived === undefined ? null : new Set(orders(arrived).map(idOf));
  }

  rowAt(index: number): Order | undefined {
    if (index >= this.total) return undefined;
    const row = this.#at(index);
    return !this.#arrived || this.#arrived.has(row.id) ? row : undefined;
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  async idsBetween(from: number, to: number): Promise<readonly string[]> {
    return Array.from({length: to - from}, (_, n) => this.#at(from + n).id);
  }

  async indexOf(id: string): Promise<number | undefined> {
    const index = Array.from({length: this.total}, (_, n) => this.#at(n).id).indexOf(id);
    return index < 0 ? undefined : index;
  }

  arrive(count: number): void {
    this.#arrived = new Set(orders(count).map(idOf));
    this.#tell();
  }

  replace(rows: readonly Order[]): void {
    this.total = rows.length;
    this.#at = (index) => must(rows[index], 'the row is within the list');
    this.#tell();
  }

  #tell(): void {
    this.version++;
    for (const changed of this.#listeners) changed();
  }
}

interface Desk {
  readonly grid: HTMLElement;
  readonly source: FarRows;
  readonly handle: GridHandle;
  readonly asked: (readonly [number, number])[];
  readonly opened: string[];
  readonly state: {cursor: GridCursor | null; selection: GridSelection; sort: GridSort | null; question: string};
  readonly ask: (question: string) => void;
}

/** A page with a grid of which all rows have arrived, unless `arrived` says how many have. */
function desk(count: number, more: Partial<GridProps<Order>> & {readonly arrived?: number} = {}): Desk {
  const {arrived, ...props} = more;
  const source = new FarRows(count, arrived);
  const state: Desk['state'] = {cursor: null, selection: nothingTicked, sort: null, question: ''};
  const asked: (readonly [number, number])[] = [];
  const opened: string[] = [];
  const handle = createRef<GridHandle>();
  let keepIn: (part: Partial<Desk['state']>) => void = () => undefined;

  function Page(): ReactNode {
    const [, redraw] = useState(0);
    const [widths, setWidths] = useState<Readonly<Record<string, number>>>({});
    const keep = (part: Partial<Desk['state']>): void => {
      Object.assign(state, part);
      redraw((n) => n + 1);
    };
    keepIn = keep;
    return (
      <Grid<Order>
        ref={handle}
        columns={columns}
        source={source}
        idOf={idOf}
        label="Orders"
        words={words}
        {...state}
        onSort={(sort) => keep({sort})}
        onWindow={(from, to) => asked.push([from, to])}
        onCursor={(cursor) => keep({cursor})}
        onSelection={(selection) => keep({selection})}
        onOpen={(row) => opened.push(row.id)}
        widths={widths}
        onWidth={(id, px) => px !== null && setWidths({...widths, [id]: px})}
        {...props}
      />
    );
  }

  render(<Page />);
  return {
    grid: screen.getByRole('grid'),
    source,
    ask: (question) => act(() => keepIn({question})),
    handle: must(handle.current, 'the grid is drawn'),
    asked,
    opened,
    state,
  };
}

function row(grid: HTMLElement, index: number): HTMLElement {
  return must(grid.querySelector<HTMLElement>(`[data-index="${index}"]`), `row ${index} is drawn`);
}

function drawnIndexes(grid: HTMLElement): readonly number[] {
  const rows = [...grid.querySelectorAll<HTMLElement>('[data-index]')];
  return rows.map((element) => Number(element.dataset['index'])).toSorted((a, b) => a - b);
}

function scroll(grid: HTMLElement, top: number): void {
  grid.scrollTop = top;
  fireEvent.scroll(grid);
}

function press(grid: HTMLElement, ...keys: readonly string[]): void {
  for (const keyed of keys) {
    const parts = keyed.split('+');
    const key = must(parts.at(-1), 'a key has a name');
    fireEvent.keyDown(grid, {key, shiftKey: parts.includes('Shift'), ctrlKey: parts.includes('Ctrl')});
  }
}

function ticked(selection: GridSelection): readonly string[] | string {
  return selection.mode === 'some' ? [...selection.ids] : `all but ${[...selection.except].join(' ')}`;
}

// The page has no layout here: every element is as high as a head of 32 px and twenty rows of 28.
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {configurable: true, get: () => 32 + 20 * 28});
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(HTMLElement.prototype, 'clientHeight');
});

test('of 200,000 orders only those in sight and a few around them are drawn', () => {
  const {grid} = desk(200_000);
  expect([drawnIndexes(grid).length, grid.getAttribute('aria-rowcount')]).toEqual([37, '200001']);
  scroll(grid, 100_000 * 28);
  expect([drawnIndexes(grid)[0], drawnIndexes(grid).at(-1)]).toEqual([99_996, 100_032]);
});

test('rows are asked for while the scroll is being handled, not after it was drawn', () => {
  const {grid, asked} = desk(200_000);
  asked.length = 0;
  grid.scrollTop = 100_000 * 28;
  grid.dispatchEvent(new Event('scroll'));
  expect(asked).toEqual([[99_968, 100_096]]);
});

test('a row that has not arrived keeps its place as a skeleton, and is filled when it arrives', () => {
  const {grid, source} = desk(1000, {arrived: 10});
  const waiting = row(grid, 15);
  expect([waiting.getAttribute('aria-busy'), within(waiting).getAllByRole('gridcell').length]).toEqual(['true', 3]);
  act(() => source.arrive(64));
  expect([row(grid, 15).getAttribute('aria-busy'), row(grid, 15).textContent]).toEqual([null, 'Buyer 1515']);
});

test('a scroll by one row redraws that row into the elements of the one that left', () => {
  const {grid} = desk(1000);
  scroll(grid, 5600);
  const before = new Set(grid.querySelectorAll('[data-index]'));
  scroll(grid, 5628);
  const after = [...grid.querySelectorAll('[data-index]')];
  expect(after.filter((element) => !before.has(element))).toEqual([]);
});

test('a million orders can be reached to the last one', () => {
  const {grid, handle} = desk(1_000_000);
  act(() => handle.scrollToIndex(999_999));
  const body = must(row(grid, 999_999).parentElement?.parentElement, 'rows stand in the body');
  expect([Number.parseInt(body.style.height, 10) <= 16_777_215, drawnIndexes(grid).at(-1)]).toEqual([true, 999_999]);
});

test('the wheel moves exact rows even where the scrollbar is scaled', () => {
  const {grid, handle} = desk(1_000_000);
  act(() => handle.scrollToIndex(500_000));
  const before = must(drawnIndexes(grid)[0], 'rows are drawn');
  fireEvent.wheel(grid, {deltaY: 280});
  expect(drawnIndexes(grid)[0]).toBe(before + 10);
});

test('arrows, pages and ends move the cursor, and the screen reader is told its row', () => {
  const {grid, state} = desk(1000);
  const at = (): number | undefined => state.cursor?.index;
  const path = ['ArrowDown', 'ArrowDown', 'PageDown', 'ArrowUp', 'End', 'Home'].map((key) => (press(grid, key), at()));
  expect(path).toEqual([0, 1, 20, 19, 999, 0]);
  expect(grid.getAttribute('aria-activedescendant')).toBe(row(grid, 0).id);
});

test('the cursor’s row stays in the document when it is scrolled out of sight', () => {
  const {grid} = desk(100_000);
  fireEvent.click(row(grid, 3));
  scroll(grid, 50_000 * 28);
  const active = must(grid.getAttribute('aria-activedescendant'), 'there is a cursor');
  expect(document.getElementById(active)?.getAttribute('aria-rowindex')).toBe('5');
});

test('the app’s keys add up even before anything is drawn', () => {
  const {handle, state} = desk(1000);
  act(() => {
    handle.moveCursor(1);
    handle.moveCursor(1);
    handle.moveCursor(5);
    handle.toggle();
  });
  expect([state.cursor, ticked(state.selection)]).toEqual([{index: 6, id: 'o6'}, ['o6']]);
});

test('Shift and an arrow ticks on from the cursor, and back again unticks', () => {
  const {grid, state} = desk(1000);
  fireEvent.click(row(grid, 3));
  press(grid, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp');
  expect(ticked(state.selection)).toEqual(['o3', 'o4', 'o5']);
});

test('a range from the first order to the last ticks all, without a list of them', () => {
  const {grid, state} = desk(200_000);
  press(grid, 'Home', 'Shift+End');
  expect(state.selection).toEqual({mode: 'all', except: new Set()});
});

test('Ctrl+A ticks all, Space takes one out again, and the head shows that some are ticked', () => {
  const {grid, state} = desk(200_000);
  fireEvent.click(row(grid, 3));
  press(grid, 'Ctrl+a', ' ');
  const box = screen.getByRole('checkbox', {name: 'Select all'});
  expect([ticked(state.selection), box.getAttribute('aria-checked')]).toEqual(['all but o3', 'mixed']);
});

test('a range over rows that have not arrived ticks them too', async () => {
  const {grid, state} = desk(10_000, {arrived: 64});
  fireEvent.click(row(grid, 0));
  scroll(grid, 5000 * 28);
  const late = await waitFor(() => row(grid, 5000));
  await act(async () => void fireEvent.click(late, {shiftKey: true}));
  expect(ticked(state.selection)).toEqual(orders(5001).map(idOf));
});

test('the mouse ticks in the box, opens by a double click, and only points elsewhere', () => {
  const {grid, state, opened} = desk(100);
  fireEvent.click(must(row(grid, 2).querySelector('[data-tick]'), 'rows have boxes'));
  fireEvent.click(within(row(grid, 7)).getByText('Buyer 7'));
  fireEvent.doubleClick(within(row(grid, 7)).getByText('Buyer 7'));
  expect([ticked(state.selection), state.cursor, opened]).toEqual([['o2'], {index: 7, id: 'o7'}, ['o7']]);
});

test('Enter opens the order under the cursor', () => {
  const {grid, opened} = desk(100);
  press(grid, 'ArrowDown', 'ArrowDown', 'Enter');
  expect(opened).toEqual(['o1']);
});

test('Ctrl+C copies the ticked orders, or else the one under the cursor', () => {
  const {grid} = desk(100);
  const copy = (): string => {
    const clipboardData = new DataTransfer();
    fireEvent.copy(grid, {clipboardData});
    return clipboardData.getData('text/plain');
  };
  press(grid, 'ArrowDown');
  const one = copy();
  press(grid, 'Shift+ArrowDown');
  expect([one, copy()]).toEqual(['Buyer 0\t0', 'Buyer 0\t0\r\nBuyer 1\t1']);
});

test('a click on the head sorts, a second one the other way round', () => {
  const {grid} = desk(100);
  const head = within(grid).getByRole('columnheader', {name: 'Total'});
  const sorts = [0, 1].map(() => (fireEvent.click(head), head.getAttribute('aria-sort')));
  expect(sorts).toEqual(['ascending', 'descending']);
});

test('the keyboard sorts and resizes in the head, and says the new width', () => {
  const {grid, state} = desk(100);
  press(grid, 'Home', 'ArrowUp', 'ArrowRight', 'Enter', 'Shift', 'Shift+ArrowRight');
  expect([state.sort, screen.getByRole('status').textContent]).toEqual([
    {columnId: 'total', direction: 'ascending'},
    'Total: 88 px',
  ]);
  press(grid, 'ArrowDown', 'ArrowDown');
  expect(state.cursor?.index).toBe(1);
});

test('when orders arrive above, cursor and view stay with the order they were at', () => {
  const {grid, source, state} = desk(1000);
  scroll(grid, 100 * 28);
  fireEvent.click(row(grid, 105));
  act(() => source.replace([order(5001), order(5002), ...orders(1000)]));
  expect([state.cursor, grid.scrollTop]).toEqual([{index: 107, id: 'o105'}, 102 * 28]);
});

test('at the top of the list, new orders come into sight instead', () => {
  const {grid, source} = desk(1000);
  act(() => source.replace([order(5001), ...orders(1000)]));
  expect([grid.scrollTop, row(grid, 0).textContent]).toEqual([0, 'Buyer 50015001']);
});

test('the orders of another search are shown from the first on, those of the same one from where they were', () => {
  const {grid, source, ask} = desk(1000);
  scroll(grid, 100 * 28);
  act(() => source.replace(orders(900)));
  const same = grid.scrollTop;
  ask('tea');
  act(() => source.replace(orders(500).toReversed()));
  expect([same, grid.scrollTop]).toEqual([100 * 28, 0]);
});

test('a bar that takes some of the height moves no row into the elements of another', () => {
  let sized = (): void => undefined;
  const observer = {observe: () => sized(), disconnect: () => undefined};
  vi.stubGlobal('ResizeObserver', function observing(callback: () => void) {
    sized = callback;
    return observer;
  });
  const {grid} = desk(1000);
  scroll(grid, 100 * 28);
  const before = [103, 109, 115].map((index) => row(grid, index));
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {configurable: true, get: () => 32 + 18 * 28});
  act(sized);
  vi.unstubAllGlobals();
  expect(before.map((element) => element.dataset['index'])).toEqual(['103', '109', '115']);
});

test('a cursor whose order has moved far away follows it there', async () => {
  const {grid, source, state} = desk(5000);
  fireEvent.click(row(grid, 3));
  await act(async () => source.replace([...orders(5000).slice(4), ...orders(4)]));
  expect(state.cursor).toEqual({index: 4999, id: 'o3'});
});

test('when the order under the cursor is gone, the one in its place has the cursor', async () => {
  const {grid, source, state} = desk(10);
  fireEvent.click(row(grid, 9));
  await act(async () => source.replace(orders(9)));
  expect(state.cursor).toEqual({index: 8, id: 'o8'});
});

test('a list comes back where it was left', () => {
  const {grid} = desk(1000, {scrollTop: 500 * 28});
  expect([grid.scrollTop, drawnIndexes(grid).includes(500)]).toEqual([14_000, true]);
});

test('the row under the mouse offers two actions at most, and running one does not move the cursor', () => {
  const held: string[] = [];
  const action = (id: string, run: () => void) => ({id, label: id, icon: id, run});
  const {grid, state} = desk(100, {
    rowActions: (o) => ['Hold', 'Print', 'Split'].map((id) => action(id, () => held.push(`${id} ${o.id}`))),
  });
  fireEvent.pointerOver(within(row(grid, 4)).getByText('Buyer 4'));
  const buttons = [...grid.querySelectorAll('button')];
  fireEvent.click(must(buttons[0], 'actions are shown'));
  expect([buttons.map((button) => button.title), held, state.cursor]).toEqual([['Hold', 'Print'], ['Hold o4'], null]);
});

test('an empty list says so', () => {
  desk(0, {emptyState: <p>No orders yet</p>});
  expect(screen.getByText('No orders yet')).toBeTruthy();
});
