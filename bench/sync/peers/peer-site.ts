import {readFile} from 'node:fs/promises';
import {type IncomingMessage, type Server, type ServerResponse, createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import type {Order} from '#core/orders/schema.ts';
import type {PackedChunk} from '../shop-at-master.ts';
import {bodyOf, send} from './answer.ts';
import {CouchServer} from './couch-server.ts';
import {ReplicacheServer} from './replicache-server.ts';
import {RxdbServer} from './rxdb-server.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** What a page asks for that is no peer's protocol. */
export interface Given {
  readonly orders: readonly Order[];
  readonly chunks?: readonly PackedChunk[];
  /** Groups of a log, as the master tells them. */
  readonly groups?: readonly string[];
}

/** The peers' page and their servers, over HTTP on this machine. What was pushed is forgotten with `begin`. */
export class PeerSite {
  readonly #folder: string;
  readonly #server: Server;
  #given: Given = {orders: []};
  #chunks: ReadonlyMap<string, Buffer> = new Map();
  #couch = new CouchServer([]);
  #rxdb = new RxdbServer([]);
  replicache = new ReplicacheServer([]);

  constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
    });
  }

  /** Answers with the origin. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** From now on the servers know these orders and nothing else. */
  begin(given: Given): void {
    this.#given = given;
    this.#chunks = new Map(given.chunks?.map(({sha, packed}) => [sha, packed]));
    this.#couch = new CouchServer(given.orders);
    this.#rxdb = new RxdbServer(given.orders);
    this.replicache = new ReplicacheServer(given.orders);
  }

  /** How often each order was changed at the server of a peer. */
  changesAt(peer: string): ReadonlyMap<string, number> {
    const servers = {replicache: this.replicache, rxdb: this.#rxdb, pouchdb: this.#couch};
    return servers[peer as keyof typeof servers].changes;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname, searchParams: query} = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/chunks') {
      return send(response, this.#given.chunks?.map(({sha, table}) => ({sha, table})) ?? []);
    }
    if (pathname === '/orders') return send(response, this.#given.orders);
    if (pathname === '/groups') return send(response, this.#given.groups ?? []);
    const chunk = this.#chunks.get(pathname.replace('/chunks/', ''));
    if (chunk) {
      response.writeHead(200, {'content-type': 'application/x-ndjson; charset=utf-8', 'content-encoding': 'gzip'});
      response.end(chunk);
      return;
    }
    const [, first = '', ...rest] = pathname.split('/');
    const servers = {replicache: this.replicache, rxdb: this.#rxdb, couch: this.#couch};
    const server = servers[first as keyof typeof servers] as (typeof servers)['rxdb'] | undefined;
    if (!server) return this.#file(pathname, response);
    const asked = {path: `/${rest.join('/')}`, query, method: request.method ?? 'GET', body: await bodyOf(request)};
    const told = await server.answer(asked);
    if (told !== false) return send(response, told);
    response.writeHead(404).end('{"error":"not_found"}');
  }

  async #file(asked: string, response: ServerResponse): Promise<void> {
    const file = path.join(this.#folder, path.normalize(asked.endsWith('/') ? `${asked}index.html` : asked));
    const body = await readFile(file).catch(() => undefined);
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, {'content-type': types[path.extname(file)] ?? 'application/octet-stream'});
    response.end(body);
  }
}
