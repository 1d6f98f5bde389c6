/**
 * The browser edition: the built page over HTTP, on this machine only. It holds no data and answers no question but
 * "what are you": everything a seller types stays in the browser's own storage.
 */
import {randomBytes} from 'node:crypto';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

import {answer} from './answer.ts';
import {loadSite} from './site.ts';

export interface RunningServer {
  /** Scheme, host and port; the browser keeps the shop's data under exactly this. */
  readonly origin: string;
  /** Ends open connections at once and frees the port. */
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
const connectionsMax = 256;
const headersTimeoutMs = 10_000;

/**
 * Serves the built page in `folder`. `port` 0 takes a free one. Rejects with Node's error (`code` is `EADDRINUSE`
 * or `EACCES`) when the port cannot be had, and when the folder cannot be read.
 */
export async function startServer({
  folder,
  port,
  version,
}: {
  folder: string;
  port: number;
  version: string;
}): Promise<RunningServer> {
  const site = await loadSite(folder);
  let origin = '';
  const server = createServer({headersTimeout: headersTimeoutMs}, (request, response) => {
    const {method = '', url: target = '/', headers} = request;
    const nonce = randomBytes(16).toString('base64');
    const {status, headers: sent, body} = answer({site, origin, version}, {method, host: headers.host, target}, nonce);
    response.writeHead(status, {...sent, 'content-length': body.length});
    response.end(method === 'HEAD' ? undefined : body);
  });
  server.maxConnections = connectionsMax;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, resolve);
  });
  const {port: taken} = server.address() as AddressInfo;
  // Through URL, so that the port a browser leaves out of the Host header (80) is left out here too.
  origin = new URL(`http://${loopback}:${taken}`).origin;
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
