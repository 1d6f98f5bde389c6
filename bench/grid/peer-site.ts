import {readFile} from 'node:fs/promises';
import {type Server, createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {type ListColumns, type Words, columnsAddress, wordsAddress} from './list-columns.ts';
import {pagesFolder} from './places.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The peers' pages and the columns they are given, over HTTP on this machine. */
export class PeerSite {
  readonly #server: Server;
  readonly #data: ReadonlyMap<string, Buffer>;

  constructor(columns: ListColumns, words: Words) {
    this.#data = new Map([
      [columnsAddress, Buffer.from(JSON.stringify(columns))],
      [wordsAddress, Buffer.from(JSON.stringify(words))],
    ]);
    this.#server = createServer((request, response) => {
      void this.#answer(new URL(request.url ?? '/', 'http://site').pathname).then(({status, type, body}) => {
        response.writeHead(status, {'content-type': type, 'content-length': body.length, 'cache-control': 'no-cache'});
        response.end(body);
      });
    });
  }

  /** Answers with the origin. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(asked: string): Promise<{readonly status: number; readonly type: string; readonly body: Buffer}> {
    const data = this.#data.get(asked);
    if (data) return {status: 200, type: 'application/json; charset=utf-8', body: data};

    const file = path.join(pagesFolder, path.normalize(asked.endsWith('/') ? `${asked}index.html` : asked));
    const body = await readFile(file).catch(() => undefined);
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    return body ? {status: 200, type, body} : {status: 404, type: 'text/plain', body: Buffer.from('nothing here')};
  }
}
