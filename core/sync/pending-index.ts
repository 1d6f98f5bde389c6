import {must} from '../lib/assert.ts';
import type {LogPlace} from './group.ts';
import type {JustAppended} from './just-appended.ts';
import type {RowPatch} from './row-patch.ts';
import {SortedNumbers} from './sorted-numbers.ts';
import {eachPendingBehind, tableOf} from './pending.ts';
import type {ReadTx} from './store.ts';
import {type Touched, touchedBy} from './touched.ts';

/**
 * Which rows every waiting mutation has touched, kept in memory from group to group, so that a group costs what it meets and not
 * what waits. It is true of one place in the log: whoever changes what is kept of waiting mutations moves the place in the same
 * transaction, but for those who append, and they are read. So another window, another process and a transaction that came to
 * nothing are all found out.
 */
export class PendingIndex {
  #place: LogPlace | undefined;
  #last = 0;
  readonly #all = new Map<number, Touched>();
  /** By rows and by walked tables: who has looked there or written there. */
  readonly #touching = new Map<string, SortedNumbers>();
  /** By rows, and by the tables of those rows. */
  readonly #writing = new Map<string, SortedNumbers>();
  readonly #appended: JustAppended | undefined;

  /** `appended` knows some of what this process has appended itself. */
  constructor(appended?: JustAppended) {
    this.#appended = appended;
  }

  /** Brings it up to what the store has: all that waits where it is of another place, else what was appended since. */
  async catchUp(tx: ReadTx, place: LogPlace, decidedN: number): Promise<void> {
    if (!isSamePlace(this.#place, place)) {
      for (const map of [this.#all, this.#touching, this.#writing]) map.clear();
      this.#place = place;
      this.#last = decidedN;
    } else {
      // At this place nobody has run again what was appended since.
      for (const {touched} of this.#appended?.behind(this.#last, Number.MAX_SAFE_INTEGER) ?? []) {
        this.#put(touched);
        this.#last = touched.n;
      }
    }
    await eachPendingBehind(tx, this.#last, (rows) => {
      for (const row of rows) this.#put(touchedBy(row));
      this.#last = rows.at(-1)?.n ?? this.#last;
    });
  }

  /** A transaction was kept that moved the place, decided what waits up to a number, and left others behind that ran again. */
  moved(place: LogPlace, decidedN: number, again: readonly Touched[]): void {
    for (const one of again) {
      this.#drop(one.n);
      this.#put(one);
    }
    for (const n of this.#all.keys()) {
      if (n > decidedN) break;
      this.#drop(n);
      this.#all.delete(n);
    }
    this.#place = place;
    this.#last = Math.max(this.#last, decidedN);
  }

  /** All that waits behind a number. */
  behind(n: number): readonly number[] {
    return [...this.#all.keys()].filter((one) => one > n);
  }

  hashAt(n: number): string | undefined {
    return this.#all.get(n)?.hash;
  }

  /** Rows that something up to a number has written. */
  writtenUpTo(n: number): ReadonlySet<string> {
    const names = new Set<string>();
    for (const one of this.#all.values()) {
      if (one.n > n) break;
      for (const name of one.writes) names.add(name);
    }
    return names;
  }

  /** The first behind a number that has written a row. */
  firstWriter(name: string, behind: number): number | undefined {
    return this.#writing.get(name)?.firstBehind(behind);
  }

  /**
   * What a row has become here below all that is decided, where that is the work of a single mutation up to a number and nobody has written
   * the row since: so it stands in the store. Undefined where it is not known so well.
   */
  onlyPatch(name: string, upTo: number): RowPatch | undefined {
    const numbers = this.#writing.get(name);
    const n = numbers?.firstBehind(0);
    if (n === undefined || n > upTo || numbers?.firstBehind(n) !== undefined) return undefined;
    return this.#at(n).became.get(name);
  }

  /** What waits behind a number and could come out otherwise for a change of these rows, or for one of what such a one writes. */
  closure(changed: Iterable<string>, from: Iterable<number>, behind: number): ReadonlySet<number> {
    const met = new Set<number>();
    const seen = new Set(changed);
    const tables = new Set<string>();
    const meet = (numbers: Iterable<number>): void => {
      for (const n of numbers) {
        if (n <= behind || met.has(n)) continue;
        met.add(n);
        for (const written of this.#at(n).writes) seen.add(written);
      }
    };
    meet(from);
    // A set takes what is added to it while it is walked.
    for (const name of seen) {
      meet(this.#touching.get(name)?.all ?? []);
      const table = tableOf(name);
      if (!tables.has(table)) meet(this.#touching.get(table)?.all ?? []);
      tables.add(table);
    }
    return met;
  }

  /** Those behind it that a mutation is bound to as it came out now: one has looked at or written what the other has written. */
  boundBehind({n, reads, writes}: Touched): readonly number[] {
    const touching = writes.flatMap((name) => this.#whoTouches(name));
    const writing = reads.flatMap((name) => this.#writing.get(name)?.all ?? []);
    return [...touching, ...writing].filter((one) => one > n);
  }

  #whoTouches(name: string): readonly number[] {
    const [row, walks] = [this.#touching.get(name)?.all ?? [], this.#touching.get(tableOf(name))?.all ?? []];
    return walks.length === 0 ? row : [...row, ...walks];
  }

  #at(n: number): Touched {
    return must(this.#all.get(n), 'a mutation that waits');
  }

  #put(one: Touched): void {
    this.#all.set(one.n, one);
    for (const name of touchedNames(one)) add(this.#touching, name, one.n);
    for (const name of writtenNames(one)) add(this.#writing, name, one.n);
  }

  #drop(n: number): void {
    const one = this.#at(n);
    for (const name of touchedNames(one)) remove(this.#touching, name, n);
    for (const name of writtenNames(one)) remove(this.#writing, name, n);
  }
}

function touchedNames({reads, writes}: Touched): ReadonlySet<string> {
  return new Set([...reads, ...writes]);
}

function writtenNames({writes}: Touched): ReadonlySet<string> {
  return new Set([...writes, ...writes.map(tableOf)]);
}

function add(map: Map<string, SortedNumbers>, name: string, n: number): void {
  const numbers = map.get(name) ?? new SortedNumbers();
  numbers.add(n);
  map.set(name, numbers);
}

function remove(map: Map<string, SortedNumbers>, name: string, n: number): void {
  const numbers = map.get(name);
  numbers?.delete(n);
  if (numbers?.isEmpty) map.delete(name);
}

function isSamePlace(one: LogPlace | undefined, {epoch, seq, hash}: LogPlace): boolean {
  return one?.epoch === epoch && one.seq === seq && one.hash === hash;
}
