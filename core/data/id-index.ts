import {must} from '../lib/assert.ts';

const absent = -1;

/** Finds the position of an id. Open addressing over whole numbers: eight bytes an id instead of a map's sixty. */
export class IdIndex {
  readonly #idAt: (position: number) => string;
  #slots = new Int32Array(1024).fill(absent);
  #used = 0;

  /** `idAt` answers for every position that was added. */
  constructor(idAt: (position: number) => string) {
    this.#idAt = idAt;
  }

  find(id: string): number | undefined {
    const found = must(this.#slots[this.#slotOf(id)], 'a slot within the table');
    return found === absent ? undefined : found;
  }

  add(id: string, position: number): void {
    if (this.#used * 2 >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(id);
    if (this.#slots[slot] === absent) this.#used += 1;
    this.#slots[slot] = position;
  }

  /** The slot that holds the id, or the free one where it belongs. */
  #slotOf(id: string): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(id) & mask;
    for (;;) {
      const position = must(this.#slots[slot], 'a slot within the table');
      if (position === absent || this.#idAt(position) === id) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2).fill(absent);
    for (const position of old) {
      if (position !== absent) this.#slots[this.#slotOf(this.#idAt(position))] = position;
    }
  }
}

/** FNV-1a over UTF-16 units: ids are already well mixed, this only folds them into 32 bits. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
