import {useCallback, useEffect, useState} from 'react';
import type {Fault} from '#core/faults.ts';
import type {StorageFacts} from '#core/storage/messages.ts';
import {useStoring} from '../../app/data/storing-store.ts';
import {useData} from '../../app/data/use-data.ts';
import {useStorageNews} from '../../app/storage/storage-stores.ts';

export interface StorageLook {
  readonly facts: StorageFacts | undefined;
  readonly fault: Fault | undefined;
  readonly look: () => void;
}

/** So long the figures of a page that is looked at may be old. */
const lookAgainMs = 30_000;

/** What lies where, looked at anew whenever something of it has changed. */
export function useStorage(): StorageLook {
  const data = useData();
  const [found, setFound] = useState<Omit<StorageLook, 'look'>>({facts: undefined, fault: undefined});
  const isBusy = useStorageNews(({work}) => work !== null);
  const spaceState = useStorageNews(({space}) => space.state);
  const secured = useStoring(({safety}) => safety?.secured);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let wanted = true;
    const ask = (): void =>
      void data.call('storage.look', null).then((answer) => {
        if (!wanted) return;
        if (answer.ok) setFound({facts: answer.value, fault: undefined});
        else setFound((before) => ({...before, fault: answer.fault}));
      });
    ask();
    const timer = setInterval(ask, lookAgainMs);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [data, isBusy, spaceState, secured, asked]);
  const look = useCallback(() => setAsked((times) => times + 1), []);
  return {...found, look};
}
