import {createContext, useContext, useEffect, useState} from 'react';
import type {Sealed} from '#core/lib/sealed.ts';
import {must} from '#core/lib/assert.ts';
import type {Summary} from '#core/lib/summary.ts';
import type {Db, Query} from '#core/sync/define.ts';
import type {DataClient} from './data-client.ts';

export const DataContext = createContext<DataClient | undefined>(undefined);

export function useData(): DataClient {
  return must(useContext(DataContext), 'a page inside the data provider');
}

/** The answer of a query, kept live; undefined until the first is here. */
export function useQuery<Args, Answer>(query: Query<Args, Answer>, args: Args): Answer | undefined {
  return useRead('query', query.name, args) as Answer | undefined;
}

/** The answer of a summary, kept live; undefined until the first is here. With other arguments the last stays until the next. */
export function useSummary<Args, Beside, Answer>(
  summary: Summary<Db, Args, Beside, Answer>,
  args: Args,
): Answer | undefined {
  return useRead('summary', summary.name, args) as Answer | undefined;
}

function useRead(kind: 'query' | 'summary', name: string, args: unknown): unknown {
  const data = useData();
  const written = JSON.stringify(args);
  const [answer, setAnswer] = useState<unknown>(undefined);
  useEffect(
    () => data.watchRead({kind, name, args: JSON.parse(written) as unknown}, setAnswer),
    [data, kind, name, written],
  );
  return answer;
}

/** A sealed value opened for the screen; undefined until it is. */
export function useOpened<T>(sealed: Sealed<T> | undefined): T | undefined {
  const data = useData();
  const written = sealed && `${sealed.key} ${sealed.bytes}`;
  const [opened, setOpened] = useState<{readonly written: string; readonly value: T} | undefined>(undefined);
  useEffect(() => {
    if (written === undefined) return undefined;
    let wanted = true;
    const [key = '', bytes = ''] = written.split(' ');
    void data.call('data.open', {sealed: {key, bytes}}).then((answer) => {
      if (wanted && answer.ok) setOpened({written, value: answer.value as T});
    });
    return () => {
      wanted = false;
    };
  }, [data, written]);
  return opened && opened.written === written ? opened.value : undefined;
}
