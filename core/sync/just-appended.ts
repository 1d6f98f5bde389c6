import type {Entry} from '../journal/entry.ts';
import type {Guess} from './store.ts';
import {type Touched, touchedBy} from './touched.ts';

/** A mutation that waits, without the rows that it found. */
export interface Appended {
  readonly entry: Entry;
  readonly touched: Touched;
}

/** Far above what anybody does at once by hand; behind it the store is read again. */
const appendedMost = 20_000;
const bytesMost = 8 * 1024 * 1024;

/**
 * The mutations that this process has appended last, one behind the other, so that the outbox need not be read back: its rows are
 * large. It does not know whether another window has appended more behind them, and holds none that stand behind such.
 */
export class JustAppended {
  #all: Appended[] = [];
  #bytes = 0;

  /** Takes what one transaction has appended, once it was kept. */
  add(rows: readonly (Entry & Guess)[]): void {
    for (const row of rows) {
      const {n, hash, bytes} = row;
      this.#bytes += bytes.length;
      const follows = this.#all.at(-1)?.entry.n === n - 1;
      if (!follows || this.#all.length === appendedMost || this.#bytes > bytesMost) this.#clear(bytes.length);
      if (bytes.length <= bytesMost) this.#all.push({entry: {n, hash, bytes}, touched: touchedBy(row)});
    }
  }

  /** Those that follow a number, so many at most; none where the next is not known. */
  behind(n: number, most: number): readonly Appended[] {
    const from = n + 1 - (this.#all[0]?.entry.n ?? 0);
    return from < 0 ? [] : this.#all.slice(from, from + most);
  }

  /** Those up to a number are decided: nobody asks for them any more. */
  letGo(upTo: number): void {
    const gone = upTo + 1 - (this.#all[0]?.entry.n ?? 0);
    for (const {entry} of this.#all.splice(0, gone)) this.#bytes -= entry.bytes.length;
  }

  #clear(bytes: number): void {
    this.#all = [];
    this.#bytes = bytes;
  }
}
