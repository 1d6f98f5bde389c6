import {useCallback, useEffect, useState} from 'react';
import type {Fault} from '#core/faults.ts';
import type {DeskFacts} from '#core/sync/messages.ts';
import {useData} from '../../app/data/use-data.ts';
import {useSync} from '../../app/sync/sync-store.ts';

export interface DesksLook {
  /** Undefined until the master has told them. */
  readonly desks: readonly DeskFacts[] | undefined;
  readonly fault: Fault | undefined;
  readonly look: () => void;
}

/** So long the list may be old while somebody looks at it. */
const lookAgainMs = 30_000;

/** The desks of a shop as its master tells them, asked again now and then; what was told stays while there is no answer. */
export function useDesks(): DesksLook {
  const data = useData();
  const isJoined = useSync(({sync}) => sync?.state === 'joined');
  const hasTrouble = useSync(({sync}) => sync?.state === 'joined' && sync.problem !== undefined);
  const [found, setFound] = useState<Omit<DesksLook, 'look'>>({desks: undefined, fault: undefined});
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (!isJoined) return undefined;
    let wanted = true;
    const ask = (): void =>
      void data.call('sync.desks', null).then((said) => {
        const answer = said.ok ? said.value : said;
        if (!wanted) return;
        if (answer.ok) setFound({desks: answer.value, fault: undefined});
        else setFound(({desks}) => ({desks, fault: answer.fault}));
      });
    ask();
    const timer = setInterval(ask, lookAgainMs);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [data, isJoined, hasTrouble, asked]);
  const look = useCallback(() => setAsked((times) => times + 1), []);
  return {...found, look};
}
