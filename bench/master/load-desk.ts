import type {Agent, IncomingMessage} from 'node:http';
import {request} from 'node:http';
import WebSocket from 'ws';
import {type Position, beginning, entryOf} from '#core/journal/entry.ts';
import {parsedJson} from '#core/lib/parsed-json.ts';
import {holdOrder, resumeOrder} from '#core/orders/mutators.ts';
import type {LogPlace} from '#core/sync/group.ts';
import {callOf} from '#core/sync/define.ts';
import {type PushAnswer, encodePush} from '#core/sync/protocol.ts';
import {monday} from '#core/testing/given.ts';
import {packed} from '../../cloud/testing/ask.ts';

export interface LoadPlace {
  readonly url: string;
  readonly agent: Agent;
  readonly shop: string;
  readonly token: string;
  readonly replica: string;
}

/** What everybody hears of a shop: when each change was made, and how long it took until another desk had its decision. */
export interface LoadShop {
  readonly madeAt: Map<string, number>;
  readonly waits: number[];
  /** Pushes that were answered with 503 or 429. */
  busy: number;
  refused: number;
}

interface Change extends Position {
  readonly text: string;
}

const inc = 'first-------';
const pushMost = 500;
const packFromBytes = 200;
const decoder = new TextDecoder();

/** A desk as far as its master notices: it pushes what it has done, listens, and takes the log. Rows it has none. */
export class LoadDesk {
  readonly #place: LoadPlace;
  readonly #shop: LoadShop;
  readonly #orders: readonly string[];
  #at: LogPlace;
  #made: Position = beginning;
  #acked: Position = beginning;
  #waiting: Change[] = [];
  #isPushing = false;
  #isPulling = false;
  #headSeq = 0;
  #count = 0;
  #socket: WebSocket | undefined;

  constructor(
    place: LoadPlace,
    shop: LoadShop,
    {orders, at}: {readonly orders: readonly string[]; readonly at: LogPlace},
  ) {
    this.#place = place;
    this.#shop = shop;
    this.#orders = orders;
    this.#at = at;
  }

  get ackedN(): number {
    return this.#acked.n;
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0 && !this.#isPushing && !this.#isPulling && this.#at.seq >= this.#headSeq;
  }

  get name(): string {
    return this.#place.replica;
  }

  get place(): LogPlace {
    return this.#at;
  }

  listen(): Promise<void> {
    const {url, shop, token} = this.#place;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/shops/${shop}/live`, [`tradewind.${token}`], {
      perMessageDeflate: false,
    });
    this.#socket = socket;
    socket.on('message', (told: Buffer) => this.#heard((parsedJson(told.toString()) as {readonly seq: number}).seq));
    return new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
  }

  leave(): void {
    this.#socket?.terminate();
  }

  /** Holds one of its own orders, or lets one go on: nobody else does, so it is never refused. */
  change(): void {
    const orderId = this.#orders[Math.floor(this.#count / 2) % this.#orders.length] as never;
    const call = this.#count % 2 === 0 ? callOf(holdOrder, {orderId, reason: 'stock'}) : callOf(resumeOrder, {orderId});
    this.#count += 1;
    const entry = entryOf(this.#made, {n: this.#made.n + 1, name: call.name, version: 1, args: call.args, at: monday});
    this.#made = {n: entry.n, hash: entry.hash};
    this.#waiting.push({n: entry.n, hash: entry.hash, text: decoder.decode(entry.bytes)});
    this.#shop.madeAt.set(`${this.name} ${entry.n}`, performance.now());
    void this.#push();
  }

  async #push(): Promise<void> {
    if (this.#isPushing) return;
    this.#isPushing = true;
    while (this.#waiting.length > 0) {
      const some = this.#waiting.slice(0, pushMost);
      const origin = {replica: this.name, inc};
      const push = {epoch: this.#at.epoch, origin, from: this.#acked, mutations: some.map(({text}) => text)};
      const answer = await this.#ask('/push', encodePush(push)).catch(() => undefined);
      if (answer?.status === 200) this.#answered(some, parsedJson(answer.text) as PushAnswer);
      else await this.#later(answer?.retryMs);
    }
    this.#isPushing = false;
  }

  #answered(some: readonly Change[], {no, n}: PushAnswer): void {
    const last = some.at(-1);
    if (no !== undefined || !last || n !== last.n) {
      this.#shop.refused += 1;
      this.#waiting = [];
      return;
    }
    this.#acked = {n: last.n, hash: last.hash};
    this.#waiting = this.#waiting.slice(some.length);
  }

  /** As a desk waits that was told to come again: some of it by chance. */
  async #later(retryMs = 1_000): Promise<void> {
    this.#shop.busy += 1;
    await new Promise((resolve) => setTimeout(resolve, retryMs * (0.5 + Math.random())));
  }

  #heard(seq: number): void {
    this.#headSeq = Math.max(this.#headSeq, seq);
    void this.#pull();
  }

  async #pull(): Promise<void> {
    if (this.#isPulling) return;
    this.#isPulling = true;
    while (this.#at.seq < this.#headSeq) {
      const {epoch, seq, hash} = this.#at;
      const answer = await this.#ask(`/log?epoch=${epoch}&seq=${seq}&hash=${hash}`).catch(() => undefined);
      if (answer?.status === 200) this.#take(answer.text);
      else await this.#later(answer?.retryMs);
    }
    this.#isPulling = false;
  }

  #take(told: string): void {
    const now = performance.now();
    for (const line of told.split('\n')) {
      if (!line.startsWith('{"t":"g"')) continue;
      const {seq, by, n, h} = parsedJson(line) as Readonly<{seq: number[]; by: string[]; n: number[]; h: string}>;
      this.#at = {epoch: this.#at.epoch, seq: seq[1] ?? 0, hash: h};
      if (by[0] === this.name) continue;
      for (let one = n[0] ?? 1; one <= (n[1] ?? 0); one += 1) {
        const made = this.#shop.madeAt.get(`${by[0] ?? ''} ${one}`);
        if (made !== undefined) this.#shop.waits.push(now - made);
      }
    }
  }

  #ask(
    path: string,
    body?: string,
  ): Promise<{readonly status: number; readonly text: string; readonly retryMs?: number}> {
    const {url, agent, shop, token} = this.#place;
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const isPacked = bytes !== undefined && bytes.length >= packFromBytes;
    const headers = {authorization: `Bearer ${token}`, ...(isPacked && {'content-encoding': 'gzip'})};
    return new Promise((resolve, reject) => {
      const asking = request(
        `${url}/v1/shops/${shop}${path}`,
        {agent, headers, method: body === undefined ? 'GET' : 'POST'},
        (answer: IncomingMessage) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.on('error', reject);
          answer.on('end', () => {
            const wait = Number(answer.headers['retry-after']);
            resolve({
              status: answer.statusCode ?? 0,
              text: Buffer.concat(pieces).toString(),
              ...(wait > 0 && {retryMs: wait * 1_000}),
            });
          });
        },
      );
      asking.on('error', reject);
      asking.end(isPacked ? packed(bytes.toString()) : bytes);
    });
  }
}
