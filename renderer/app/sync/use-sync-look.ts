import {useEffect} from 'react';
import {useData} from '../data/use-data.ts';
import {useSync} from './sync-store.ts';

/** Asks once how the shop that came on screen is with its other desks; from then on it is told. */
export function useSyncLook(): void {
  const data = useData();
  useEffect(() => {
    let wanted = true;
    void data.call('sync.look', null).then((answer) => {
      // What was told in between is newer.
      if (wanted && answer.ok) useSync.setState(({sync}) => ({sync: sync ?? answer.value}));
    });
    return () => {
      wanted = false;
    };
  }, [data]);
}
