import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {type WebSocket, WebSocketServer} from 'ws';
import type {Desk} from '../shops/desks.ts';

interface Shop {
  readonly sockets: Map<WebSocket, Desk>;
  /** The last number that was told to all. */
  told: number;
  head: number;
  timer: NodeJS.Timeout | undefined;
}

const toldEveryMs = 50;
const pingEveryMs = 25_000;
const socketsPerShopMax = 200;
const bufferedMax = 64 * 1024;
const revoked = 4401;
const goingAway = 1001;
const protocolError = 1008;

/** Desks that are told at once when the log of their shop has grown. Who hears nothing loses nothing but time. */
export class LiveDesks {
  readonly #server = new WebSocketServer({noServer: true, maxPayload: 1_024, perMessageDeflate: false});
  readonly #shops = new Map<string, Shop>();
  readonly #alive = new WeakSet<WebSocket>();
  readonly #pings: NodeJS.Timeout;

  constructor() {
    this.#pings = setInterval(() => this.#ping(), pingEveryMs);
    this.#pings.unref();
  }

  hasRoom(shopId: string): boolean {
    return (this.#shops.get(shopId)?.sockets.size ?? 0) < socketsPerShopMax;
  }

  /** Takes over a request to listen, whose desk is known, and tells it first where the log stands now. */
  listen(desk: Desk, head: number, {request, socket, first}: Upgrade): void {
    this.#server.handleUpgrade(request, socket, first, (listener) => {
      const shop = this.#shopOf(desk.shopId, head);
      shop.sockets.set(listener, desk);
      this.#alive.add(listener);
      listener.on('pong', () => this.#alive.add(listener));
      // Nothing is said to the master here.
      listener.on('message', () => listener.close(protocolError));
      listener.on('error', () => listener.terminate());
      listener.on('close', () => this.#left(desk.shopId, listener));
      listener.send(headText(Math.max(head, shop.head)));
    });
  }

  /** The log of a shop reaches up to `seq`; told to all who listen, at most 20 times a second. */
  headMoved(shopId: string, seq: number): void {
    const shop = this.#shops.get(shopId);
    if (!shop || seq <= shop.head) return;
    shop.head = seq;
    if (shop.timer) return;
    this.#tell(shop);
    shop.timer = setTimeout(() => {
      shop.timer = undefined;
      if (shop.head > shop.told) this.#tell(shop);
    }, toldEveryMs);
  }

  /** Ends what a desk listens to. */
  end({shopId, replica}: Desk): void {
    for (const [socket, desk] of this.#shops.get(shopId)?.sockets ?? []) {
      if (desk.replica === replica) socket.close(revoked);
    }
  }

  close(): void {
    clearInterval(this.#pings);
    for (const {sockets, timer} of this.#shops.values()) {
      clearTimeout(timer);
      for (const socket of sockets.keys()) socket.close(goingAway);
    }
    this.#server.close();
  }

  #shopOf(shopId: string, head: number): Shop {
    const shop = this.#shops.get(shopId) ?? {sockets: new Map(), told: head, head, timer: undefined};
    this.#shops.set(shopId, shop);
    return shop;
  }

  #left(shopId: string, socket: WebSocket): void {
    const shop = this.#shops.get(shopId);
    shop?.sockets.delete(socket);
    if (shop?.sockets.size !== 0) return;
    clearTimeout(shop.timer);
    this.#shops.delete(shopId);
  }

  #tell(shop: Shop): void {
    shop.told = shop.head;
    const text = headText(shop.head);
    // Whoever does not read what was told before hears it when they do: the last number tells of all.
    for (const socket of shop.sockets.keys()) if (socket.bufferedAmount < bufferedMax) socket.send(text);
  }

  #ping(): void {
    for (const {sockets} of this.#shops.values()) {
      for (const socket of sockets.keys()) {
        if (this.#alive.delete(socket)) socket.ping();
        else socket.terminate();
      }
    }
  }
}

export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly first: Buffer;
}

function headText(seq: number): string {
  return JSON.stringify({t: 'head', seq});
}
