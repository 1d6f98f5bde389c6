import type {FastifyRequest} from 'fastify';
import type {Desk} from '../shops/desks.ts';
import {deskOf} from '../shops/desks.ts';
import type {Parts} from './parts.ts';
import {Refused} from './refused.ts';

const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/;
export const nameForm = /^[A-Za-z0-9_-]{12}$/;

const desks = new WeakMap<FastifyRequest, Desk>();

/** Finds out who asks before anything of the body is read, and whether this is their shop. */
export function signIn(parts: Pick<Parts, 'pool' | 'now'>): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    desks.set(request, await deskWith(parts, token, (request.params as {readonly shop?: string}).shop));
  };
}

export async function deskWith(
  {pool, now}: Pick<Parts, 'pool' | 'now'>,
  token: string | undefined,
  shopId: string | undefined,
): Promise<Desk> {
  const desk = token === undefined ? undefined : await deskOf(pool, token, now());
  if (!desk) throw new Refused('sync.revoked');
  if (desk.shopId !== shopId) throw new Refused('cloud.other_shop');
  return desk;
}

/** The desk whose request this is. */
export function deskIn(request: FastifyRequest): Desk {
  const desk = desks.get(request);
  if (!desk) throw new Refused('sync.revoked');
  return desk;
}
