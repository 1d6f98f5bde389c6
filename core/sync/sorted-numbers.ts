const goneMost = 1_000;

/** Different numbers in their order. They mostly come at the end and go from the beginning. */
export class SortedNumbers {
  readonly #numbers: number[] = [];
  /** Those before it are gone already: taking away the first of many would move all others. */
  #from = 0;

  get all(): readonly number[] {
    this.#tidy();
    return this.#numbers;
  }

  firstBehind(n: number): number | undefined {
    return this.#numbers[this.#placeOf(n + 1)];
  }

  add(n: number): void {
    const at = this.#placeOf(n);
    if (this.#numbers[at] !== n) this.#numbers.splice(at, 0, n);
  }

  delete(n: number): void {
    const at = this.#placeOf(n);
    if (this.#numbers[at] !== n) return;
    if (at === this.#from) this.#from += 1;
    else this.#numbers.splice(at, 1);
    if (this.#from > goneMost) this.#tidy();
  }

  get isEmpty(): boolean {
    return this.#from === this.#numbers.length;
  }

  #tidy(): void {
    if (this.#from > 0) this.#numbers.splice(0, this.#from);
    this.#from = 0;
  }

  /** Where the first stands that is not smaller. */
  #placeOf(n: number): number {
    let [low, high] = [this.#from, this.#numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#numbers[middle] ?? 0) < n) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
