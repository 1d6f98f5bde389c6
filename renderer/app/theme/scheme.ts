import {useSyncExternalStore} from 'react';
import {create} from 'zustand';

/** Light, dark, or as the system has it. */
export const schemeChoices = ['system', 'light', 'dark'] as const;
export type SchemeChoice = (typeof schemeChoices)[number];

// `index.html` reads it before the first paint.
const place = 'tradewind.scheme';

interface SchemeState {
  readonly choice: SchemeChoice;
  readonly choose: (choice: SchemeChoice) => void;
}

/** What the person chose for every window of this profile; the root's `data-scheme` follows, and the tokens follow that. */
export const useScheme = create<SchemeState>((set) => ({
  choice: schemeChoices.find((each) => each === localStorage.getItem(place)) ?? 'system',
  choose: (choice) => {
    localStorage.setItem(place, choice);
    if (choice === 'system') delete document.documentElement.dataset['scheme'];
    else document.documentElement.dataset['scheme'] = choice;
    set({choice});
  },
}));

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** What is seen now. */
export function useShownScheme(): 'light' | 'dark' {
  const choice = useScheme((state) => state.choice);
  const dark = useSyncExternalStore(hearSystem, () => systemIsDark.matches);
  if (choice !== 'system') return choice;
  return dark ? 'dark' : 'light';
}

function hearSystem(changed: () => void): () => void {
  systemIsDark.addEventListener('change', changed);
  return () => systemIsDark.removeEventListener('change', changed);
}
