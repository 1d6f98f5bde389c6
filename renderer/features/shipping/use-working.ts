import {useState} from 'react';

export interface Working {
  readonly busy: boolean;
  readonly working: (work: () => Promise<void>) => Promise<void>;
}

/** One thing at a time; whatever the worker that makes documents does, somebody hears of it. */
export function useWorking(onFailed: () => void): Working {
  const [busy, setBusy] = useState(false);
  const working = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      await work();
    } catch {
      // It crashed or hung; it is started anew with the next.
      onFailed();
    } finally {
      setBusy(false);
    }
  };
  return {busy, working};
}
