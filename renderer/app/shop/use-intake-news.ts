import {useEffect, useRef} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import type {IntakeState} from '#core/intake/messages.ts';
import {useUndoImport} from '../data/use-undo-import.ts';
import {useNotices} from '../frame/notices.ts';
import {remember} from '../undo/undo-store.ts';
import {keptWords} from '../words/kept-words.ts';

/** Remembers a kept import as one deed that can be undone, and says, with the way back, that an import is kept to those who are not looking at it: on its own page it says so itself. */
export function useIntakeNews(state: IntakeState): void {
  const {t} = useTranslation('intake');
  const undo = useUndoImport();
  const [location] = useLocation();
  const say = useNotices((notices) => notices.say);
  const told = useRef<string | undefined>(undefined);
  const remembered = useRef<string | undefined>(undefined);
  const keeping = useRef(false);
  const isElsewhere = !location.startsWith('/intake');
  useEffect(() => {
    const {phase, importId} = state;
    if (phase === 'keeping') keeping.current = true;
    // One that was kept before this window looked is no news.
    if (phase !== 'kept' || importId === undefined || !keeping.current || told.current === importId) return;
    if (remembered.current !== importId) {
      remembered.current = importId;
      remember(
        'intake:did.imported',
        (state.undo ?? []).map((call) => ({ok: true, n: 0, undo: call})),
      );
    }
    if (!isElsewhere) return;
    told.current = importId;
    keeping.current = false;
    say(keptWords(t, state), () => void undo(importId));
  }, [state, isElsewhere, say, t, undo]);
}
