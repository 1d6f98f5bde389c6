import type {FastifyReply, FastifyRequest} from 'fastify';
import {Busy} from '../busy.ts';
import {deskIn} from './signed-in.ts';

const atOnceMax = 4;

/** Large bodies that one desk may be sending at once: each is held in memory until it is dealt with. */
export function fewAtOnce(): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const underWay = new Map<string, number>();
  return async (request, reply) => {
    const {shopId, replica} = deskIn(request);
    const desk = `${shopId}/${replica}`;
    const count = underWay.get(desk) ?? 0;
    // Whoever has gone while it was looked up who they are takes no room: that they leave is told no more.
    if (reply.raw.closed) throw new Busy('a desk that has gone');
    if (count >= atOnceMax) throw new Busy('a desk sends too much at once');
    underWay.set(desk, count + 1);
    reply.raw.once('close', () => {
      const left = (underWay.get(desk) ?? 1) - 1;
      if (left > 0) underWay.set(desk, left);
      else underWay.delete(desk);
    });
  };
}
