import type {Order} from '#core/orders/schema.ts';
import {type Asked, type PeerServer, Told} from './answer.ts';
import {ServerRows} from './server-rows.ts';

type Document = Order & {readonly _deleted?: boolean};

/** Tells whole documents behind a number, and takes whole documents; a conflict it does not look for. */
export class RxdbServer implements PeerServer {
  readonly #rows: ServerRows;

  constructor(orders: readonly Order[]) {
    this.#rows = new ServerRows(orders);
  }

  get changes(): ReadonlyMap<string, number> {
    return this.#rows.changes;
  }

  async answer({path, query, body}: Asked): Promise<unknown> {
    if (path === '/pull') return this.#pull(Number(query.get('after')), Number(query.get('limit')));
    if (path !== '/push') return false;
    for (const {newDocumentState} of JSON.parse(body) as readonly {newDocumentState: Document}[]) {
      const {_deleted, ...order} = newDocumentState;
      this.#rows.change(order);
    }
    return [];
  }

  #pull(after: number, limit: number): Told {
    const found = this.#rows.since(after, limit);
    const documents = found.map(({order}) => JSON.stringify({...order, _deleted: false}));
    return new Told(
      `{"checkpoint":{"seq":${String(found.at(-1)?.seq ?? after)}},"documents":[${documents.join(',')}]}`,
    );
  }
}
