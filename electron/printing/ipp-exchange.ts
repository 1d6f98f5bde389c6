import {type ClientRequest, request} from 'node:http';
import type {Socket} from 'node:net';
import {ippPort} from '#core/printing/printer.ts';
import {errorCode} from '../files/error-code.ts';
import {shakeHands} from './shake-hands.ts';
import {decodeIpp, encodeIpp, type IppMessage} from './ipp-message.ts';

/** What came of asking a printer. */
export type Exchange =
  | {readonly came: 'answer'; readonly message: IppMessage}
  /** Nothing of the request has left; `certificate` is the SHA-256 of the one that was shown, where that was why. */
  | {readonly came: 'noConnection'; readonly words: string; readonly certificate?: string}
  /** A server that takes no such request: HTTP 4xx. */
  | {readonly came: 'httpRefusal'; readonly words: string}
  /** The request had left, and what came back is no answer. */
  | {readonly came: 'noAnswer'; readonly words: string};

export interface IppTerms {
  /** Without a byte in either direction. */
  readonly stalledMs: number;
  /** For the whole of it, lest a printer sends a byte now and then for ever. */
  readonly wholeMs: number;
  /** SHA-256 of the certificate that a person has trusted. */
  readonly fingerprint?: string;
}

export const ippTerms: IppTerms = {stalledMs: 30_000, wholeMs: 5 * 60_000};
const answerBytesMax = 1024 * 1024;

export interface Asking {
  readonly done: Promise<Exchange>;
  stop(): void;
}

/** One request and its answer, over a connection of its own; by TLS only to whom the system or a person trusts. */
export function exchange(uri: string, message: IppMessage, document: Uint8Array, terms: IppTerms): Asking {
  if (new URL(uri).protocol !== 'ipps:') return asking(uri, undefined, {message, document}, terms);
  const shaking = shakeHands(placeOf(uri), terms);
  let current: {stop(): void} = shaking;
  const done = shaking.done.then((shaken): Promise<Exchange> | Exchange => {
    if (!('socket' in shaken)) return {came: 'noConnection', ...shaken};
    const further = asking(uri, shaken.socket, {message, document}, terms);
    current = further;
    return further.done;
  });
  return {done, stop: () => current.stop()};
}

function asking(
  uri: string,
  socket: Socket | undefined,
  {message, document}: {readonly message: IppMessage; readonly document: Uint8Array},
  limits: IppTerms,
): Asking {
  const body = Buffer.concat([encodeIpp(message), document]);
  const asked = requestTo(uri, socket, body.length);
  let finish: (came: Exchange) => void = () => undefined;
  const done = new Promise<Exchange>((resolve) => {
    finish = resolve;
  });
  // What is given to a connection that stands may have left at once.
  let hasLeft = socket !== undefined;
  const timer = setTimeout(() => stop('took too long'), limits.wholeMs);
  const ended = (came: Exchange): void => {
    clearTimeout(timer);
    finish(came);
    asked.destroy();
  };
  const stop = (words: string): void => ended({came: hasLeft ? 'noAnswer' : 'noConnection', words});

  asked.setTimeout(limits.stalledMs, () => stop('does not answer'));
  asked.on('error', (error) => stop(errorCode(error)));
  asked.on('socket', (socket) => {
    socket.once('connect', () => {
      hasLeft = true;
    });
  });
  asked.on('response', (response) => {
    const status = response.statusCode ?? 0;
    if (status >= 400 && status < 500) return ended({came: 'httpRefusal', words: `HTTP ${status}`});
    if (status !== 200) return ended({came: 'noAnswer', words: `HTTP ${status}`});
    const parts: Buffer[] = [];
    let length = 0;
    response.on('data', (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length > answerBytesMax) stop('answers without end');
    });
    response.on('error', (error) => stop(errorCode(error)));
    response.on('end', () => {
      const answer = decodeIpp(Buffer.concat(parts));
      if (!answer || answer.requestId !== message.requestId) return stop('answers what is no IPP');
      ended({came: 'answer', message: answer});
    });
  });
  asked.end(body);
  return {done, stop: () => stop('given up')};
}

function requestTo(uri: string, socket: Socket | undefined, bodyBytes: number): ClientRequest {
  const {pathname} = new URL(uri);
  return request({
    ...placeOf(uri),
    path: pathname === '' ? '/' : pathname,
    method: 'POST',
    headers: {'content-type': 'application/ipp', 'content-length': bodyBytes},
    // An agent would open a connection of its own.
    ...(socket ? {createConnection: () => socket} : {agent: false}),
  });
}

function placeOf(uri: string): {readonly host: string; readonly port: number} {
  const {hostname, port} = new URL(uri);
  return {host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? ippPort : Number(port)};
}
