/** Long enough to cost nothing, short enough that a person who stops the work sees it stop. */
const listenEveryMs = 50;
const tellEveryMs = 100;

/** Between two pieces of work: lets messages in, waits while paused, and says when to end. */
export class ReaderPace {
  #resume: (() => void) | undefined;
  #paused: Promise<void> | undefined;
  readonly #cancelled = new Set<number>();
  #listenedAt = 0;
  #toldAt = 0;

  pause(): void {
    this.#paused ??= new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  resume(): void {
    this.#resume?.();
    this.#paused = undefined;
  }

  cancel(task: number): void {
    this.#cancelled.add(task);
    // What is cancelled while it is paused would else never end.
    this.resume();
  }

  /** False when the task shall end. `tell` is called often enough for a bar that moves, and no oftener. */
  async step(task: number, tell: () => void): Promise<boolean> {
    const now = performance.now();
    if (now - this.#toldAt > tellEveryMs) {
      this.#toldAt = now;
      tell();
    }
    if (now - this.#listenedAt > listenEveryMs) {
      // Messages come in only between tasks of the event loop; resolved promises alone would keep them out.
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.#listenedAt = performance.now();
    }
    while (this.#paused && !this.#cancelled.has(task)) await this.#paused;
    return !this.#cancelled.has(task);
  }
}
