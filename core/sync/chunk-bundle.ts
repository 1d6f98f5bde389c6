/**
 * Chunks that travel together, each packed with gzip: four bytes that tell its length, the largest first, then it. A request costs a
 * browser a millisecond in each of its processes, and a shop of 100,000 orders has 400 chunks.
 */
export const bundleChunksMax = 8;
/** Of several chunks, unpacked; a larger one travels alone. */
export const bundleBytesMax = 4 * 1024 * 1024;

/** What an answer that is one calls itself. */
export const bundleType = 'application/vnd.tradewind.chunks';

const lengthBytes = 4;

export function bundled(packed: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bundle = new Uint8Array(packed.reduce((sum, {length}) => sum + lengthBytes + length, 0));
  const view = new DataView(bundle.buffer);
  let at = 0;
  for (const one of packed) {
    view.setUint32(at, one.length);
    bundle.set(one, at + lengthBytes);
    at += lengthBytes + one.length;
  }
  return bundle;
}

/** The chunks of a bundle, packed still; undefined where it is not `count` of them to its last byte. */
export function unbundled(bundle: Uint8Array<ArrayBuffer>, count: number): Uint8Array<ArrayBuffer>[] | undefined {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const packed: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  while (packed.length < count && at + lengthBytes <= bundle.length) {
    const from = at + lengthBytes;
    at = from + view.getUint32(at);
    packed.push(bundle.subarray(from, at));
  }
  return packed.length === count && at === bundle.length ? packed : undefined;
}

/** How many of these chunks, from the first, travel together: one at least. */
export function bundleLength(chunks: readonly {readonly bytes: number}[]): number {
  let [count, bytes] = [0, 0];
  for (const chunk of chunks.slice(0, bundleChunksMax)) {
    bytes += chunk.bytes;
    if (count > 0 && bytes > bundleBytesMax) break;
    count += 1;
  }
  return count;
}
