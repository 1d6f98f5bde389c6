import {useEffect, useState} from 'react';
import {useData} from '../../app/data/use-data.ts';

/** What carriers are called that Tradewind knows; none until that is here. */
export function useCarrierNames(): readonly string[] {
  const data = useData();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let wanted = true;
    void data.call('numbers.carriers', null).then((told) => {
      if (wanted && told.ok) setNames([...told.value.names.values()].toSorted());
    });
    return () => {
      wanted = false;
    };
  }, [data]);
  return names;
}
