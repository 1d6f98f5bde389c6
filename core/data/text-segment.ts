import {must} from '../lib/assert.ts';
import {fold} from './fold.ts';

/**
 * The texts of up to 256 neighbouring rows. They stay joined, as a page brings them, until somebody looks at one. Those of a
 * page may come later than the page (`fill`); what is written before they come stays written.
 */
export class TextSegment {
  readonly #texts: Map<string, string | string[]>;
  readonly #early: {readonly column: string; readonly slot: number; readonly text: string}[] = [];
  #ready: boolean;
  #searchable: {readonly text: string; readonly ends: Uint32Array} | undefined;

  constructor(texts: Iterable<readonly [string, string | string[]]>, ready = true) {
    this.#texts = new Map(texts);
    this.#ready = ready;
  }

  /** Whether every text is here; before that, only ids are. */
  get ready(): boolean {
    return this.#ready;
  }

  fill(texts: Iterable<readonly [string, string | string[]]>): void {
    if (this.#ready) return;
    for (const [column, text] of texts) this.#texts.set(column, text);
    this.#ready = true;
    for (const {column, slot, text} of this.#early) this.set(column, slot, text);
    this.#early.length = 0;
  }

  at(column: string, slot: number): string {
    return this.#split(column)[slot] ?? '';
  }

  set(column: string, slot: number, text: string): void {
    if (!this.#ready) {
      this.#early.push({column, slot, text});
      return;
    }
    this.#split(column)[slot] = text;
    this.#searchable = undefined;
  }

  /** Calls `found` with every slot in whose searched columns the folded word stands. */
  find(word: string, columns: readonly string[], found: (slot: number) => void): void {
    const {text, ends} = (this.#searchable ??= this.#join(columns));
    let slot = 0;
    for (let at = text.indexOf(word); at >= 0;) {
      while (must(ends[slot], 'a row that ends behind the find') <= at) slot += 1;
      found(slot);
      at = text.indexOf(word, must(ends[slot], 'the end of this row'));
    }
  }

  /** One row behind the other, its columns parted by a character that no folded text holds. */
  #join(columns: readonly string[]): {readonly text: string; readonly ends: Uint32Array} {
    // Split here and thrown away: a million kept slices of rows that nobody looks at would be most of the memory.
    const parts = columns.map((column) => linesOf(must(this.#texts.get(column), `a text column named ${column}`)));
    const rows = Math.max(0, ...parts.map((texts) => texts.length));
    const ends = new Uint32Array(rows);
    let text = '';
    for (let slot = 0; slot < rows; slot += 1) {
      text += fold(parts.map((texts) => texts[slot] ?? '').join('\n')) + '\n';
      ends[slot] = text.length;
    }
    return {text, ends};
  }

  #split(column: string): string[] {
    const texts = must(this.#texts.get(column), `a text column named ${column}`);
    if (typeof texts !== 'string') return texts;
    const split = linesOf(texts);
    this.#texts.set(column, split);
    return split;
  }
}

function linesOf(texts: string | string[]): string[] {
  return typeof texts === 'string' ? texts.split('\n') : texts;
}
