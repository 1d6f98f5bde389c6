/** What was split last, kept for the rows on screen; the oldest goes when it is full. */
export class LineCache {
  readonly #lines = new Map<object, readonly string[]>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  of(texts: object, split: () => readonly string[]): readonly string[] {
    const known = this.#lines.get(texts);
    if (known) return known;

    const lines = split();
    this.#lines.set(texts, lines);
    for (const oldest of this.#lines.keys()) {
      if (this.#lines.size <= this.#max) break;
      this.#lines.delete(oldest);
    }
    return lines;
  }
}
