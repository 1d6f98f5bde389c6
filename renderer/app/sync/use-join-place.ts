import {useEffect, useState} from 'react';
import type {JoinPlace} from '#core/sync/messages.ts';
import {useData} from '../data/use-data.ts';

/** What stands where a joined shop would, asked again when `turn` changes; undefined until that is known. */
export function useJoinPlace(turn?: unknown): JoinPlace | undefined {
  const data = useData();
  const [place, setPlace] = useState<JoinPlace | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void data.call('sync.joinPlace', null).then((answer) => {
      if (wanted) setPlace(answer.ok ? answer.value : 'taken');
    });
    return () => {
      wanted = false;
    };
  }, [data, turn]);
  return place;
}
