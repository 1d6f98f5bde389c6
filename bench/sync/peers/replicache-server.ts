import type {Order} from '#core/orders/schema.ts';
import {held} from '../page/peer.ts';
import {type Asked, type PeerServer, Told} from './answer.ts';
import {ServerRows} from './server-rows.ts';

interface Pull {
  readonly clientGroupID: string;
  readonly cookie: number | null;
}

interface Push {
  readonly clientGroupID: string;
  readonly mutations: readonly {readonly clientID: string; readonly id: number; readonly args: string}[];
}

/** Runs pushed mutations in their order, and tells in a pull which are done and which orders that has changed. */
export class ReplicacheServer implements PeerServer {
  readonly #rows: ServerRows;
  /** By group of clients: how far each client's mutations are done, and when that came about. */
  readonly #done = new Map<string, Map<string, {readonly id: number; readonly at: number}>>();
  /** Bytes of the bodies of pushes, and how many mutations they told of. */
  readonly pushed: {readonly bytes: number; readonly edits: number}[] = [];

  constructor(orders: readonly Order[]) {
    this.#rows = new ServerRows(orders);
  }

  get changes(): ReadonlyMap<string, number> {
    return this.#rows.changes;
  }

  /** Something else has changed orders. */
  change(orders: readonly Order[]): void {
    for (const order of orders) this.#rows.change(order);
  }

  async answer({path, body}: Asked): Promise<unknown> {
    if (path === '/pull') return this.#pull(JSON.parse(body) as Pull);
    if (path !== '/push') return false;
    const push = JSON.parse(body) as Push;
    this.pushed.push({bytes: Buffer.byteLength(body), edits: push.mutations.length});
    return this.#push(push);
  }

  #pull({clientGroupID, cookie}: Pull): Told {
    const clients = [...(this.#done.get(clientGroupID) ?? [])].filter(([, {at}]) => at > (cookie ?? 0));
    const done = Object.fromEntries(clients.map(([client, {id}]) => [client, id]));
    const patch = this.#rows.since(cookie ?? 0).map(({order}) => {
      return `{"op":"put","key":"order/${order.id}","value":${JSON.stringify(order)}}`;
    });
    return new Told(
      `{"cookie":${String(this.#rows.seq)},"lastMutationIDChanges":${JSON.stringify(done)},"patch":[${patch.join(',')}]}`,
    );
  }

  #push({clientGroupID, mutations}: Push): unknown {
    const done = this.#done.get(clientGroupID) ?? new Map<string, {id: number; at: number}>();
    this.#done.set(clientGroupID, done);
    for (const {clientID, id, args} of mutations) {
      if (id !== (done.get(clientID)?.id ?? 0) + 1) continue;
      const order = this.#rows.get(args);
      if (order) this.#rows.change(held(order));
      done.set(clientID, {id, at: this.#rows.seq});
    }
    return {};
  }
}
