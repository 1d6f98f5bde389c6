import {must} from '../lib/assert.ts';

const absent = -1;

/**
 * Finds the position of an id. Open addressing over whole numbers: a few bytes an id instead of a map's sixty. Hashes are
 * kept beside the slots, so that ids are compared, and the table grown, without fetching their texts.
 */
export class IdIndex {
  readonly #idAt: (position: number) => string;
  #slots = new Int32Array(1024).fill(absent);
  #hashes = new Int32Array(1024);
  #used = 0;

  /** `idAt` answers for every position that was added. */
  constructor(idAt: (position: number) => string) {
    this.#idAt = idAt;
  }

  find(id: string): number | undefined {
    const found = must(this.#slots[this.#slotOf(id, hashOf(id))], 'a slot within the table');
    return found === absent ? undefined : found;
  }

  add(id: string, position: number): void {
    if (this.#used * 2 >= this.#slots.length) this.#grow();
    const hash = hashOf(id);
    const slot = this.#slotOf(id, hash);
    if (this.#slots[slot] === absent) this.#used += 1;
    this.#slots[slot] = position;
    this.#hashes[slot] = hash;
  }

  /** The slot that holds the id, or the free one where it belongs. */
  #slotOf(id: string, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const position = must(this.#slots[slot], 'a slot within the table');
      if (position === absent || (this.#hashes[slot] === hash && this.#idAt(position) === id)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const [slots, hashes] = [this.#slots, this.#hashes];
    const length = slots.length * 2;
    this.#slots = new Int32Array(length).fill(absent);
    this.#hashes = new Int32Array(length);
    for (let old = 0; old < slots.length; old += 1) {
      if (slots[old] === absent) continue;
      let slot = (hashes[old] ?? 0) & (length - 1);
      while (this.#slots[slot] !== absent) slot = (slot + 1) & (length - 1);
      this.#slots[slot] = slots[old] ?? absent;
      this.#hashes[slot] = hashes[old] ?? 0;
    }
  }
}

/** FNV-1a over UTF-16 units: ids are already well mixed, this only folds them into 32 bits. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
