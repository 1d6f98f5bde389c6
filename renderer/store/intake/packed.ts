import {partBytes} from './content-hash.ts';

/** Parts of a file gzipped as one stream and cut into packed parts of about a part's size. `passing` sees each part before. */
export async function* packed(
  parts: AsyncIterable<Uint8Array<ArrayBuffer>>,
  passing: (part: Uint8Array<ArrayBuffer>) => Promise<void>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const source = parts[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const next = await source.next();
      if (next.done) return controller.close();
      await passing(next.value);
      controller.enqueue(next.value);
    },
  });
  yield* joined(chunksOf(stream.pipeThrough(new CompressionStream('gzip'))));
}

/** The file that was packed into these parts. */
export async function unpacked(parts: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const source = parts[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const next = await source.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  // Blobs of parts: a browser may put them on disk, where one buffer of everything would have to fit in memory.
  const pieces: Blob[] = [];
  for await (const piece of joined(chunksOf(stream.pipeThrough(new DecompressionStream('gzip'))))) {
    pieces.push(new Blob([piece]));
  }
  return new Blob(pieces);
}

async function* chunksOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
}

/** Chunks as the browser gives them, joined until they are worth a row of their own. */
async function* joined(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    yield concatenated(waiting, size);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield concatenated(waiting, size);
}

function concatenated(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
