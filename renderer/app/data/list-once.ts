import type {ListRow} from '#core/data/list-view.ts';
import type {AnyView, ViewQuery, ViewRow} from '#core/lib/view.ts';
import type {DataClient} from './data-client.ts';

/** The first rows of a list at this moment, for acts that begin with what is stored. */
export function listOnce<V extends AnyView>(
  data: DataClient,
  view: V,
  {query, rowsMax}: {readonly query: ViewQuery; readonly rowsMax: number},
): Promise<readonly ViewRow<V>[]> {
  return new Promise((resolve) => {
    const question = {view: view.name, query, window: {from: 0, to: rowsMax}};
    const watch = data.watchList({kind: 'list', question}, ({rows}) => {
      watch.stop();
      resolve(rows as readonly ListRow[] as readonly ViewRow<V>[]);
    });
  });
}
