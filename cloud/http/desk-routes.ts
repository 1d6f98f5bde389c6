import type {FastifyInstance} from 'fastify';
import {base64urlText, integer, object, pattern} from '#core/lib/shape.ts';
import {protocolVersion} from '#core/sync/protocol.ts';
import {addCode, join} from '../shops/codes.ts';
import {desksOf, revoke} from '../shops/desks.ts';
import {AddressLimit} from './address-limit.ts';
import {jsonOf} from './bodies.ts';
import {newDeskFields} from './desk-fields.ts';
import type {LiveDesks} from './live-desks.ts';
import type {Parts} from './parts.ts';
import {granted, shaped} from './refused.ts';
import {deskIn, nameForm, signIn} from './signed-in.ts';

const triesPerMinute = 20;

const nonce = pattern(/^[A-Za-z0-9_-]{43}$/);
const helloQuery = object({nonce});
const newCode = object({
  verifier: pattern(/^[A-Za-z0-9_-]{43}$/),
  wrapped: base64urlText({min: 38, max: 1_000}),
  minutes: integer({min: 1, max: 60}),
});
const joining = object({
  codeId: pattern(nameForm),
  proof: pattern(/^[A-Za-z0-9_-]{43}$/),
  ...newDeskFields,
  nonce,
});
const deskParams = object({shop: pattern(nameForm), replica: pattern(nameForm)});

/** How desks come and go. */
export function deskRoutes(app: FastifyInstance, parts: Parts, live: LiveDesks): void {
  const {pool, identity, now} = parts;
  const onRequest = signIn(parts);
  const limit = new AddressLimit(triesPerMinute, now);

  app.get('/v1/hello', async (request) => {
    const asked = shaped(helloQuery, request.query);
    return {v: protocolVersion, key: identity.publicKey, sig: identity.sign(`tradewind-hello:${asked.nonce}`)};
  });

  app.post('/v1/join', async (request) => {
    limit.count(request.ip);
    const told = await jsonOf(request, joining);
    const joined = granted(await join(pool, told, now()));
    return {...joined, key: identity.publicKey, sig: identity.sign(`tradewind-join:${told.nonce}`)};
  });

  app.post('/v1/shops/:shop/codes', {onRequest}, async (request) => {
    const told = await jsonOf(request, newCode);
    return granted(await addCode(pool, deskIn(request).shopId, told, now()));
  });

  app.get('/v1/shops/:shop/desks', {onRequest}, async (request) => desksOf(pool, deskIn(request).shopId));

  app.delete('/v1/shops/:shop/desks/:replica', {onRequest}, async (request, reply) => {
    const {shop, replica} = shaped(deskParams, request.params);
    granted(await revoke(pool, {shopId: shop, replica}, now()));
    live.end({shopId: shop, replica});
    return reply.status(204).send();
  });
}
