/** Locks among the windows of a profile. Hosts without them have one window. */
export interface DeskLocks {
  /** Runs the body alone; others of the same name wait. */
  alone<T>(name: string, body: () => Promise<T>): Promise<T>;
  /** Holds the lock if nobody does; answers how to let go of it. */
  tryHold(name: string): Promise<(() => void) | undefined>;
  /** Holds the lock once whoever has it lets go; `held` is then called. Answers how to give it up. */
  holdLater(name: string, held: () => void): () => void;
  /** How many wait for the lock. */
  waiting(name: string): Promise<number>;
}

export function deskLocks(): DeskLocks {
  const locks = (globalThis as {readonly navigator?: {readonly locks?: LockManager}}).navigator?.locks;
  return locks ? webLocks(locks) : oneWindow;
}

function webLocks(locks: LockManager): DeskLocks {
  return {
    alone: (name, body) => locks.request(name, body),
    tryHold: (name) =>
      new Promise((resolve, reject) => {
        const holding = (lock: Lock | null): Promise<void> | undefined => {
          if (lock) return new Promise((letGo) => resolve(letGo));
          resolve(undefined);
          return undefined;
        };
        locks.request(name, {ifAvailable: true}, holding).catch(reject);
      }),
    holdLater: (name, held) => {
      const waiting = new AbortController();
      let letGo = (): void => waiting.abort();
      const holding = (): Promise<void> =>
        new Promise((resolve) => {
          letGo = resolve;
          held();
        });
      // Given up before it was held: nobody waits for that.
      locks.request(name, {signal: waiting.signal}, holding).catch(() => undefined);
      return () => letGo();
    },
    waiting: async (name) => ((await locks.query()).pending ?? []).filter((one) => one.name === name).length,
  };
}

const oneWindow: DeskLocks = {
  alone: (_name, body) => body(),
  tryHold: async () => () => undefined,
  holdLater: () => () => undefined,
  waiting: async () => 0,
};
