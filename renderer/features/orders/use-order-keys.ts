import type {RefObject} from 'react';
import type {GridHandle} from '../../ui/grid/grid-types.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {Action} from '../../app/keys/actions.ts';
import type {OrderAct} from './order-acts.ts';
import {type TreeChoice, choose} from './orders-view.ts';

interface OrderKeys {
  readonly grid: RefObject<GridHandle | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly choices: readonly TreeChoice[];
  readonly act: (act: Exclude<OrderAct, object>) => void;
  readonly askHold: () => void;
  readonly hasTargets: boolean;
}

const onPage = {section: 'app:section.page'} as const;
const inList = {section: 'app:section.list', inPalette: false} as const;
const tabsMax = 9;

/** Everything the keyboard can do on the orders page. */
export function useOrderKeys({grid, search, choices, act, askHold, hasTargets}: OrderKeys): void {
  const when = (): boolean => hasTargets;
  const acts: readonly Action[] = [
    {id: 'orders.release', word: 'orders:act.release', keys: 'b', when, run: () => act('release'), ...onPage},
    {id: 'orders.recall', word: 'orders:act.recall', keys: 'Shift+B', when, run: () => act('recall'), ...onPage},
    {id: 'orders.hold', word: 'orders:act.hold', keys: 'h', when, run: askHold, ...onPage},
    {id: 'orders.resume', word: 'orders:act.resume', keys: 'Shift+H', when, run: () => act('resume'), ...onPage},
    {id: 'orders.search', word: 'orders:act.search', keys: '/', run: () => search.current?.select(), ...onPage},
  ];
  const moves: readonly Action[] = [
    {id: 'list.down', word: 'orders:act.down', keys: 'j', run: () => grid.current?.moveCursor(1), ...inList},
    {id: 'list.up', word: 'orders:act.up', keys: 'k', run: () => grid.current?.moveCursor(-1), ...inList},
    {
      id: 'list.extendDown',
      word: 'orders:act.extendDown',
      keys: 'Shift+J',
      run: () => grid.current?.extend(1),
      ...inList,
    },
    {id: 'list.extendUp', word: 'orders:act.extendUp', keys: 'Shift+K', run: () => grid.current?.extend(-1), ...inList},
    {id: 'list.tick', word: 'orders:act.tick', keys: 'x', run: () => grid.current?.toggle(), ...inList},
  ];
  const views: readonly Action[] = choices.slice(0, tabsMax).map((choice, at) => ({
    id: `orders.view.${choice}`,
    word: viewWord(choice),
    keys: String(at + 1),
    run: () => choose(choice),
    ...onPage,
  }));
  useKeys('page', [...acts, ...moves, ...views]);
}

function viewWord(choice: TreeChoice): Action['word'] {
  if (choice === 'all' || choice === 'open' || choice === 'late') return `orders:tree.${choice}`;
  return `orders:status.${choice}` as Action['word'];
}
