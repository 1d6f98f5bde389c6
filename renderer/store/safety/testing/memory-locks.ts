import type {DeskLocks} from '../desk-locks.ts';

/** Locks among windows of one process, as a browser has them among those of a profile: who asks first is first. */
export class MemoryLocks implements DeskLocks {
  readonly #queues = new Map<string, (() => void)[]>();

  async alone<T>(name: string, body: () => Promise<T>): Promise<T> {
    const letGo = await new Promise<() => void>((resolve) => this.#ask(name, resolve));
    return body().finally(letGo);
  }

  async tryHold(name: string): Promise<(() => void) | undefined> {
    if (this.#queues.has(name)) return undefined;
    return new Promise((resolve) => this.#ask(name, resolve));
  }

  holdLater(name: string, held: () => void): () => void {
    let letGo: (() => void) | undefined;
    const giveUp = this.#ask(name, (free) => {
      letGo = free;
      held();
    });
    return () => (letGo ?? giveUp)();
  }

  async waiting(name: string): Promise<number> {
    return this.#queues.get(name)?.length ?? 0;
  }

  /** Answers how to ask no more. */
  #ask(name: string, held: (letGo: () => void) => void): () => void {
    const queue = this.#queues.get(name);
    const begin = (): void => held(this.#once(() => this.#next(name)));
    if (queue) queue.push(begin);
    else {
      this.#queues.set(name, []);
      begin();
    }
    return () => {
      const waiting = this.#queues.get(name) ?? [];
      if (waiting.includes(begin)) waiting.splice(waiting.indexOf(begin), 1);
    };
  }

  #next(name: string): void {
    const next = this.#queues.get(name)?.shift();
    if (next) next();
    else this.#queues.delete(name);
  }

  #once(work: () => void): () => void {
    let isDone = false;
    return () => {
      if (isDone) return;
      isDone = true;
      work();
    };
  }
}
