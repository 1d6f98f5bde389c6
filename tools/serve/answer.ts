import {securityHeaders} from '#core/shell/headers.ts';
import {withNonce} from '#core/shell/page.ts';

import type {Site} from './site.ts';

/** What of a request decides its answer. */
export interface Asked {
  readonly method: string;
  /** The Host header as sent; undefined when there was none. */
  readonly host: string | undefined;
  /** The request target as sent: path and query. */
  readonly target: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What stays the same from request to request. `origin` is the only one that answers, e.g. `http://127.0.0.1:4780`. */
export interface Serving {
  readonly site: Site;
  readonly origin: string;
  readonly version: string;
}

/**
 * The answer to one request; `nonce` is used for this answer only.
 * A Host other than ours is refused: otherwise a foreign name that points at this machine could read the page.
 */
export function answer({site, origin, version}: Serving, asked: Asked, nonce: string): Answer {
  const ours = new URL(origin);
  if (asked.host === `localhost:${ours.port}`) {
    // The data lives under one address; the other name of this machine would open an empty shop.
    return {
      ...text(307, 'Tradewind answers at 127.0.0.1'),
      headers: {...plain, location: origin + pathOf(asked.target)},
    };
  }
  if (asked.host !== ours.host) return text(421, `This server answers only as ${ours.host}`);
  if (asked.method !== 'GET' && asked.method !== 'HEAD') {
    return {...text(405, 'Only GET and HEAD'), headers: {...plain, allow: 'GET, HEAD'}};
  }

  const address = decoded(pathOf(asked.target).split('?', 1)[0] ?? '/');
  if (address === undefined) return text(400, 'The address cannot be read');
  if (address === '/healthz') {
    const body = Buffer.from(JSON.stringify({app: 'tradewind', version}));
    return {status: 200, headers: {...plain, 'content-type': 'application/json; charset=utf-8'}, body};
  }

  const file = site.get(address === '/' ? '/index.html' : address);
  if (!file) return text(404, 'Nothing is at this address');
  if (address === '/' || address === '/index.html') {
    const headers = {...securityHeaders({nonce}), 'cache-control': 'no-store', 'content-type': file.type};
    return {status: 200, headers, body: Buffer.from(withNonce(file.body.toString('utf8'), nonce))};
  }
  const keep = file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
  return {status: 200, headers: {...plain, 'cache-control': keep, 'content-type': file.type}, body: file.body};
}

const plain = {
  ...securityHeaders(),
  'cache-control': 'no-store',
  'content-type': 'text/plain; charset=utf-8',
};

function text(status: number, sentence: string): Answer {
  return {status, headers: plain, body: Buffer.from(`${sentence}\n`)};
}

/** Path and query with exactly one leading slash, so that it stays ours when it follows the origin. */
function pathOf(target: string): string {
  return `/${target.replace(/^[/\\]+/, '')}`;
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
