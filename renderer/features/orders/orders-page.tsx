import {IconHandStop, IconPackageExport} from '@tabler/icons-react';
import {useCallback, useEffect, useMemo, useRef, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {orderList} from '#core/orders/list-view.ts';
import type {Order, OrderStatus} from '#core/orders/schema.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useList} from '../../app/data/use-list.ts';
import {useNow} from '../../app/data/use-now.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {Page} from '../../app/frame/page.tsx';
import {SelectionBar} from '../../app/frame/selection-bar.tsx';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {Button} from '../../ui/button.tsx';
import {EmptyState} from '../../ui/empty-state.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {Grid} from '../../ui/grid/grid.tsx';
import type {GridHandle, RowAction} from '../../ui/grid/grid-types.ts';
import {nothingTicked, tickedCount} from '../../ui/grid/selection.ts';
import {StateTree} from '../../ui/state-tree.tsx';
import {HoldDialog} from './hold-dialog.tsx';
import {type OrderAct, actOn} from './order-acts.ts';
import {type OrderRow, orderColumns, statusOf} from './order-columns.tsx';
import {OrderDesk} from './order-desk.tsx';
import {OrderPanel, type OrderSection} from './order-panel.tsx';
import {SearchField} from './search-field.tsx';
import {choose, lateBy, queryOf, searchFor, useOrdersView} from './orders-view.ts';
import {useOrderKeys} from './use-order-keys.ts';
import {treeChoices, useOrderTree} from './use-order-tree.ts';

interface OrdersPageProps {
  /** What other features show of the order in the panel. */
  readonly sections: readonly OrderSection[];
  /** Leads to the demo shop from a shop that has no orders yet. */
  readonly onDemo: (() => void) | undefined;
}

const groups = ['status', 'storefrontId'] as const;
const actableStatuses: readonly OrderStatus[] = ['paid', 'released', 'held'];

/** All orders of the shop: a tree of states, a dense list, one order beside it. */
export function OrdersPage({sections, onDemo}: OrdersPageProps) {
  const {t} = useTranslation('orders');
  const {t: kit} = useTranslation('ui');
  const data = useData();
  const deeds = useDeeds();
  const now = useNow();
  const locale = useLocale();
  const view = useOrdersView();
  const shop = useQuery(businessesInFull, {});
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const [holding, setHolding] = useState<readonly string[] | undefined>(undefined);
  const say = useNotices((notices) => notices.say);

  const {choice, search: searched, sort} = view;
  const asked = useMemo(() => {
    return {query: queryOf({choice, search: searched, sort}, now), groups, tallies: {late: lateBy(now)}};
  }, [choice, searched, sort, now]);
  const list = useList(orderList, asked);
  const storefronts = shop?.storefronts ?? nobody;
  const zone = shop?.businesses[0]?.zone ?? '';
  const tree = useOrderTree(list.arrived ? list.counts : undefined, storefronts);
  const columns = useMemo(() => {
    const storefrontNames = new Map<string, string>(storefronts.map(({id, name}) => [id, name]));
    return orderColumns({t, kit, locale, now, zone, storefrontNames});
  }, [t, kit, locale, now, zone, storefronts]);

  const ticked = tickedCount(view.selection, list.total);
  const targets = useCallback(async (): Promise<readonly string[]> => {
    const {selection, cursor} = useOrdersView.getState();
    if (tickedCount(selection, list.total) > 0) return list.idsTicked(selection);
    return cursor?.id ? [cursor.id] : [];
  }, [list]);
  const act = useCallback(
    async (what: OrderAct, ids?: readonly string[]) => actOn(data, deeds, what, ids ?? (await targets())),
    [data, deeds, targets],
  );
  const askHold = useCallback(async (ids?: readonly string[]) => setHolding(ids ?? (await targets())), [targets]);
  useOrderKeys({
    grid,
    search,
    choices: treeChoices,
    act: (what) => void act(what),
    askHold: () => void askHold(),
    hasTargets: ticked > 0 || view.cursor !== null,
  });
  const focusGrid = useCallback(() => grid.current?.focus(), []);
  useEffect(focusGrid, [focusGrid]);

  const open = useCallback((row: OrderRow) => useOrdersView.setState({panelId: row.id}), []);
  const rowActions = useCallback(
    (row: OrderRow): readonly RowAction[] =>
      rowActionsOf(
        row,
        t,
        (what) => void act(what, [row.id]),
        () => void askHold([row.id]),
      ),
    [t, act, askHold],
  );

  const current = tree.flatMap((group) => group.items).find(({id}) => id === choice);
  return (
    <Page
      title={current?.label ?? t('title')}
      count={list.arrived ? list.total : undefined}
      tree={<StateTree label={t('title')} groups={tree} current={choice} onChoose={choose} />}
      tools={
        <>
          <SearchField ref={search} value={searched} onChange={searchFor} onLeave={focusGrid} />
          <OrderDesk />
        </>
      }
      panel={
        view.panelId === undefined
          ? null
          : {
              onClose: closePanel,
              content: (
                <OrderPanel
                  orderId={view.panelId}
                  zone={zone}
                  sections={sections}
                  footer={(order) =>
                    actableStatuses.includes(order.status) ? (
                      <Acts order={order} act={act} askHold={askHold} />
                    ) : undefined
                  }
                  onClose={closePanel}
                />
              ),
            }
      }
      selection={
        <SelectionBar count={ticked} onClear={() => useOrdersView.setState({selection: nothingTicked})}>
          <Button keys="b" onClick={() => void act('release')}>
            {t('act.release')}
          </Button>
          <Button keys="h" onClick={() => void askHold()}>
            {t('act.hold')}
          </Button>
          <Button keys="Shift+H" onClick={() => void act('resume')}>
            {t('act.resume')}
          </Button>
        </SelectionBar>
      }
    >
      <Grid
        ref={grid}
        columns={columns}
        source={list}
        idOf={idOf}
        label={t('list')}
        words={{
          selectAll: t('grid.selectAll'),
          columnWidth: (title, width) => t('grid.columnWidth', {title, width}),
        }}
        sort={sort}
        onSort={(next) => useOrdersView.setState({sort: next})}
        question={`${choice} ${searched}`}
        onWindow={list.look}
        cursor={view.cursor}
        onCursor={(cursor) => useOrdersView.setState({cursor})}
        selection={view.selection}
        onSelection={(selection) => useOrdersView.setState({selection})}
        onOpen={open}
        rowActions={rowActions}
        widths={view.widths}
        onWidth={setWidth}
        scrollTop={view.scrollTop}
        onScrollTop={(scrollTop) => useOrdersView.setState({scrollTop})}
        onCopied={({rows}) => say(rows > 0 ? t('copied', {count: rows}) : t('notCopied'))}
        {...(list.arrived ? {emptyState: <Empty searched={searched} choice={choice} onDemo={onDemo} />} : {})}
      />
      {holding && holding.length > 0 ? (
        <HoldDialog
          count={holding.length}
          onChoose={(reason) => {
            setHolding(undefined);
            void act({hold: reason}, holding);
          }}
          onClose={() => setHolding(undefined)}
        />
      ) : null}
    </Page>
  );
}

const nobody: readonly never[] = [];

function idOf(row: OrderRow): string {
  return row.id;
}

function closePanel(): void {
  useOrdersView.setState({panelId: undefined});
}

function setWidth(columnId: string, widthPx: number | null): void {
  useOrdersView.setState(({widths: {[columnId]: _, ...others}}) => {
    return {widths: widthPx === null ? others : {...others, [columnId]: Math.round(widthPx)}};
  });
}

function rowActionsOf(
  row: OrderRow,
  t: ReturnType<typeof useTranslation<'orders'>>['t'],
  act: (what: OrderAct) => void,
  askHold: () => void,
): readonly RowAction[] {
  const status = statusOf(row);
  const hold = {id: 'hold', label: t('act.hold'), icon: <IconHandStop size={16} stroke={1.5} />, run: askHold};
  const release = {
    id: 'release',
    label: t('act.release'),
    icon: <IconPackageExport size={16} stroke={1.5} />,
    run: () => act('release'),
  };
  if (status === 'paid') return [release, hold];
  return status === 'released' ? [hold] : [];
}

interface ActsProps {
  readonly order: Order;
  readonly act: (what: OrderAct, ids: readonly string[]) => Promise<void>;
  readonly askHold: (ids: readonly string[]) => Promise<void>;
}

/** What can be done with the order in the panel, by where it stands. */
function Acts({order: {id, status}, act, askHold}: ActsProps) {
  const {t} = useTranslation('orders');
  const button = (word: 'release' | 'recall' | 'resume', keys: string, primary = false) => (
    <Button keys={keys} variant={primary ? 'primary' : 'plain'} onClick={() => void act(word, [id])}>
      {t(`act.${word}`)}
    </Button>
  );
  const hold = (
    <Button keys="h" onClick={() => void askHold([id])}>
      {t('act.hold')}
    </Button>
  );
  if (status === 'paid') return [button('release', 'b', true), hold].map((one, at) => <span key={at}>{one}</span>);
  if (status === 'released') return [button('recall', 'Shift+B'), hold].map((one, at) => <span key={at}>{one}</span>);
  return status === 'held' ? button('resume', 'Shift+H', true) : null;
}

interface EmptyProps {
  readonly searched: string;
  readonly choice: string;
  readonly onDemo: (() => void) | undefined;
}

function Empty({searched, choice, onDemo}: EmptyProps) {
  const {t} = useTranslation('orders');
  if (searched.trim() !== '') {
    const action = {word: t('empty.clear'), onAct: () => searchFor('')};
    return <EmptyState sentence={t('empty.search', {search: searched.trim()})} action={action} />;
  }
  if (onDemo) return <EmptyState sentence={t('empty.shop')} action={{word: t('empty.demo'), onAct: onDemo}} />;
  if (choice === 'all') return <EmptyState sentence={t('empty.choice')} />;
  return <EmptyState sentence={t('empty.choice')} action={{word: t('empty.showAll'), onAct: () => choose('all')}} />;
}
