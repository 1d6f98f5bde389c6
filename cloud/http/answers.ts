import type {IncomingMessage} from 'node:http';
import type {FastifyReply, FastifyRequest} from 'fastify';
import type {Fault} from '#core/faults.ts';
import {Busy} from '../busy.ts';
import {type Log, errorFacts} from '../log.ts';
import {Refused} from './refused.ts';
import {isTellable, statuses, waitOf} from './statuses.ts';

/** The one place where what went wrong becomes an answer. */
export function answerFault(
  log: Log,
): (error: unknown, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  return async (error, request, reply) => {
    const fault = faultOf(error, request);
    if (fault?.code === 'cloud.too_large') await letPass(request.raw);
    if (fault) return send(reply, fault);
    log('failed', {route: request.routeOptions.url ?? 'none', ...errorFacts(error)});
    return send(reply, {code: 'sync.busy', values: {}});
  };
}

export function answerNotFound(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return send(reply, {code: 'cloud.not_found', values: {}});
}

const passedBytesMax = 128 * 1024 * 1024;
const passedMs = 15_000;

/**
 * Lets the rest of a body that is too large go by unread, within reason. Else the connection breaks under whoever still sends,
 * and they take it for a bad network and send it again.
 */
function letPass(body: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (body.complete || body.destroyed) return resolve();
    let bytes = 0;
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, passedMs);
    body.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > passedBytesMax) end();
    });
    for (const event of ['end', 'error', 'close']) body.once(event, end);
    body.resume();
  });
}

function send(reply: FastifyReply, fault: Fault): FastifyReply {
  const {code, values} = fault;
  if (!isTellable(code)) return send(reply, {code: 'sync.busy', values: {}});
  const wait = waitOf(code) ?? values['seconds'];
  if (wait !== undefined) reply.header('retry-after', String(wait));
  return reply.status(statuses[code]).type('application/json; charset=utf-8').send({fault: {code, values}});
}

function faultOf(error: unknown, request: FastifyRequest): Fault | undefined {
  if (error instanceof Refused) return error.fault;
  if (error instanceof Busy) return {code: 'sync.busy', values: {}};
  const {statusCode} = error as {readonly statusCode?: unknown};
  if (statusCode === 413) return {code: 'cloud.too_large', values: {bytesMax: request.routeOptions.bodyLimit ?? 0}};
  const isTheirs = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isTheirs ? {code: 'cloud.garbage', values: {path: 'request'}} : undefined;
}
