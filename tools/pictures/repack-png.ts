import {crc32, deflateSync, inflateSync} from 'node:zlib';
import {assert, must} from '#core/lib/assert.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bytesPerPixel = 3;

/**
 * The same picture in a fifth fewer bytes: Chromium filters rows, which suits photographs; flat surfaces and repeated
 * letters pack better as they are. Takes what Chromium writes: 8 bits of red, green and blue, not interlaced.
 */
export function repackPng(png: Buffer): Buffer {
  const chunks = [...chunksOf(png)];
  const head = must(chunks[0], 'a PNG begins with its head').data;
  assert(head[8] === 8 && head[9] === 2 && head[12] === 0, 'Chromium writes plain 24-bit pictures');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const packed = Buffer.concat(chunks.filter(({type}) => type === 'IDAT').map(({data}) => data));
  const rows = unfiltered(inflateSync(packed), width * bytesPerPixel, height);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, {level: 9, memLevel: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function* chunksOf(png: Buffer): Generator<{readonly type: string; readonly data: Buffer}> {
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield {type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length)};
    at += 12 + length;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Rows with their filters undone, each behind a zero that says "not filtered" (PNG 1.2, section 6). */
function unfiltered(filtered: Buffer, rowBytes: number, height: number): Buffer {
  const rows = Buffer.alloc(filtered.length);
  const stride = rowBytes + 1;
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * stride] ?? 0;
    for (let x = 1; x <= rowBytes; x += 1) {
      const at = y * stride + x;
      const left = x > bytesPerPixel ? (rows[at - bytesPerPixel] ?? 0) : 0;
      const above = y > 0 ? (rows[at - stride] ?? 0) : 0;
      const corner = x > bytesPerPixel && y > 0 ? (rows[at - stride - bytesPerPixel] ?? 0) : 0;
      rows[at] = (filtered[at] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const [byLeft, byAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const byCorner = Math.abs(left + above - 2 * corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
