import {rowsPerPage} from '../sync/page.ts';
import type {ColumnSet} from './column-set.ts';
import {fold} from './fold.ts';
import {type Needle, needleOf} from './gram-filter.ts';
import type {TextSegment} from './text-segment.ts';

const wordsMax = 8;

/**
 * Searches the texts of a set. What it found last is kept: who types on asks for words that hold the last ones, and only
 * where those were found need they be looked for.
 */
export class Finder {
  readonly #set: ColumnSet;
  #words: readonly string[] = [];
  #version = -1;
  #found = new Uint8Array(0);
  /** Segments in which anything was found. */
  #segments: readonly number[] = [];

  constructor(set: ColumnSet) {
    this.#set = set;
  }

  /** 1 for every position whose row holds every word of the text; words beyond the eighth are not looked at. Good until the
   * next search. */
  find(text: string): Uint8Array {
    const {size, version} = this.#set;
    // Half a letter stands in no text, and must not pass for a part of the whole one.
    const whole = fold(text).replace(/\p{Surrogate}/gu, '\ufffd');
    const words = whole.split(/\s+/).filter(Boolean).slice(0, wordsMax);
    if (words.length === 0) return this.#set.live;
    if (version === this.#version && sameWords(words, this.#words)) return this.#found;

    const narrows = version === this.#version && this.#words.every((old) => words.some((word) => word.includes(old)));
    const asked = narrows ? words.filter((word) => !this.#words.includes(word)) : words;
    // The longest first: it stands in the fewest rows.
    const needles = asked.toSorted((a, b) => b.length - a.length).map(needleOf);
    // Until it is done, what was found is neither the last search's nor this one's.
    this.#version = -1;
    if (!narrows) this.#forget(size);
    this.#segments = this.#segments.filter((segment) => this.#findIn(segment, needles, narrows));
    this.#words = words;
    this.#version = version;
    return this.#found;
  }

  #forget(size: number): void {
    if (this.#found.length < size) this.#found = new Uint8Array(size);
    else this.#found.fill(0);
    this.#segments = Array.from({length: size / rowsPerPage}, (_, segment) => segment);
  }

  /** Leaves of the segment's rows those that hold every word; false where none does. The first word of a new search marks
   * its rows, every other one takes away. */
  #findIn(segment: number, needles: readonly Needle[], narrows: boolean): boolean {
    const base = segment * rowsPerPage;
    const texts = this.#set.segment(segment);
    const mark = (needle: Needle): boolean => this.#mark(texts, base, needle);
    const keep = (needle: Needle): boolean => this.#keep(texts, base, needle);
    const [first, ...others] = needles;
    return (narrows || !first || mark(first)) && (narrows ? needles : others).every(keep);
  }

  /** Marks the rows that hold the word; false where none does. */
  #mark(texts: TextSegment, base: number, needle: Needle): boolean {
    const found = this.#found;
    let count = 0;
    texts.find(needle, this.#set.view.search, (slot) => {
      // The texts of a row that was removed are still here.
      if (!this.#set.live[base + slot]) return false;
      count += 1 - (found[base + slot] ?? 0);
      found[base + slot] = 1;
      return count === rowsPerPage;
    });
    return count > 0;
  }

  /** Keeps of the marked rows those that hold the word too; false where none does. */
  #keep(texts: TextSegment, base: number, needle: Needle): boolean {
    const found = this.#found;
    let missing = 0;
    for (let slot = 0; slot < rowsPerPage; slot += 1) missing += found[base + slot] ?? 0;
    const marked = missing;
    // A row that is marked and holds the word is 3 until the others are taken away.
    texts.find(needle, this.#set.view.search, (slot) => {
      if (found[base + slot] === 1) {
        found[base + slot] = 3;
        missing -= 1;
      }
      return missing === 0;
    });
    for (let slot = 0; slot < rowsPerPage; slot += 1) found[base + slot] = (found[base + slot] ?? 0) >> 1;
    return missing < marked;
  }
}

function sameWords(words: readonly string[], others: readonly string[]): boolean {
  return words.length === others.length && words.every((word, at) => word === others[at]);
}
