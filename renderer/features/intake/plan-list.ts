import type {PlanItem} from '#core/intake/messages.ts';
import type {Result} from '#core/lib/result.ts';
import type {GridSource} from '../../ui/grid/grid-types.ts';

export type LoadPage = (
  from: number,
  count: number,
) => Promise<Result<{readonly total: number; readonly items: readonly PlanItem[]}>>;

/** What the worker gives at once. */
export const pageRows = 100;
/** Pages kept at hand. */
const pagesMax = 20;

/** The rows of one tab of the preview, fetched page by page as the grid comes to them. */
export class PlanList implements GridSource<PlanItem> {
  version = 0;
  total: number;
  readonly #load: LoadPage;
  readonly #pages = new Map<number, readonly PlanItem[]>();
  readonly #asked = new Set<number>();
  readonly #listeners = new Set<() => void>();

  /** `total` is what is known already, so that the grid need not jump. */
  constructor(total: number, load: LoadPage) {
    this.total = total;
    this.#load = load;
  }

  rowAt(index: number): PlanItem | undefined {
    return this.#pages.get(Math.floor(index / pageRows))?.[index % pageRows];
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly look = (from: number, to: number): void => {
    const last = Math.floor(Math.max(from, to - 1) / pageRows);
    for (let page = Math.floor(from / pageRows); page <= last; page += 1) {
      if (!this.#pages.has(page) && !this.#asked.has(page)) void this.#fetch(page);
    }
  };

  /** Asks again for what is shown: something was decided. The rows stay until the next are here. */
  renew(): void {
    for (const page of this.#pages.keys()) void this.#fetch(page);
  }

  async #fetch(page: number): Promise<void> {
    this.#asked.add(page);
    const answer = await this.#load(page * pageRows, pageRows);
    this.#asked.delete(page);
    if (!answer.ok) return;
    this.total = answer.value.total;
    this.#pages.delete(page);
    this.#pages.set(page, answer.value.items);
    const oldest = this.#pages.keys().next().value;
    if (this.#pages.size > pagesMax && oldest !== undefined) this.#pages.delete(oldest);
    this.version += 1;
    for (const changed of this.#listeners) changed();
  }
}

export function idOfItem(item: PlanItem): string {
  return `${item.file} ${item.orderId ?? ''} ${item.rows[0] ?? 0}`;
}
