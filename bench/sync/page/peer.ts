import type {Order} from '#core/orders/schema.ts';

/** A store that replicates, as a page uses it that was written with it. */
export interface Peer {
  /** Brings all orders here; answers once they can be read. */
  bring(): Promise<void>;
  /** All orders, read from the store. */
  orders(): Promise<readonly Order[]>;
  /** Holds the orders of these ids, without the server. */
  hold?(ids: readonly string[]): Promise<void>;
  /** Tells the server what was changed here; answers once it has been taken. */
  push?(): Promise<void>;
  /** Brings what the server has decided since, and runs what waits again above it; answers once `isSeen` says so of the first order. */
  rebase?(isSeen: (order: Order) => boolean, id: string): Promise<void>;
}

/** What a person does to an order in every store. */
export function held(order: Order): Order {
  const heldFrom = order.status === 'released' ? 'released' : 'paid';
  return {...order, status: 'held', heldFrom, holdReason: 'stock'};
}

export async function askJson<T>(path: string, body?: unknown): Promise<T> {
  const asking = body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)};
  return (await (await fetch(path, asking)).json()) as T;
}

export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
