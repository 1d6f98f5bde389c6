import PouchDB from 'pouchdb-browser';
import indexeddb from 'pouchdb-adapter-indexeddb';
import type {Order} from '#core/orders/schema.ts';
import {type Peer, held} from './peer.ts';

const replicating = {batch_size: 1_000, batches_limit: 10};
/** A document's own name may not begin with a low line, and an id may. */
const nameOf = (id: string): string => `o${id}`;

PouchDB.plugin(indexeddb);

/** With its newer adapter, which costs less than the default one. */
export class PouchdbPeer implements Peer {
  readonly #here = new PouchDB<Order>('orders', {adapter: 'indexeddb'});
  readonly #there = new PouchDB<Order>(`${location.origin}/couch`);

  async bring(): Promise<void> {
    await PouchDB.replicate(this.#there, this.#here, replicating);
  }

  async orders(): Promise<readonly Order[]> {
    const {rows} = await this.#here.allDocs({include_docs: true});
    return rows.map(({doc: {_id, _rev, ...order}}) => order as Order);
  }

  async hold(ids: readonly string[]): Promise<void> {
    const some = 500;
    for (let from = 0; from < ids.length; from += some) {
      const keys = ids.slice(from, from + some).map(nameOf);
      const {rows} = await this.#here.allDocs({keys, include_docs: true});
      await this.#here.bulkDocs(rows.map(({doc}) => ({...doc, ...held(doc)})));
    }
  }

  async push(): Promise<void> {
    await PouchDB.replicate(this.#here, this.#there, replicating);
  }
}
