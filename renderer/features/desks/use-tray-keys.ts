import type {TrayItemShown} from '#core/tray/queries.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {canDoAgain} from './tray-acts.ts';
import type {TrayItemActs} from './tray-item.tsx';

interface TrayKeys {
  /** The item that is meant. */
  readonly cursor: TrayItemShown | undefined;
  /** What was done together with it. */
  readonly group: readonly TrayItemShown[];
  readonly acts: TrayItemActs;
  readonly move: (by: 1 | -1) => void;
}

const onPage = {section: 'app:section.page'} as const;
const inList = {section: 'app:section.list', inPalette: false} as const;

/** Everything the keyboard can do with the tray. */
export function useTrayKeys({cursor, group, acts, move}: TrayKeys): void {
  const one = cursor ? [cursor] : [];
  const when = (): boolean => cursor !== undefined;
  const together = (): boolean => group.length > 1;
  const again = (): boolean => one.some(canDoAgain);
  useKeys('page', [
    {id: 'tray.down', word: 'tray:act.down', keys: 'j', when, run: () => move(1), ...inList},
    {id: 'tray.up', word: 'tray:act.up', keys: 'k', when, run: () => move(-1), ...inList},
    {id: 'tray.again', word: 'tray:act.again', keys: 'r', when: again, run: () => acts.again(one), ...onPage},
    {
      id: 'tray.edit',
      word: 'tray:act.edit',
      keys: 'e',
      when: () => cursor !== undefined && acts.edit(cursor) !== undefined,
      run: () => cursor && acts.edit(cursor)?.(),
      ...onPage,
    },
    {id: 'tray.dismiss', word: 'tray:act.dismiss', keys: 'd', when, run: () => acts.dismiss(one), ...onPage},
    {
      id: 'tray.againAll',
      word: 'tray:act.againAll',
      keys: 'Shift+R',
      when: () => together() && group.some(canDoAgain),
      run: () => acts.again(group),
      ...onPage,
    },
    {
      id: 'tray.dismissAll',
      word: 'tray:act.dismissAll',
      keys: 'Shift+D',
      when: together,
      run: () => acts.dismiss(group),
      ...onPage,
    },
  ]);
}
