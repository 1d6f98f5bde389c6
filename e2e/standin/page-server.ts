import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Readable} from 'node:stream';
import type {ReadableStream} from 'node:stream/web';
import {toApp, toWeb} from './address.ts';

export type RequestHandler = (request: Request) => Response | Promise<Response>;

export interface PageServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers Chromium's requests for our addresses with the application's own protocol handler. A server on loopback, not
 * Playwright's routing, so that requests of workers and of workers' imports come the same way as the page's.
 */
export async function startPageServer(handle: RequestHandler): Promise<PageServer> {
  const server = createServer((incoming, outgoing) => {
    answer(handle, incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(handle: RequestHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name !== 'host' && name !== 'connection' && value !== undefined) headers.set(name, String(value));
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(toApp(`http://${incoming.headers.host ?? ''}${incoming.url ?? '/'}`), {
    method,
    headers,
    ...(hasBody ? {body: Readable.toWeb(incoming) as BodyInit, duplex: 'half'} : {}),
  });

  const response = await handle(request);
  const given = [...response.headers].map(([name, value]): [string, string] => [name, policyForWeb(name, value)]);
  outgoing.writeHead(response.status, Object.fromEntries(given));
  if (response.body === null) outgoing.end();
  else Readable.fromWeb(response.body as ReadableStream).pipe(outgoing);
}

/** A policy that names our origin must name the one it has here. */
function policyForWeb(name: string, value: string): string {
  return name === 'content-security-policy' ? value.split(' ').map(toWeb).join(' ') : value;
}
