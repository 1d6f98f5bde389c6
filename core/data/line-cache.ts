const newline = 10;
const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
/** Lines that are cut out alone before all lines of the texts are split: rows found far apart ask for one or two. */
const aloneMax = 6;

/** Lines of joined texts. What is read in a row is split once and kept while it is among the last; the oldest goes. */
export class LineCache {
  readonly #lines = new Map<Uint8Array, readonly string[]>();
  readonly #asked = new Map<Uint8Array, number>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  /** One line; empty where there is none. */
  line(texts: Uint8Array, slot: number): string {
    const known = this.#lines.get(texts);
    if (known) return known[slot] ?? '';

    const asked = (this.#asked.get(texts) ?? 0) + 1;
    if (asked > aloneMax) {
      this.#asked.delete(texts);
      return this.#split(texts)[slot] ?? '';
    }
    if (this.#asked.size >= this.#max) this.#asked.clear();
    this.#asked.set(texts, asked);
    return lineAlone(texts, slot);
  }

  #split(texts: Uint8Array): readonly string[] {
    const lines = decoder.decode(texts).split('\n');
    this.#lines.set(texts, lines);
    for (const oldest of this.#lines.keys()) {
      if (this.#lines.size <= this.#max) break;
      this.#lines.delete(oldest);
    }
    return lines;
  }
}

function lineAlone(texts: Uint8Array, slot: number): string {
  let start = 0;
  for (let line = 0; line < slot; line += 1) {
    const end = texts.indexOf(newline, start);
    if (end < 0) return '';
    start = end + 1;
  }
  const end = texts.indexOf(newline, start);
  return decoder.decode(texts.subarray(start, end < 0 ? texts.length : end));
}
