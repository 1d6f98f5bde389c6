import {
  Agent,
  type IncomingMessage,
  type RequestOptions,
  type Server,
  type ServerResponse,
  createServer,
  request,
} from 'node:http';
import {type AddressInfo, type Socket, connect} from 'node:net';
import type {Duplex} from 'node:stream';
import {setTimeout as rest} from 'node:timers/promises';

/** What a desk asks of its master, as far as the road tells it apart. */
export type Kind = 'push' | 'log' | 'live' | 'other';

/** What becomes of one request and its answer on their way; with nothing said they get through. */
export interface Fate {
  readonly delayMs?: number;
  /** Gone on its way up, and the answer on its way down. */
  readonly isLostUp?: boolean;
  readonly isLostDown?: boolean;
  /** Reaches the master twice; the second answer is heard. */
  readonly isDoubled?: boolean;
  /** The connection breaks when this share of what goes up, or comes down, has passed: in the middle of a line or a frame. */
  readonly cutUp?: number;
  readonly cutDown?: number;
  /** Somebody else answers: a portal that wants to be signed in to, or whoever lies. */
  readonly answer?: {readonly type: string; readonly body: string};
  /** Waits for these before it goes up and before it comes down. */
  readonly beforeUp?: () => Promise<void>;
  readonly beforeDown?: () => Promise<void>;
}

export interface Passing {
  readonly kind: Kind;
  readonly method: string;
  readonly body: Buffer;
}

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['push', /\/push$/],
  ['log', /\/log$/],
  ['live', /\/live$/],
];

/**
 * The way between desks and a master: HTTP and sockets go through, and on each what we say happens. It is on this machine, as
 * both ends are.
 */
export class Road {
  readonly #master: () => string;
  readonly #fateOf: (passing: Passing) => Fate;
  readonly #agent = new Agent({keepAlive: true});
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();
  readonly #listening = new Set<Duplex>();

  /** `master` is asked each time: it may come back elsewhere. */
  constructor(master: () => string, fateOf: (passing: Passing) => Fate = () => ({})) {
    this.#master = master;
    this.#fateOf = fateOf;
    this.#server = createServer((asked, answer) => void this.#carry(asked, answer).catch(() => asked.socket.destroy()));
    this.#server.on('upgrade', (asked: IncomingMessage, socket: Duplex, first: Buffer) =>
      this.#join(asked, socket, first),
    );
    this.#server.on('connection', (socket) => this.#keep(socket));
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** How many sockets desks hold open. */
  get listening(): number {
    return this.#listening.size;
  }

  /** Breaks every connection there is: whoever needs one asks anew. */
  breakAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.breakAll();
    await closed;
  }

  #keep(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  }

  async #carry(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await wholeOf(asked);
    const {method = 'GET'} = asked;
    // What a browser asks before it asks is no message of ours.
    const fate = method === 'OPTIONS' ? {} : this.#fateOf({kind: kindOf(asked), method, body});
    await rest(fate.delayMs ?? 0);
    await fate.beforeUp?.();
    if (fate.isLostUp) return void asked.socket.destroy();
    if (fate.answer) {
      const {type, body: page} = fate.answer;
      answer.writeHead(200, {'content-type': type, 'access-control-allow-origin': '*'}).end(page);
      return;
    }
    if (fate.cutUp !== undefined) {
      await this.#begun(asked, body, fate.cutUp);
      return void asked.socket.destroy();
    }
    if (fate.isDoubled) await this.#answered(asked, body);
    const heard = await this.#answered(asked, body);
    await fate.beforeDown?.();
    if (fate.isLostDown) return void asked.socket.destroy();
    answer.writeHead(heard.status, heard.headers);
    if (fate.cutDown === undefined) return void answer.end(heard.body);
    // Its length is told and does not come: the connection breaks within it.
    answer.write(heard.body.subarray(0, Math.floor(heard.body.length * fate.cutDown)), () => asked.socket.destroy());
  }

  #ask(asked: IncomingMessage): RequestOptions {
    const {hostname, port} = new URL(this.#master());
    const {method, url: path, headers} = asked;
    return {hostname, port, method, path, headers, agent: this.#agent};
  }

  #answered(asked: IncomingMessage, body: Buffer): Promise<Heard> {
    return new Promise((resolve, reject) => {
      const up = request(this.#ask(asked), (answer) => {
        const {statusCode: status = 502, headers} = answer;
        wholeOf(answer).then((bytes) => resolve({status, headers, body: bytes}), reject);
      });
      up.on('error', reject);
      up.end(body);
    });
  }

  /** A part of it reaches the master, and no more. */
  #begun(asked: IncomingMessage, body: Buffer, share: number): Promise<void> {
    return new Promise((resolve) => {
      const up = request({...this.#ask(asked), agent: false});
      up.on('error', () => resolve());
      up.on('close', () => resolve());
      up.setHeader('content-length', body.length);
      up.write(body.subarray(0, Math.floor(body.length * share)), () => up.destroy());
    });
  }

  /** A socket goes through as bytes. */
  #join(asked: IncomingMessage, socket: Duplex, first: Buffer): void {
    const fate = this.#fateOf({kind: kindOf(asked), method: 'GET', body: Buffer.alloc(0)});
    const {hostname, port} = new URL(this.#master());
    if (fate.isLostUp || fate.answer) return void socket.destroy();
    const up: Socket = connect(Number(port), hostname);
    this.#keep(up);
    this.#listening.add(socket);
    socket.on('close', () => this.#listening.delete(socket));
    for (const [one, other] of [
      [socket, up],
      [up, socket],
    ] as const) {
      one.on('close', () => other.destroy());
    }
    const headers = asked.rawHeaders.flatMap((name, at, all) =>
      at % 2 === 0 ? [`${name}: ${all[at + 1] ?? ''}`] : [],
    );
    up.write(`${asked.method ?? 'GET'} ${asked.url ?? '/'} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
    up.write(first);
    socket.pipe(up);
    const limit = fate.cutDown === undefined ? Number.POSITIVE_INFINITY : Math.ceil(fate.cutDown * socketBytes);
    let passed = 0;
    up.on('data', (bytes: Buffer) => {
      // What is lost on its way leaves both ends in the belief that the other is there.
      if (fate.isLostDown && passed > 0) return;
      const left = Math.max(0, limit - passed);
      passed += bytes.length;
      socket.write(bytes.subarray(0, left), () => passed >= limit && socket.destroy());
    });
  }
}

/** About so much comes down by a socket while its greeting and some words are said. */
const socketBytes = 400;

interface Heard {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function kindOf({url = ''}: IncomingMessage): Kind {
  return kinds.find(([, form]) => form.test(url))?.[0] ?? 'other';
}

async function wholeOf(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
