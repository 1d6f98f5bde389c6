import {useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import type {OrderStatus} from '#core/orders/schema.ts';
import type {Storefront} from '#core/storefronts/schema.ts';
import type {ListCounts} from '../../app/data/remote-list.ts';
import type {TreeGroup, TreeItem} from '../../ui/state-tree.tsx';
import {meaningOfStatus} from './order-meaning.ts';

const work = ['new', 'paid', 'released', 'held'] as const satisfies readonly OrderStatus[];
const closed = ['shipped', 'returned', 'cancelled'] as const satisfies readonly OrderStatus[];

/** What the tree offers besides storefronts, in its order; the first nine have a digit as their key. */
export const treeChoices = ['open', 'late', ...work, ...closed, 'all'] as const;

const unknown: Partial<ListCounts> = {};

/** The state tree with its counts; storefronts only where there is more than one. */
export function useOrderTree(counts: ListCounts | undefined, storefronts: readonly Storefront[]): readonly TreeGroup[] {
  const {t} = useTranslation('orders');
  const {groups: groupCounts, tallies} = counts ?? unknown;
  return useMemo(() => {
    const byStatus = groupCounts?.['status'] ?? {};
    const count = (statuses: readonly OrderStatus[]): number | undefined =>
      groupCounts && statuses.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0);
    const statusItem = (status: OrderStatus): TreeItem => {
      return {id: status, label: t(`status.${status}`), count: count([status]), meaning: meaningOfStatus[status]};
    };
    const groups: TreeGroup[] = [
      {
        id: 'work',
        label: t('tree.work'),
        items: [
          {id: 'open', label: t('tree.open'), count: count(work)},
          {id: 'late', label: t('tree.late'), count: tallies?.['late'], meaning: 'stop'},
          ...work.map(statusItem),
        ],
      },
      {
        id: 'closed',
        label: t('tree.done'),
        items: [...closed.map(statusItem), {id: 'all', label: t('tree.all'), count: count([...work, ...closed])}],
      },
    ];
    if (storefronts.length < 2) return groups;
    const byStorefront = groupCounts?.['storefrontId'] ?? {};
    const items = storefronts
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(({id, name}) => {
        return {id: `storefront:${id}`, label: name, count: groupCounts && (byStorefront[id] ?? 0)};
      });
    return [...groups, {id: 'storefronts', label: t('tree.storefronts'), items}];
  }, [groupCounts, tallies, storefronts, t]);
}
