import {chunkBytesMax} from '#core/snapshot/chunk-content.ts';
import {must} from '#core/lib/assert.ts';
import {damaged} from '#core/snapshot/refusal.ts';
import {pause} from './pause.ts';

/** What is packed before others have their turn: a few milliseconds of the worker. */
const pieceBytes = 128 * 1024;

export async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return must(await joined(through(bytes, new CompressionStream('gzip')), Infinity), 'bytes without a limit');
}

/** Bytes that are no gzip, or are longer than any chunk, are refused as damaged. */
export async function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await unpacked(bytes, chunkBytesMax);
  if (!whole) throw damaged();
  return whole;
}

/** What was packed; undefined where the bytes are no gzip, or would be more than `bytesMax`. */
export async function unpacked(
  bytes: Uint8Array<ArrayBuffer>,
  bytesMax: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await joined(through(bytes, new DecompressionStream('gzip')), bytesMax);
  } catch (error) {
    // The browser calls it a TypeError, Node names the failure of its zlib by a code.
    if (error instanceof TypeError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

function through(bytes: Uint8Array<ArrayBuffer>, pair: CompressionStream | DecompressionStream) {
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      if (at > 0) await pause();
      controller.enqueue(bytes.subarray(at, at + pieceBytes));
      at += pieceBytes;
      if (at >= bytes.length) controller.close();
    },
  });
  return source.pipeThrough(pair);
}

async function joined(
  stream: ReadableStream<Uint8Array>,
  bytesMax: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    size += piece.value.length;
    if (size > bytesMax) {
      await reader.cancel();
      return undefined;
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
