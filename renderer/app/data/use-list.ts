import {useEffect, useMemo, useSyncExternalStore} from 'react';
import type {AnyView} from '#core/lib/view.ts';
import {type ListAsked, RemoteList} from './remote-list.ts';
import {useData} from './use-data.ts';

/**
 * A list of the data worker, kept live; redraws its component when its total or its counts change, and leaves rows to the
 * grid. Keep `asked` while it is the same.
 */
export function useList<V extends AnyView>(view: V, asked: ListAsked): RemoteList<V> {
  const data = useData();
  // The first question only: later ones are put to the same list, so that its rows stay on screen until the next are here.
  const list = useMemo(() => new RemoteList(data, view, asked), [data, view]); // oxlint-disable-line react/exhaustive-deps
  useEffect(() => list.ask(asked), [list, asked]);
  useSyncExternalStore(list.subscribeAround, () => list.counts);
  useSyncExternalStore(list.subscribeAround, () => list.arrived);
  return list;
}
