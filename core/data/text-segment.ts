import {must} from '../lib/assert.ts';
import {type FoldedText, foldedText} from './folded-text.ts';
import {type Needle, mayHold} from './gram-filter.ts';
import type {LineCache} from './line-cache.ts';

/** A column of texts: as bytes while nobody has written one of them, the joined ids as they came, or one by one. */
type Texts = Uint8Array<ArrayBuffer> | string | string[];

/** One column as search reads it. `ends` says where each row ends; it is counted at the first find. */
interface Searchable extends FoldedText {
  ends: Uint32Array | undefined;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

/**
 * The texts of up to 256 neighbouring rows. They rest as UTF-8, outside the heap that the collector walks, until somebody
 * looks at one. Those of a page may come later than the page (`fill`); what is written before they come stays written.
 */
export class TextSegment {
  readonly #texts: Map<string, Texts>;
  readonly #lines: LineCache;
  readonly #early: {readonly column: string; readonly slot: number; readonly text: string}[] = [];
  readonly #searchable = new Map<string, Searchable>();
  #ready: boolean;

  constructor(texts: Iterable<readonly [string, string | string[]]>, lines: LineCache, ready = true) {
    this.#texts = new Map(texts);
    this.#lines = lines;
    this.#ready = ready;
  }

  /** Whether every text is here; before that, only ids are. */
  get ready(): boolean {
    return this.#ready;
  }

  fill(texts: Iterable<readonly [string, string]>): void {
    if (this.#ready) return;
    for (const [column, text] of texts) this.#texts.set(column, encoder.encode(text));
    this.#ready = true;
    for (const {column, slot, text} of this.#early) this.set(column, slot, text);
    this.#early.length = 0;
  }

  /** Every text of a column. */
  lines(column: string): readonly string[] {
    const texts = this.#column(column);
    return Array.isArray(texts) ? texts : this.#joined(texts).split('\n');
  }

  at(column: string, slot: number): string {
    const texts = this.#column(column);
    if (texts instanceof Uint8Array) return this.#lines.line(texts, slot);
    if (Array.isArray(texts)) return texts[slot] ?? '';
    const lines = texts.split('\n');
    this.#texts.set(column, lines);
    return lines[slot] ?? '';
  }

  set(column: string, slot: number, text: string): void {
    if (!this.#ready) {
      this.#early.push({column, slot, text});
      return;
    }
    const texts = this.#column(column);
    const lines = Array.isArray(texts) ? texts : this.#joined(texts).split('\n');
    lines[slot] = text;
    this.#texts.set(column, lines);
    this.#searchable.delete(column);
  }

  /**
   * Calls `found` with the slots in whose searched columns the folded word stands, in no order, some more than once; looks no
   * further when it answers that this is enough.
   */
  find(needle: Needle, columns: readonly string[], found: (slot: number) => boolean): void {
    const {word} = needle;
    for (const column of columns) {
      const searchable = this.#searchableOf(column);
      if (!mayHold(searchable.filter, needle)) continue;

      let at = searchable.text.indexOf(word);
      if (at < 0) continue;

      const ends = (searchable.ends ??= endsOf(searchable.text));
      for (let slot = 0; at >= 0; at = searchable.text.indexOf(word, must(ends[slot], 'the end of this row'))) {
        while (must(ends[slot], 'a row that ends behind the find') <= at) slot += 1;
        if (found(slot)) return;
      }
    }
  }

  /** A column folded as a whole: one string a column, so that those in plain letters take one byte a letter. */
  #searchableOf(column: string): Searchable {
    const known = this.#searchable.get(column);
    if (known) return known;

    const texts = this.#column(column);
    const bytes = texts instanceof Uint8Array ? texts : encoder.encode(this.#joined(texts));
    const made = {...foldedText(bytes), ends: undefined};
    this.#searchable.set(column, made);
    return made;
  }

  #joined(texts: Texts): string {
    if (typeof texts === 'string') return texts;
    return Array.isArray(texts) ? texts.join('\n') : decoder.decode(texts);
  }

  #column(column: string): Texts {
    return must(this.#texts.get(column), `a text column named ${column}`);
  }
}

/** Behind the last character of each row, where its line break stands. */
function endsOf(text: string): Uint32Array {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  ends.push(text.length);
  return Uint32Array.from(ends);
}
