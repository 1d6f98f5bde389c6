import type {IncomingMessage, ServerResponse} from 'node:http';
import {gzipSync} from 'node:zlib';

/** A server of a peer's protocol over the orders of one shop, all in memory. */
export interface PeerServer {
  /** Answers what is asked below its own path; false where there is nothing. */
  answer(asked: Asked): Promise<unknown>;
  /** How often each order was changed here. */
  readonly changes: ReadonlyMap<string, number>;
}

export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly method: string;
  readonly body: string;
}

/** JSON that is told as it stands. */
export class Told {
  readonly text: string;
  readonly status: number;

  constructor(text: string, status = 200) {
    this.text = text;
    this.status = status;
  }
}

const packFromBytes = 1_024;
const level = 1;

/** JSON, packed as the master's answers are. */
export function send(response: ServerResponse, told: unknown): void {
  const {text, status} = told instanceof Told ? told : new Told(JSON.stringify(told));
  const bytes = Buffer.from(text);
  const isPacked = bytes.length >= packFromBytes;
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(isPacked && {'content-encoding': 'gzip'}),
  });
  response.end(isPacked ? gzipSync(bytes, {level}) : bytes);
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
