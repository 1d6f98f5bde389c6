import {IdIndex} from '#core/data/id-index.ts';
import {must} from '#core/lib/assert.ts';
import {type PageHead, rowsPerPage} from '#core/sync/page.ts';

/** Which page holds an id. Positions are `page * 256 + index`; pages come in order. */
export class PackedIds {
  pages = 0;
  readonly #ids: string[] = [];
  readonly #split: string[][] = [];
  readonly #index = new IdIndex((position) => {
    return must(this.#split[Math.floor(position / rowsPerPage)]?.[position % rowsPerPage], 'an id that was added');
  });
  #indexed = 0;

  add({page, ids}: PageHead): void {
    if (page !== this.pages) return;
    this.#ids.push(...ids);
    this.pages += ids.length;
  }

  /** Every id, page by page. */
  all(): readonly string[] {
    this.#splitAll();
    return this.#split.flat();
  }

  find(id: string): number | undefined {
    this.#splitAll();
    return this.#index.find(id);
  }

  #splitAll(): void {
    for (; this.#indexed < this.pages; this.#indexed += 1) {
      const page = this.#indexed;
      const ids = must(this.#ids[page], 'the ids of every page').split('\n');
      this.#split.push(ids);
      for (const [at, one] of ids.entries()) this.#index.add(one, page * rowsPerPage + at);
    }
  }
}
