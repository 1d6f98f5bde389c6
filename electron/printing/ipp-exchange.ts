import {type ClientRequest, request as httpRequest} from 'node:http';
import {request as httpsRequest} from 'node:https';
import {ippPort} from '#core/printing/printer.ts';
import {errorCode} from '../files/error-code.ts';
import {decodeIpp, encodeIpp, type IppMessage} from './ipp-message.ts';

/** What came of asking a printer. */
export type Exchange =
  | {readonly came: 'answer'; readonly message: IppMessage}
  /** Nothing of the request has left. */
  | {readonly came: 'noConnection'; readonly words: string}
  /** A server that takes no such request: HTTP 4xx. */
  | {readonly came: 'httpRefusal'; readonly words: string}
  /** The request had left, and what came back is no answer. */
  | {readonly came: 'noAnswer'; readonly words: string};

export interface IppLimits {
  /** Without a byte in either direction. */
  readonly stalledMs: number;
  /** For the whole of it, lest a printer sends a byte now and then for ever. */
  readonly wholeMs: number;
}

export const ippLimits: IppLimits = {stalledMs: 30_000, wholeMs: 5 * 60_000};
const answerBytesMax = 1024 * 1024;

export interface Asking {
  readonly done: Promise<Exchange>;
  stop(): void;
}

/** One request and its answer, over a connection of its own. */
export function exchange(uri: string, message: IppMessage, document: Uint8Array, limits: IppLimits): Asking {
  const body = Buffer.concat([encodeIpp(message), document]);
  const request = requestTo(uri, body.length);
  let finish: (came: Exchange) => void = () => undefined;
  const done = new Promise<Exchange>((resolve) => {
    finish = resolve;
  });
  let hasLeft = false;
  const timer = setTimeout(() => stop('took too long'), limits.wholeMs);
  const ended = (came: Exchange): void => {
    clearTimeout(timer);
    finish(came);
    request.destroy();
  };
  const stop = (words: string): void => ended({came: hasLeft ? 'noAnswer' : 'noConnection', words});

  request.setTimeout(limits.stalledMs, () => stop('does not answer'));
  request.on('error', (error) => stop(errorCode(error)));
  request.on('socket', (socket) => {
    socket.once('connect', () => {
      hasLeft = true;
    });
  });
  request.on('response', (response) => {
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
  request.end(body);
  return {done, stop: () => stop('given up')};
}

function requestTo(uri: string, bodyBytes: number): ClientRequest {
  const {protocol, hostname, port, pathname} = new URL(uri);
  const options = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? ippPort : Number(port),
    path: pathname === '' ? '/' : pathname,
    method: 'POST',
    agent: false,
    headers: {'content-type': 'application/ipp', 'content-length': bodyBytes},
  } as const;
  return protocol === 'ipps:' ? httpsRequest(options) : httpRequest(options);
}
