import {useEffect, useState} from 'react';
import type {ShopKind} from '#core/journal/marker.ts';
import {useData} from '../../app/data/use-data.ts';
import type {DataClient} from '../../app/data/data-client.ts';

const keyOf = (shop: ShopKind): string => `backup.${shop}`;

/** This desk remembers when a backup was last made of a shop, and never its words. */
export async function rememberBackup(data: DataClient, shop: ShopKind, at: number): Promise<void> {
  await data.call('desk.remember', {key: keyOf(shop), value: at});
}

/** Undefined while it is asked, null for never. */
export function useLastBackup(shop: ShopKind | undefined, turn: number): number | null | undefined {
  const data = useData();
  const [at, setAt] = useState<number | null | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    if (shop !== undefined) {
      void data.call('desk.recall', null).then((answer) => {
        const value = answer.ok ? answer.value[keyOf(shop)] : undefined;
        if (wanted) setAt(typeof value === 'number' ? value : null);
      });
    }
    return () => {
      wanted = false;
    };
  }, [data, shop, turn]);
  return at;
}
