import {useCallback} from 'react';
import {useTranslation} from 'react-i18next';
import {useNotices} from '../frame/notices.ts';
import {dropDeeds} from '../undo/undo-store.ts';
import {faultWords} from '../words/fault-words.ts';
import {useData} from './use-data.ts';

/** Takes a whole import back and says what became of it. */
export function useUndoImport(): (importId: string) => Promise<void> {
  const data = useData();
  const {t, i18n} = useTranslation('intake');
  const say = useNotices((notices) => notices.say);
  return useCallback(
    async (importId) => {
      const answer = await data.call('intake.undo', {importId});
      if (!answer.ok) return say(faultWords(i18n, answer.fault));
      dropDeeds(({undo}) => undo.some(({args}) => (args as {readonly importId?: string}).importId === importId));
      const {undone, left} = answer.value;
      const parts = [t('did.undone', {count: undone}), ...(left > 0 ? [t('did.left', {count: left})] : [])];
      return say(parts.join(' · '));
    },
    [data, t, i18n, say],
  );
}
