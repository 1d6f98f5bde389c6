import {promisify} from 'node:util';
import {gunzip, gzip} from 'node:zlib';
import type {FastifyReply, FastifyRequest} from 'fastify';
import {parsedJson} from '#core/lib/parsed-json.ts';
import type {Shape} from '#core/lib/shape.ts';
import {Refused, garbage, shaped} from './refused.ts';

const unpack = promisify(gunzip);
const pack = promisify(gzip);

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
/** Shorter answers are not worth packing. */
const packFromBytes = 1_024;

/** The text of a request. A packed one is unpacked up to the size that one of its kind may have, and not a byte beyond. */
export async function textOf(request: FastifyRequest): Promise<string> {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const plain = await plainBytes(request, bytes);
  try {
    return decoder.decode(plain);
  } catch {
    throw garbage('body');
  }
}

async function plainBytes(request: FastifyRequest, bytes: Buffer): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return bytes;
  if (encoding !== 'gzip') throw garbage('content-encoding');
  const bytesMax = request.routeOptions.bodyLimit ?? 0;
  try {
    return await unpack(bytes, {maxOutputLength: bytesMax});
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    throw code === 'ERR_BUFFER_TOO_LARGE' ? new Refused('cloud.too_large', {bytesMax}) : garbage('body');
  }
}

/** The JSON of a request, of the shape it must have. */
export async function jsonOf<T>(request: FastifyRequest, shape: Shape<T>): Promise<T> {
  return shaped(shape, parsedJson(await textOf(request)));
}

/** Sends a text, packed where the asker takes that. */
export async function sendText(request: FastifyRequest, reply: FastifyReply, text: string): Promise<FastifyReply> {
  const bytes = Buffer.from(text);
  reply.type('application/x-ndjson; charset=utf-8').header('vary', 'accept-encoding');
  if (bytes.length < packFromBytes || !takesGzip(request)) return reply.send(bytes);
  return reply.header('content-encoding', 'gzip').send(await pack(bytes, {level: 4}));
}

/** Sends what is kept packed, unpacked for whoever does not take it so. */
export async function sendPacked(request: FastifyRequest, reply: FastifyReply, packed: Buffer): Promise<FastifyReply> {
  reply.type('application/x-ndjson; charset=utf-8').header('vary', 'accept-encoding');
  reply.header('cache-control', 'private, max-age=31536000, immutable');
  if (takesGzip(request)) return reply.header('content-encoding', 'gzip').send(packed);
  return reply.send(await unpack(packed));
}

function takesGzip(request: FastifyRequest): boolean {
  return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
}
