/** Lets what concerns one path happen one after the other, in the order asked; what concerns others goes on meanwhile. */
export class PathTurns {
  readonly #last = new Map<string, Promise<unknown>>();

  async take<T>(path: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(path);
    const turn = before ? before.then(work) : work();
    const ended = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(path, ended);
    try {
      return await turn;
    } finally {
      if (this.#last.get(path) === ended) this.#last.delete(path);
    }
  }
}
