import {type IncomingMessage, type Server, type ServerResponse, createServer, request} from 'node:http';
import {type AddressInfo, type Socket, connect} from 'node:net';
import type {Duplex} from 'node:stream';

/** One request with a body, and its bytes as they came. */
export interface Sent {
  readonly path: string;
  readonly bytes: number;
}

/** The way between a desk and the master. It counts what desks send, and can be cut. */
export class Way {
  readonly #target: URL;
  readonly #server: Server;
  readonly #open = new Set<Duplex>();
  #isCut = false;
  sent: Sent[] = [];

  constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((asked, answer) => this.#pass(asked, answer));
    this.#server.on('upgrade', (asked: IncomingMessage, socket: Duplex, first: Buffer) => {
      this.#upgrade(asked, socket, first);
    });
    this.#server.on('connection', (socket: Socket) => this.#keep(socket));
  }

  /** Answers with the address that desks are given instead of the master's. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** From now on nobody comes through, until it is mended. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  stop(): void {
    this.#server.close();
    this.cut();
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const path = asked.url ?? '/';
    let bytes = 0;
    const {hostname: host, port} = this.#target;
    const onward = request({host, port, path, method: asked.method, headers: asked.headers}, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers);
      told.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.on('data', (piece: Buffer) => (bytes += piece.length));
    asked.on('end', () => {
      if (bytes > 0) this.sent.push({path, bytes});
    });
    asked.pipe(onward);
  }

  #upgrade({method, url, rawHeaders}: IncomingMessage, socket: Duplex, first: Buffer): void {
    const onward = connect(Number(this.#target.port), this.#target.hostname);
    const headers = Array.from({length: rawHeaders.length / 2}, (_, at) => {
      return `${rawHeaders[at * 2] ?? ''}: ${rawHeaders[at * 2 + 1] ?? ''}\r\n`;
    });
    onward.write(`${method ?? 'GET'} ${url ?? '/'} HTTP/1.1\r\n${headers.join('')}\r\n`);
    onward.write(first);
    for (const end of [socket, onward]) end.on('error', () => end.destroy());
    this.#keep(onward);
    socket.pipe(onward).pipe(socket);
  }

  #keep(socket: Duplex): void {
    if (this.#isCut) socket.destroy();
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
  }
}
