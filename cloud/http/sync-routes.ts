import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';
import {entryBytesMax} from '#core/journal/entry.ts';
import {integer, object, pattern} from '#core/lib/shape.ts';
import type {LogPlace} from '#core/sync/group.ts';
import {decodePush, encodeFrame, protocolVersion, pushBytesMax} from '#core/sync/protocol.ts';
import {digestOfShop} from '../shops/digest.ts';
import {Turns} from '../store/turns.ts';
import {jsonOf, sendText, textOf} from './bodies.ts';
import {fewAtOnce} from './few-at-once.ts';
import type {LiveDesks} from './live-desks.ts';
import type {Parts} from './parts.ts';
import {Refused, granted, shaped} from './refused.ts';
import {deskIn, signIn} from './signed-in.ts';

/** One mutation as large as a journal takes, and beside it as much as a push has room for. */
export const pushBodyMax = entryBytesMax + pushBytesMax + 64 * 1024;
const logBytesAbout = 1_000_000;
/** A digest reads a whole shop: one at a time, and so many wait. */
const digestsMax = 8;

const hash = pattern(/^[A-Za-z0-9_-]{43}$/);
const place = object({epoch: integer({min: 1}), seq: integer({min: 0}), hash});

/** Changes in, decisions out. */
export function syncRoutes(app: FastifyInstance, parts: Parts, live: LiveDesks): void {
  const {master, pool, now} = parts;
  const onRequest = signIn(parts);
  const digests = new Turns(digestsMax);

  app.post(
    '/v1/shops/:shop/push',
    {onRequest: [onRequest, fewAtOnce()], bodyLimit: pushBodyMax},
    async (request, reply) => {
      const {shopId, replica} = deskIn(request);
      const push = decodePush(await textOf(request));
      if (push === 'upgrade') throw new Refused('sync.upgrade', {version: protocolVersion});
      const told = granted(push);
      if (told.origin.replica !== replica) {
        const head = (await parts.store.head(shopId)) ?? {epoch: 1, seq: 0};
        return reply.send({v: protocolVersion, epoch: head.epoch, seq: head.seq, n: 0, no: 'auth'});
      }
      const answer = await master.push(shopId, told, now());
      if (!answer) throw new Refused('cloud.shop_empty');
      if (answer.no === undefined) live.headMoved(shopId, answer.seq);
      return reply.send(answer);
    },
  );

  app.get('/v1/shops/:shop/log', {onRequest}, async (request, reply) => {
    const asked = request.query as Readonly<Record<string, unknown>>;
    const from = shaped(place, {
      epoch: wholeNumber(asked['epoch']),
      seq: wholeNumber(asked['seq']),
      hash: asked['hash'],
    });
    return sendLog(request, reply, from);
  });

  // Before a page asks another address by GET, its browser asks that whether it may, once for each place in the log.
  app.post('/v1/shops/:shop/log', {onRequest}, async (request, reply) => {
    return sendLog(request, reply, await jsonOf(request, place));
  });

  async function sendLog(request: FastifyRequest, reply: FastifyReply, from: LogPlace): Promise<FastifyReply> {
    const frames = await master.pull(deskIn(request).shopId, from, logBytesAbout);
    if (!frames) throw new Refused('cloud.shop_empty');
    return sendText(request, reply, frames.map(encodeFrame).join(''));
  }

  app.get('/v1/shops/:shop/digest', {onRequest}, async (request) => {
    const {shopId} = deskIn(request);
    const digest = await digests.take(shopId, () => digestOfShop(pool, shopId));
    if (!digest) throw new Refused('cloud.shop_empty');
    return digest;
  });
}

/** What a query says is text; a number is told by its digits and nothing else. */
function wholeNumber(told: unknown): unknown {
  return typeof told === 'string' && /^\d{1,16}$/.test(told) ? Number(told) : told;
}
