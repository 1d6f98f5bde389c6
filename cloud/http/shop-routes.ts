import type {FastifyInstance} from 'fastify';
import {list, object, pattern, text} from '#core/lib/shape.ts';
import {bundleBytesMax, bundleChunksMax, bundleType, bundled} from '#core/sync/chunk-bundle.ts';
import {genesisManifest} from '#core/sync/snapshot.ts';
import {foundShop} from '../shops/found-shop.ts';
import {beginWith, keepGenesisChunk} from '../shops/genesis.ts';
import {isSameText, plainCode} from '../shops/secrets.ts';
import {takeBack} from '../shops/take-back.ts';
import {Turns} from '../store/turns.ts';
import {AddressLimit} from './address-limit.ts';
import {jsonOf, sendPacked, textOf} from './bodies.ts';
import {newDeskFields} from './desk-fields.ts';
import {fewAtOnce} from './few-at-once.ts';
import type {Parts} from './parts.ts';
import {Refused, found, granted, shaped} from './refused.ts';
import {deskIn, nameForm, signIn} from './signed-in.ts';
import {pushBodyMax} from './sync-routes.ts';

const manifestBytesMax = 16 * 1024 * 1024;
const triesPerMinute = 20;
/** Whoever asks again while a shop begins hears the same answer. */
const beginningsMax = 4;

const founding = object({setupCode: text({min: 1, max: 100}), shop: pattern(nameForm), ...newDeskFields});
const shaForm = pattern(/^[A-Za-z0-9_-]{43}$/);
const chunkName = object({sha: shaForm});
const chunkNames = object({shas: list(shaForm, {max: bundleChunksMax})});
const chunkParams = object({shop: pattern(nameForm), sha: shaForm});

/** How a shop comes to the master, and how it goes from there to a desk. */
export function shopRoutes(app: FastifyInstance, parts: Parts): void {
  const {pool, snapshots, now} = parts;
  const onRequest = signIn(parts);
  const limit = new AddressLimit(triesPerMinute, now);
  const beginnings = new Turns(beginningsMax);

  app.post('/v1/shops', async (request) => {
    limit.count(request.ip);
    const {setupCode, shop, ...desk} = await jsonOf(request, founding);
    if (!isSameText(plainCode(setupCode), plainCode(parts.setupCode))) throw new Refused('sync.setup_refused');
    return granted(await foundShop(pool, {...desk, shopId: shop}, now()));
  });

  app.delete('/v1/shops/:shop', {onRequest}, async (request, reply) => {
    granted(await takeBack(pool, deskIn(request)));
    return reply.status(204).send();
  });

  app.put(
    '/v1/shops/:shop/genesis/:sha',
    {onRequest: [onRequest, fewAtOnce()], bodyLimit: pushBodyMax},
    async (request, reply) => {
      const {sha} = shaped(chunkParams, request.params);
      const told = await textOf(request);
      granted(await keepGenesisChunk(pool, deskIn(request).shopId, {sha, text: told}));
      return reply.status(204).send();
    },
  );

  app.post('/v1/shops/:shop/genesis', {onRequest, bodyLimit: manifestBytesMax}, async (request) => {
    const {chunks} = await jsonOf(request, genesisManifest);
    const {shopId} = deskIn(request);
    return granted(await beginnings.take(shopId, () => beginWith(pool, shopId, chunks)));
  });

  app.get('/v1/shops/:shop/snapshot', {onRequest}, async (request) => {
    const snapshot = await snapshots.of(deskIn(request).shopId, now());
    if (!snapshot) throw new Refused('cloud.shop_empty');
    return snapshot;
  });

  app.get('/v1/shops/:shop/snapshot/:sha', {onRequest}, async (request, reply) => {
    const {shop, sha} = shaped(chunkParams, request.params);
    return sendPacked(request, reply, found(await snapshots.chunk(shop, sha)));
  });

  // Before a page asks another address by GET, its browser asks that whether it may, once for each chunk.
  app.post('/v1/shops/:shop/snapshot/chunk', {onRequest}, async (request, reply) => {
    const {sha} = await jsonOf(request, chunkName);
    return sendPacked(request, reply, found(await snapshots.chunk(deskIn(request).shopId, sha)));
  });

  app.post('/v1/shops/:shop/snapshot/chunks', {onRequest}, async (request, reply) => {
    const {shas} = await jsonOf(request, chunkNames);
    const packed = found(await snapshots.bundle(deskIn(request).shopId, shas));
    if (packed === 'too large') throw new Refused('cloud.too_large', {bytesMax: bundleBytesMax});
    return reply.type(bundleType).send(Buffer.from(bundled(packed).buffer));
  });
}
