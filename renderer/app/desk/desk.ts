import {assert} from '#core/lib/assert.ts';
import type {StoreApi} from 'zustand';
import type {DataClient} from '../data/data-client.ts';

/** Changes that come close together are written once. */
const restMs = 250;

/**
 * What this desk keeps of its windows: read once at the start, written when a store changes. Rows are never in it.
 */
export class Desk {
  readonly #data: DataClient;
  readonly #recalled: Readonly<Record<string, unknown>>;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(data: DataClient, recalled: Readonly<Record<string, unknown>>) {
    this.#data = data;
    this.#recalled = recalled;
  }

  recalled(key: string): unknown {
    return this.#recalled[key];
  }

  remember(key: string, value: unknown): void {
    void this.#data.call('desk.remember', {key, value});
  }

  /**
   * Fills a window store with what was kept under `key`, as far as `kept` still accepts it, and keeps `part` of it from now
   * on.
   */
  keep<State extends object, Part extends Partial<State>>(
    key: string,
    store: StoreApi<State>,
    {part, accept}: {readonly part: (state: State) => Part; readonly accept: (value: unknown) => Partial<State>},
  ): void {
    assert(!this.#waiting.has(key), 'each store is kept once');
    store.setState(accept(this.#recalled[key]));
    let last = JSON.stringify(part(store.getState()));
    store.subscribe((state) => {
      const value = part(state);
      const written = JSON.stringify(value);
      if (written === last) return;
      last = written;
      clearTimeout(this.#waiting.get(key));
      this.#waiting.set(
        key,
        setTimeout(() => this.remember(key, value), restMs),
      );
    });
  }
}
