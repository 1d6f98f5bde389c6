import {must} from '#core/lib/assert.ts';
import {registry} from '#core/registry.ts';
import type {Row, TableName} from '#core/schema.ts';
import type {LogPlace} from '#core/sync/group.ts';
import {Master} from '#core/sync/master.ts';
import {decodePush, encodeFrame} from '#core/sync/protocol.ts';
import {MemoryMaster} from '#core/testing/memory-master.ts';
import type {Instant} from '#core/time/instant.ts';
import {gunzipped} from '../../snapshots/gzipped.ts';
import type {Network} from '../master-http.ts';
import {DoorInProcess, jsonOf} from './door-in-process.ts';

export const masterUrl = 'http://127.0.0.1:8787';
export const shopId = 'shop--------';

/** What the way to the master does to what is asked. */
export type Weather = 'fair' | 'silent' | 'offline' | 'portal' | 'portalElsewhere' | 'revoked' | 'upgrade';

/** The master that is shipped, over memory, as HTTP reaches it; with the troubles that a network brings. */
export class MasterInProcess {
  readonly store = new MemoryMaster();
  readonly #master = new Master(this.store, registry.mutators);
  readonly #sockets = new Set<FakeSocket>();
  readonly door = new DoorInProcess(this.store);
  weather: Weather = 'fair';
  /** Something on the way lets no sockets through. */
  blocksSockets = false;
  /** So many answers to pushes are lost after the master has decided. */
  answersLost = 0;
  /** So many logs break off in the middle. */
  logsCut = 0;
  readonly asked: string[] = [];
  #now = Date.UTC(2026, 10, 28, 9) as Instant;

  begin(rows: readonly (readonly [TableName, Row])[]): Promise<LogPlace> {
    return this.store.begin(shopId, rows);
  }

  readonly network: Network = {
    fetch: async (url, init) => {
      const path = url.slice(masterUrl.length);
      const sha = path.endsWith('/chunk') ? ` ${await textOf(init)}` : '';
      this.asked.push(`${init.method ?? 'GET'} ${path.split('?')[0] ?? ''}${sha}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (this.weather === 'silent') return silence(init.signal);
      return this.#through(path, init);
    },
    openSocket: (url) => {
      const shop = url.split('/')[5] ?? '';
      const socket = new FakeSocket((gone) => this.#sockets.delete(gone));
      setTimeout(() => {
        if (this.blocksSockets || this.weather !== 'fair') return socket.end();
        this.#sockets.add(socket);
        void this.store.head(shop).then((head) => socket.say(head?.seq ?? 0));
      }, 1);
      return socket as unknown as WebSocket;
    },
  };

  /** How many sockets desks have open here. */
  get listening(): number {
    return this.#sockets.size;
  }

  /** Drops every socket, as a master does that stops. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.end();
  }

  async #through(path: string, init: RequestInit): Promise<Response> {
    switch (this.weather) {
      case 'silent':
      case 'offline':
        throw new TypeError('fetch failed');
      case 'portal':
        return new Response('<html>Please sign in</html>', {headers: {'content-type': 'text/html'}});
      case 'portalElsewhere':
        return Response.redirect('https://portal.example/sign-in', 302);
      case 'revoked':
        return jsonOf({fault: {code: 'sync.revoked', values: {}}}, 401);
      case 'upgrade':
        return jsonOf({fault: {code: 'sync.upgrade', values: {version: 9}}}, 426);
      case 'fair':
        return this.#answer(path, init);
    }
  }

  async #answer(path: string, init: RequestInit): Promise<Response> {
    const told = init.body ? await textOf(init) : '';
    const shop = path.split('/')[3] ?? '';
    if (this.door.isRevoked(tokenIn(init))) return jsonOf({fault: {code: 'sync.revoked', values: {}}}, 401);
    if (path.endsWith('/push')) return this.#push(shop, told);
    if (path.endsWith('/log')) return this.#log(shop, told);
    return this.door.answer(path, {method: init.method ?? 'GET', told, token: tokenIn(init)});
  }

  async #push(shop: string, told: string): Promise<Response> {
    const push = decodePush(told);
    if (push === 'upgrade' || !push.ok) return jsonOf({fault: {code: 'cloud.garbage', values: {}}}, 400);
    this.#now = (this.#now + 1) as Instant;
    const answer = must(await this.#master.push(shop, push.value, this.#now), 'a shop');
    for (const socket of this.#sockets) socket.say(answer.seq);
    if (this.answersLost > 0) {
      this.answersLost -= 1;
      throw new TypeError('fetch failed');
    }
    return jsonOf(answer);
  }

  async #log(shop: string, asked: string): Promise<Response> {
    const from = JSON.parse(asked) as LogPlace;
    const frames = must(await this.#master.pull(shop, from, 4_000), 'a shop');
    const told = frames.map(encodeFrame).join('');
    const isCut = this.logsCut > 0 && frames.length > 1;
    if (isCut) this.logsCut -= 1;
    return new Response(isCut ? told.slice(0, told.length / 2) : told, {
      headers: {'content-type': 'application/x-ndjson'},
    });
  }
}

/** Nothing comes, until nobody waits for it any more. */
function silence(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    const end = (): void => reject(new DOMException('aborted', 'AbortError'));
    // One that was aborted before is told no more.
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end);
  });
}

async function textOf({body, headers}: RequestInit): Promise<string> {
  const bytes = body as Uint8Array<ArrayBuffer>;
  const isPacked = (headers as Readonly<Record<string, string>>)['content-encoding'] === 'gzip';
  return new TextDecoder().decode(isPacked ? await gunzipped(bytes) : bytes);
}

function tokenIn({headers}: RequestInit): string | undefined {
  return (headers as Readonly<Record<string, string>>)['authorization']?.slice('Bearer '.length);
}

/** What of a socket is used. */
class FakeSocket {
  onmessage: ((event: {readonly data: unknown}) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #gone: (socket: FakeSocket) => void;

  constructor(gone: (socket: FakeSocket) => void) {
    this.#gone = gone;
  }

  say(seq: number): void {
    this.onmessage?.({data: JSON.stringify({t: 'head', seq})});
  }

  end(): void {
    this.#gone(this);
    this.onclose?.();
  }

  close(): void {
    this.end();
  }
}
