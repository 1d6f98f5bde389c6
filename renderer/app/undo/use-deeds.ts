import {useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import type {Outcome} from '#core/sync/replica.ts';
import {useData} from '../data/use-data.ts';
import {useNotices} from '../frame/notices.ts';
import {faultWords} from '../words/fault-words.ts';
import type {WordKey} from '../words/resources.ts';
import {moved, remember, take} from './undo-store.ts';

export interface Deeds {
  /** Says what was done and offers the way back; where all of it was refused, says why. */
  did(word: WordKey, outcomes: readonly Outcome[]): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

export function useDeeds(): Deeds {
  const data = useData();
  const {i18n} = useTranslation();
  const say = useNotices((notices) => notices.say);
  return useMemo(() => {
    const sayFault = (fault: Fault): void => say(faultWords(i18n, fault));
    const leftAsIs = (outcomes: readonly Outcome[]): readonly string[] => {
      const count = outcomes.filter(({ok}) => !ok).length;
      return count > 0 ? [i18n.t('app:leftAsIs', {count})] : [];
    };
    const back = async (from: 'done' | 'undone'): Promise<void> => {
      const deed = take(from);
      if (!deed) return;
      const outcomes = await data.mutateAll(deed.undo);
      const next = moved(from === 'done' ? 'undone' : 'done', deed, outcomes);
      const refused = firstFault(outcomes);
      if (!next && refused) sayFault(refused);
      else if (next && from === 'done') say(i18n.t('app:undone', {deed: i18n.t(deed.word, {count: next.undo.length})}));
      else if (next) say(i18n.t(deed.word, {count: next.undo.length}), () => void back('done'));
    };
    return {
      did: (word, outcomes) => {
        const deed = remember(word, outcomes);
        const refused = firstFault(outcomes);
        if (deed)
          say([i18n.t(word, {count: deed.undo.length}), ...leftAsIs(outcomes)].join(' · '), () => void back('done'));
        else if (refused) sayFault(refused);
      },
      undo: () => back('done'),
      redo: () => back('undone'),
    };
  }, [data, say, i18n]);
}

function firstFault(outcomes: readonly Outcome[]): Fault | undefined {
  const refused = outcomes.find((outcome) => !outcome.ok);
  return refused && !refused.ok ? refused.fault : undefined;
}
