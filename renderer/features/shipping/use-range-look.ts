import {useEffect, useState} from 'react';
import type {Result} from '#core/lib/result.ts';
import type {EnteredRange, RangeLook} from '#core/shipping/ranges/messages.ts';
import {useData} from '../../app/data/use-data.ts';

/** How the numbers of a range would look, or why there can be no such range; undefined while there is none to ask about. */
export function useRangeLook(range: EnteredRange | undefined): Result<RangeLook> | undefined {
  const data = useData();
  const written = range && JSON.stringify(range);
  const [look, setLook] = useState<{readonly of: string; readonly told: Result<RangeLook>} | undefined>(undefined);
  useEffect(() => {
    if (written === undefined) return undefined;
    let wanted = true;
    void data.call('numbers.preview', {range: JSON.parse(written) as EnteredRange}).then((told) => {
      if (wanted) setLook({of: written, told});
    });
    return () => {
      wanted = false;
    };
  }, [data, written]);
  return look && look.of === written ? look.told : undefined;
}
