import {useEffect} from 'react';
import type {LabelNow} from '#core/shipping/bought/queries.ts';
import type {SessionLabel} from '../../app/labels/label-session.ts';
import {useData} from '../../app/data/use-data.ts';

/** A file that another desk has taken in was brought here too: its labels are kept here as well, and can be printed. */
export function useBytesBack(labels: readonly SessionLabel[], kept: readonly LabelNow[] | undefined): void {
  const data = useData();
  useEffect(() => {
    const known = new Set<string>((kept ?? []).map(({label}) => label.id));
    const again = labels.filter(({key}) => known.has(key));
    if (again.length === 0) return;
    void data.call('bought.held', {labelIds: again.map(({key}) => key)}).then((held) => {
      if (!held.ok) return;
      const here = new Set(held.value);
      const missing = again.filter(({key}) => !here.has(key));
      if (missing.length === 0) return;
      void data.call('bought.keep', {labels: missing.map(({key: labelId, bytes}) => ({labelId, bytes}))});
    });
  }, [data, labels, kept]);
}
