import {useEffect, useState} from 'react';
import type {ListRow} from '#core/data/list-view.ts';
import type {AnyView, ViewQuery, ViewRow} from '#core/lib/view.ts';
import {useData} from './use-data.ts';

/** The first rows of a list, kept live; undefined until they are here. For what works with all of them, and not in a grid. */
export function useRows<V extends AnyView>(
  view: V,
  {query, rowsMax}: {readonly query: ViewQuery; readonly rowsMax: number},
): readonly ViewRow<V>[] | undefined {
  const data = useData();
  const written = JSON.stringify(query);
  const [rows, setRows] = useState<readonly ViewRow<V>[] | undefined>(undefined);
  useEffect(() => {
    const question = {view: view.name, query: JSON.parse(written) as ViewQuery, window: {from: 0, to: rowsMax}};
    const watch = data.watchList({kind: 'list', question}, (told) => {
      setRows(told.rows as readonly ListRow[] as readonly ViewRow<V>[]);
    });
    return () => watch.stop();
  }, [data, view, written, rowsMax]);
  return rows;
}
