/** What the tap makes of a page: its data worker, for questions of our own, and how far it says it has saved. */
export interface Tap {
  ask(name: string, args: unknown): Promise<unknown>;
  /** Answers once the worker has told that everything up to that number is in the journal. */
  saved(n: number): Promise<void>;
}

declare global {
  interface Window {
    readonly tap: Tap;
    /** Tells the other side of the kill, which survives it, what a person was told is saved. */
    acknowledged(names: readonly string[]): Promise<void>;
  }
}

/**
 * Runs in the page before its own script: lets us speak to its data worker. Self-contained, for it crosses as text. Where
 * nothing is journalled, `journalled` false takes for saved what was stored.
 */
export function tapWorker(journalled: boolean): void {
  const firstNumber = 1_000_000_000;
  let worker: Worker | undefined;
  let last = firstNumber;
  let savedN = 0;
  const waiting = new Map<number, (answer: unknown) => void>();
  const saves: {readonly n: number; readonly resolve: () => void}[] = [];
  const settle = (): void => {
    for (let at = saves.length - 1; at >= 0; at -= 1) {
      if ((saves[at]?.n ?? 0) <= savedN) saves.splice(at, 1)[0]?.resolve();
    }
  };

  window.Worker = new Proxy(Worker, {
    construct(Native, [url, options]: ConstructorParameters<typeof Worker>) {
      const made = new Native(url, options);
      if (options?.name !== 'data') return made;
      worker = made;
      made.addEventListener('message', (event: MessageEvent<Record<string, unknown>>) => {
        const {call, told, what, answer, fault} = event.data;
        if (told === 'safety') {
          savedN = (what as {readonly savedN: number}).savedN;
          settle();
        }
        if (typeof call !== 'number' || call < firstNumber) return;
        event.stopImmediatePropagation();
        waiting.get(call)?.(fault ? Promise.reject(new Error(JSON.stringify(fault))) : answer);
        waiting.delete(call);
      });
      return made;
    },
  });
  Object.defineProperty(window, 'tap', {
    value: {
      ask: (name, args) =>
        new Promise((resolve, reject) => {
          if (!worker) return reject(new Error('the page has no data worker'));
          last += 1;
          waiting.set(last, resolve);
          worker.postMessage({call: last, name, args});
        }),
      saved: (n) =>
        new Promise((resolve) => {
          saves.push({n: journalled ? n : 0, resolve});
          settle();
        }),
    } satisfies Tap,
  });
}
