import type {IncomingMessage} from 'node:http';
import type {Socket} from 'node:net';
import fastify, {type FastifyInstance} from 'fastify';
import {answerFault, answerNotFound} from './answers.ts';
import {letPagesAsk} from './any-page.ts';
import {deskRoutes} from './desk-routes.ts';
import {openLive} from './live-door.ts';
import {LiveDesks} from './live-desks.ts';
import type {Parts} from './parts.ts';
import {shopRoutes} from './shop-routes.ts';
import {syncRoutes} from './sync-routes.ts';

export interface Listening {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Takes nothing new, ends what is under way, and then is gone. */
  close(): Promise<void>;
}

export interface Place {
  readonly host: string;
  readonly port: number;
  /** Addresses of proxies that may say for whom they ask. */
  readonly proxies: readonly string[];
}

const bodyMax = 16 * 1024;
const requestMs = 120_000;
const connectionsMax = 10_000;

/** The master's door. Rejects with Node's error where the port cannot be had. */
export async function listen(parts: Parts, {host, port, proxies}: Place): Promise<Listening> {
  const app = fastify({
    logger: false,
    bodyLimit: bodyMax,
    requestTimeout: requestMs,
    forceCloseConnections: 'idle',
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    frameworkErrors: (error, request, reply) => void answerFault(parts.log)(error, request, reply),
    clientErrorHandler: (_error, socket) => {
      const body = JSON.stringify({fault: {code: 'cloud.garbage', values: {path: 'request'}}});
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
    },
  });
  app.server.maxConnections = connectionsMax;
  const live = new LiveDesks();
  bodiesAsBytes(app);
  app.setErrorHandler(answerFault(parts.log));
  app.setNotFoundHandler(answerNotFound);
  logRequests(app, parts);
  letPagesAsk(app);
  healthRoutes(app, parts);
  syncRoutes(app, parts, live);
  shopRoutes(app, parts);
  deskRoutes(app, parts, live);
  app.server.on('upgrade', (request, socket, first) => void openLive(parts, live, {request, socket, first}));
  app.addHook('preClose', async () => live.close());
  endSilent(app);

  const origin = await app.listen({host, port});
  return {origin, close: () => app.close()};
}

/**
 * Browsers open connections ahead of what they may ask. Node takes one on which nothing was asked for busy, and would not end before it
 * has given that up, a minute later.
 */
function endSilent(app: FastifyInstance): void {
  const silent = new Set<Socket>();
  let isEnding = false;
  app.server.on('connection', (socket) => {
    if (isEnding) socket.destroy();
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  for (const heard of ['request', 'upgrade'] as const) {
    app.server.on(heard, ({socket}: IncomingMessage) => silent.delete(socket));
  }
  app.addHook('preClose', async () => {
    isEnding = true;
    for (const socket of silent) socket.destroy();
  });
}

/** Routes read their bodies themselves, whatever they are said to be: none is looked at before it is known who sends it. */
function bodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', {parseAs: 'buffer'}, (_request, body, done) => done(null, body));
}

function healthRoutes(app: FastifyInstance, {pool}: Parts): void {
  app.get('/healthz', async () => ({ok: true}));
  app.get('/readyz', async (_request, reply) => {
    const isReady = await pool.query('select 1').then(
      () => true,
      () => false,
    );
    return reply.status(isReady ? 200 : 503).send({ok: isReady});
  });
}

function logRequests(app: FastifyInstance, {log}: Parts): void {
  app.addHook('onResponse', async (request, reply) => {
    const {url} = request.routeOptions;
    if (url === '/healthz' || url === '/readyz') return;
    log('request', {
      method: request.method,
      // The route and never the path, which is whatever somebody has typed.
      route: url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}
