import {type ReadonlyJSONValue, Replicache, TEST_LICENSE_KEY, type WriteTransaction} from 'replicache';
import type {Order} from '#core/orders/schema.ts';
import {type Peer, held, rest} from './peer.ts';

const prefix = 'order/';
const lookMs = 5;
/** Far away: it pushes and pulls when it is told to. */
const never = 1e9;

const mutators = {
  async hold(tx: WriteTransaction, id: string) {
    const order = (await tx.get(prefix + id)) as unknown as Order;
    await tx.set(prefix + id, held(order) as unknown as ReadonlyJSONValue);
  },
};

const common = {name: 'bench', licenseKey: TEST_LICENSE_KEY, logLevel: 'error', mutators} as const;

export class ReplicachePeer implements Peer {
  readonly #replicache: Replicache<typeof mutators>;

  /** What waits it writes to the disk behind, for minutes where that is much; `mem` is without a disk. */
  constructor(kvStore: 'idb' | 'mem') {
    this.#replicache = new Replicache({
      ...common,
      kvStore,
      pullURL: '/replicache/pull',
      pushURL: '/replicache/push',
      pullInterval: null,
      pushDelay: never,
    });
  }

  /** It brings everything in one pull when it is made. */
  async bring(): Promise<void> {
    while (await this.#replicache.query((tx) => tx.isEmpty())) await rest(lookMs);
  }

  /** As another page would find them: what was only in memory it does not have. */
  async orders(): Promise<readonly Order[]> {
    const other = new Replicache({...common, pullInterval: null});
    const values = await other.query((tx) => tx.scan({prefix}).values().toArray());
    await other.close();
    return values as unknown as readonly Order[];
  }

  async hold(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.#replicache.mutate.hold(id);
  }

  async push(): Promise<void> {
    await this.#replicache.push({now: true});
    await this.#replicache.pull({now: true});
    while ((await this.#replicache.experimentalPendingMutations()).length > 0) await rest(lookMs);
  }

  async rebase(isSeen: (order: Order) => boolean, id: string): Promise<void> {
    await this.#replicache.pull({now: true});
    for (;;) {
      const order = (await this.#replicache.query((tx) => tx.get(prefix + id))) as unknown as Order;
      if (isSeen(order)) return;
      await rest(1);
    }
  }
}
