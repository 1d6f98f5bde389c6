import type {Order} from '#core/orders/schema.ts';
import {type Asked, type PeerServer, Told} from './answer.ts';
import {ServerRows} from './server-rows.ts';

interface Document extends Order {
  readonly _id: string;
  readonly _rev: string;
  readonly _revisions?: unknown;
}

const firstRevision = `1-${'0123456789abcdef'.repeat(2)}`;

/** As much of CouchDB as a replication asks for: the last revision of every document and no other. */
export class CouchServer implements PeerServer {
  readonly #rows: ServerRows;
  readonly #revisions = new Map<string, string>();
  readonly #local = new Map<string, {readonly _rev: string}>();

  constructor(orders: readonly Order[]) {
    this.#rows = new ServerRows(orders);
  }

  get changes(): ReadonlyMap<string, number> {
    return this.#rows.changes;
  }

  async answer({path, query, method, body}: Asked): Promise<unknown> {
    const name = path.replace(/^\//, '');
    if (name === '') return {db_name: 'orders', update_seq: this.#rows.seq, instance_start_time: '0'};
    if (name.startsWith('_local/')) return method === 'PUT' ? this.#note(name, body) : this.#noted(name);
    if (name === '_changes') return this.#changes(Number(query.get('since') ?? 0), Number(query.get('limit') ?? 25));
    if (name === '_bulk_get') return this.#bulkGet(JSON.parse(body) as {docs: readonly {id: string}[]});
    if (name === '_revs_diff') return this.#missing(JSON.parse(body) as Record<string, readonly string[]>);
    if (name === '_bulk_docs') return this.#take(JSON.parse(body) as {docs: readonly Document[]});
    return false;
  }

  #note(name: string, body: string): Told {
    const _rev = `0-${String(this.#local.size + 1)}`;
    this.#local.set(name, {...(JSON.parse(body) as object), _rev});
    return new Told(JSON.stringify({ok: true, id: name, rev: _rev}), 201);
  }

  #noted(name: string): Told {
    const found = this.#local.get(name);
    return found ? new Told(JSON.stringify(found)) : new Told('{"error":"not_found","reason":"missing"}', 404);
  }

  #changes(since: number, limit: number): unknown {
    const found = this.#rows.since(since, limit);
    return {
      results: found.map(({seq, order: {id}}) => ({seq, id: `o${id}`, changes: [{rev: this.#revisionOf(id)}]})),
      last_seq: found.at(-1)?.seq ?? since,
      pending: 0,
    };
  }

  #bulkGet({docs}: {readonly docs: readonly {readonly id: string}[]}): unknown {
    return {
      results: docs.map(({id}) => {
        const rev = this.#revisionOf(id.slice(1));
        const [start, hash] = rev.split('-');
        const order = this.#rows.get(id.slice(1));
        return {id, docs: [{ok: {...order, _id: id, _rev: rev, _revisions: {start: Number(start), ids: [hash]}}}]};
      }),
    };
  }

  #missing(asked: Readonly<Record<string, readonly string[]>>): unknown {
    return Object.fromEntries(
      Object.entries(asked).map(([id, missing]) => {
        return [id, {missing, possible_ancestors: [this.#revisionOf(id.slice(1))]}];
      }),
    );
  }

  #take({docs}: {readonly docs: readonly Document[]}): Told {
    for (const {_id, _rev, _revisions, ...order} of docs) {
      this.#revisions.set(order.id, _rev);
      this.#rows.change(order);
    }
    return new Told('[]', 201);
  }

  #revisionOf(id: string): string {
    return this.#revisions.get(id) ?? firstRevision;
  }
}
