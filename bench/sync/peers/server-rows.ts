import type {Order} from '#core/orders/schema.ts';

/** Orders as a server keeps them: each with the number of the change that made it what it is. */
export class ServerRows {
  readonly #orders = new Map<string, Order>();
  readonly #seqs = new Map<string, number>();
  readonly changes = new Map<string, number>();
  seq = 0;

  constructor(orders: readonly Order[]) {
    for (const order of orders) this.#take(order);
  }

  get(id: string): Order | undefined {
    return this.#orders.get(id);
  }

  change(order: Order): void {
    this.changes.set(order.id, (this.changes.get(order.id) ?? 0) + 1);
    this.#take(order);
  }

  /** What was changed behind a number, oldest first. */
  since(seq: number, limit = Number.POSITIVE_INFINITY): readonly {readonly seq: number; readonly order: Order}[] {
    const found: {seq: number; order: Order}[] = [];
    // The map is in the order of the changes: each goes to its end.
    for (const [id, at] of this.#seqs) {
      if (at <= seq) continue;
      const order = this.#orders.get(id);
      if (order) found.push({seq: at, order});
      if (found.length >= limit) break;
    }
    return found;
  }

  #take(order: Order): void {
    this.seq += 1;
    this.#orders.set(order.id, order);
    this.#seqs.delete(order.id);
    this.#seqs.set(order.id, this.seq);
  }
}
