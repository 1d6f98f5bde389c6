import {type TrueTypeFont, viewOf} from './truetype.ts';

/** A font that grows by the glyphs a document uses. */
export interface Subset {
  /** Adds a glyph, again if it is there already, and tells its new number; the first is 1. */
  add(glyph: number): number;
  /** The font file of what was added, with the tables a PDF viewer needs (ISO 32000-1, 9.9) and no others. */
  encode(): Uint8Array;
}

// Flags of a composite glyph's parts (OpenType specification, "glyf").
const wideArguments = 0x0001;
const oneScale = 0x0008;
const moreParts = 0x0020;
const twoScales = 0x0040;
const matrix = 0x0080;

export function subsetOf(font: TrueTypeFont): Subset {
  const glyphs = [0];
  const numberOf = new Map([[0, 0]]);
  const add = (glyph: number) => {
    const number = glyphs.push(glyph) - 1;
    numberOf.set(glyph, number);
    return number;
  };
  const include = (glyph: number) => numberOf.get(glyph) ?? add(glyph);
  return {add, encode: () => encode(font, glyphs, include)};
}

function encode(font: TrueTypeFont, glyphs: readonly number[], include: (glyph: number) => number): Uint8Array {
  // The parts of composite glyphs are included on the way, so the list grows under the loop.
  const outlines: Uint8Array[] = [];
  for (const glyph of glyphs) outlines.push(renumbered(font.outlineOf(glyph), include));

  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
  let offset = 0;
  for (const [at, glyph] of glyphs.entries()) {
    const {advance, leftBearing} = font.metricsOf(glyph);
    hmtx.setUint16(at * 4, advance);
    hmtx.setInt16(at * 4 + 2, leftBearing);
    offset += outlines[at]?.length ?? 0;
    loca.setUint32((at + 1) * 4, offset);
  }

  const patched = (tag: string, patch: (view: DataView) => void) => {
    const bytes = Uint8Array.from(font.table(tag) ?? []);
    patch(viewOf(bytes));
    return bytes;
  };
  const prep = font.table('prep');
  return fontFile([
    ['glyf', concatenated(outlines, offset)],
    ['head', patched('head', (head) => head.setInt16(50, 1))],
    ['hhea', patched('hhea', (hhea) => hhea.setUint16(34, glyphs.length))],
    ['hmtx', new Uint8Array(hmtx.buffer)],
    ['loca', new Uint8Array(loca.buffer)],
    ['maxp', patched('maxp', (maxp) => maxp.setUint16(4, glyphs.length))],
    ...(prep ? [['prep', prep] as const] : []),
  ]);
}

/** An outline padded to four bytes; the parts of a composite one are included and told by their new numbers. */
function renumbered(outline: Uint8Array, include: (glyph: number) => number): Uint8Array {
  const copy = new Uint8Array(Math.ceil(outline.length / 4) * 4);
  copy.set(outline);
  const view = viewOf(copy);
  if (outline.length === 0 || view.getInt16(0) >= 0) return copy;

  let at = 10;
  for (let flags = moreParts; flags & moreParts;) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, include(view.getUint16(at + 2)));
    at += 4 + (flags & wideArguments ? 4 : 2);
    at += flags & oneScale ? 2 : flags & twoScales ? 4 : flags & matrix ? 8 : 0;
  }
  return copy;
}

function fontFile(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const headerBytes = 12 + tables.length * 16;
  const parts: Uint8Array[] = [];
  const header = new DataView(new ArrayBuffer(headerBytes));
  const power = 2 ** Math.floor(Math.log2(tables.length));
  header.setUint32(0, 0x00010000);
  header.setUint16(4, tables.length);
  header.setUint16(6, power * 16);
  header.setUint16(8, Math.log2(power));
  header.setUint16(10, (tables.length - power) * 16);

  let offset = headerBytes;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
    padded.set(bytes);
    const at = 12 + index * 16;
    for (let letter = 0; letter < 4; letter++) header.setUint8(at + letter, tag.charCodeAt(letter));
    header.setUint32(at + 4, checksum(padded));
    header.setUint32(at + 8, offset);
    header.setUint32(at + 12, bytes.length);
    parts.push(padded);
    offset += padded.length;
  }
  return concatenated([new Uint8Array(header.buffer), ...parts], offset);
}

function checksum(padded: Uint8Array): number {
  const view = viewOf(padded);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function concatenated(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
