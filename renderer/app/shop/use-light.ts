import {useShallow} from 'zustand/react/shallow';
import {useStoring} from '../data/storing-store.ts';
import {useStorageNews} from '../storage/storage-stores.ts';
import {useSync} from '../sync/sync-store.ts';
import {type Light, lightOf} from './shop-light.ts';

/** What may be said of what was done in this window, at this moment; drawn again only where that is something else. */
export function useLight(): Light {
  const space = useStorageNews((news) => news.space);
  const sync = useSync((news) => news.sync);
  return useStoring(useShallow((storing) => lightOf(storing, space, sync)));
}
