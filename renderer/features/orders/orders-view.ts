import {create} from 'zustand';
import {check, integer, object, oneOf, optional, pattern, text} from '#core/lib/shape.ts';
import type {Condition, ViewQuery} from '#core/lib/view.ts';
import {orderList} from '#core/orders/list-view.ts';
import {openStatuses, shownStatuses} from '#core/orders/order.ts';
import type {GridCursor, GridSort} from '../../ui/grid/grid-types.ts';
import {type GridSelection, nothingTicked} from '../../ui/grid/selection.ts';

/** What the tree has chosen: `all`, `open`, `late`, a status, or `storefront:<id>`. */
export type TreeChoice = string;

export interface OrdersView {
  readonly choice: TreeChoice;
  readonly search: string;
  readonly sort: GridSort;
  readonly cursor: GridCursor | null;
  readonly selection: GridSelection;
  readonly widths: Readonly<Record<string, number>>;
  readonly scrollTop: number;
  /** The order in the side panel. */
  readonly panelId: string | undefined;
}

const beginning: OrdersView = {
  choice: 'open',
  search: '',
  sort: {columnId: 'orderedAt', direction: 'descending'},
  cursor: null,
  selection: nothingTicked,
  widths: {},
  scrollTop: 0,
  panelId: undefined,
};

/** The orders page of this window: what is chosen, ticked, open. Rows are never here. */
export const useOrdersView = create<OrdersView>()(() => beginning);

/** Shows another part of the orders, from its top and with nothing ticked. */
export function choose(choice: TreeChoice): void {
  useOrdersView.setState({choice, selection: nothingTicked, cursor: null, scrollTop: 0});
}

export function searchFor(search: string): void {
  useOrdersView.setState({search, selection: nothingTicked, cursor: null, scrollTop: 0});
}

/** Shows one order alone, with its panel, whatever was chosen before. */
export function showOrder({id, number}: {readonly id: string; readonly number: string}): void {
  choose('all');
  searchFor(number);
  useOrdersView.setState({panelId: id});
}

/** Back to the beginning, for another shop. */
export function forgetOrdersView(): void {
  useOrdersView.setState(beginning);
}

/** An order that was withdrawn with its import is in no list. */
const shown: Condition = {column: 'status', oneOf: shownStatuses};

export function conditionsOf(choice: TreeChoice, now: number): readonly Condition[] {
  if (choice === 'all') return [shown];
  if (choice === 'open') return [{column: 'status', oneOf: openStatuses}];
  if (choice === 'late') return lateBy(now);
  if (choice.startsWith('storefront:')) return [{column: 'storefrontId', oneOf: [choice.slice('storefront:'.length)]}];
  return [{column: 'status', oneOf: [choice]}];
}

/** Open orders whose time to ship has passed. */
export function lateBy(now: number): readonly Condition[] {
  return [
    {column: 'status', oneOf: openStatuses},
    {column: 'shipBy', below: now},
  ];
}

export function queryOf(
  {choice, search, sort}: Pick<OrdersView, 'choice' | 'search' | 'sort'>,
  now: number,
): ViewQuery {
  return {
    where: conditionsOf(choice, now),
    search,
    sort: {column: sort.columnId, descending: sort.direction === 'descending'},
  };
}

// A column that is no longer there would leave the list without an order, at every start.
const columnIds = Object.keys(orderList.columns) as [string, ...string[]];

const kept = object({
  choice: pattern<TreeChoice>(/^(all|open|late|[a-z]{2,12}|storefront:[A-Za-z0-9_-]{12})$/),
  search: text({max: 200}),
  sort: object({columnId: oneOf(columnIds), direction: oneOf(['ascending', 'descending'])}),
  scrollTop: integer({min: 0}),
  panelId: optional(pattern(/^[A-Za-z0-9_-]{12}$/)),
});

/** What of the view survives a restart. */
export function keptOf({choice, search, sort, scrollTop, panelId, widths}: OrdersView): Partial<OrdersView> {
  const rest = {choice, search, sort, scrollTop: Math.round(scrollTop), widths};
  return panelId === undefined ? rest : {...rest, panelId};
}

/** What was kept, where it still makes sense. */
export function acceptKept(value: unknown): Partial<OrdersView> {
  if (typeof value !== 'object' || value === null) return {};
  const {widths, ...rest} = value as {widths?: unknown};
  const checked = check(kept, rest);
  if (!checked.ok) return {};
  const known = /^(all|open|late|storefront:.*)$/.test(checked.value.choice) || isStatus(checked.value.choice);
  return known ? {...checked.value, widths: acceptWidths(widths)} : {};
}

function isStatus(word: string): boolean {
  return shownStatuses.some((status) => status === word);
}

function acceptWidths(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return {};
  const widths = Object.entries(value).filter(
    ([, width]) => Number.isSafeInteger(width) && width >= 24 && width <= 2000,
  );
  return Object.fromEntries(widths) as Record<string, number>;
}
