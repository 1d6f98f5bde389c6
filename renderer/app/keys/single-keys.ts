import {create} from 'zustand';

const place = 'tradewind.singleKeys';

interface SingleKeys {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/** Whether plain letters and digits act. Switched off by people who speak to their computer (WCAG 2.1.4). */
export const useSingleKeys = create<SingleKeys>((set) => ({
  on: localStorage.getItem(place) !== 'off',
  set: (on) => {
    localStorage.setItem(place, on ? 'on' : 'off');
    set({on});
  },
}));
