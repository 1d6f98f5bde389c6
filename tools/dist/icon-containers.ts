/** A square PNG and the length of its side in pixels. */
export interface Picture {
  readonly side: number;
  readonly png: Buffer;
}

// Apple's names for a PNG of each side.
const appleTypes: Readonly<Record<number, string>> = {
  16: 'icp4',
  32: 'icp5',
  64: 'icp6',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
  1024: 'ic10',
};

/** An `.icns` file: a head and one block per picture, each with its type and its whole length, big-endian. */
export function icns(pictures: readonly Picture[]): Buffer {
  const blocks = pictures.flatMap(({side, png}) => {
    const type = appleTypes[side];
    return type ? [block(type, png)] : [];
  });
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}

/** An `.ico` file: a head, a directory entry per picture (at most 256 pixels), then the PNGs, little-endian. */
export function ico(pictures: readonly Picture[]): Buffer {
  const small = pictures.filter(({side}) => side <= 256);
  const head = Buffer.alloc(6);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(small.length, 4);

  let at = head.length + small.length * 16;
  const entries = small.map(({side, png}) => {
    const entry = Buffer.alloc(16);
    // One byte each: 256 is written as 0.
    entry.writeUInt8(side % 256, 0);
    entry.writeUInt8(side % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(at, 12);
    at += png.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...small.map(({png}) => png)]);
}
