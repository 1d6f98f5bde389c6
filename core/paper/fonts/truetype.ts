import {assert, must} from '../../lib/assert.ts';

/** A TrueType font as the label compiler reads it: outlines, advances and the character map, nothing of shaping. */
export interface TrueTypeFont {
  readonly file: Uint8Array;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly bounds: {readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number};
  readonly capHeight: number;
  readonly xHeight: number;
  /** The glyph of a code point; 0, the box of a missing glyph, is never told. */
  glyphOf(codePoint: number): number | undefined;
  metricsOf(glyph: number): {readonly advance: number; readonly leftBearing: number};
  /** A glyph's outline as it stands in the file; empty for a space. */
  outlineOf(glyph: number): Uint8Array;
  /** A table's bytes as they stand in the file. */
  table(tag: string): Uint8Array | undefined;
}

/** Reads a font file with TrueType outlines. Throws on anything else: the fonts are our own files. */
export function readTrueType(file: Uint8Array): TrueTypeFont {
  const tables = readDirectory(file);
  const table = (tag: string) => must(tables.get(tag), `a TrueType font has the table ${tag}`);
  const head = viewOf(table('head'));
  const hhea = viewOf(table('hhea'));
  const hmtx = viewOf(table('hmtx'));
  const loca = viewOf(table('loca'));
  const glyf = table('glyf');
  const os2 = viewOf(table('OS/2'));
  const map = segmentsOf(table('cmap'));
  const longMetrics = hhea.getUint16(34);
  const longOffsets = head.getInt16(50) === 1;
  const offsetOf = (glyph: number) => (longOffsets ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);

  return {
    file,
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    bounds: {minX: head.getInt16(36), minY: head.getInt16(38), maxX: head.getInt16(40), maxY: head.getInt16(42)},
    xHeight: os2.getInt16(86),
    capHeight: os2.getInt16(88),
    glyphOf: (codePoint) => glyphAt(map, codePoint) || undefined,
    metricsOf: (glyph) => ({
      advance: hmtx.getUint16(Math.min(glyph, longMetrics - 1) * 4),
      leftBearing: hmtx.getInt16(glyph < longMetrics ? glyph * 4 + 2 : longMetrics * 4 + (glyph - longMetrics) * 2),
    }),
    outlineOf: (glyph) => glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)),
    table: (tag) => tables.get(tag),
  };
}

/** A view on bytes that may lie inside a larger buffer. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readDirectory(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = viewOf(file);
  assert(view.getUint32(0) === 0x00010000, 'a font file of ours has TrueType outlines');

  const tables = new Map<string, Uint8Array>();
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    const tag = String.fromCharCode(...file.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    tables.set(tag, file.subarray(offset, offset + view.getUint32(at + 12)));
  }
  return tables;
}

/** The groups of the widest character map, as in format 12: first and last code point, first glyph. */
function segmentsOf(cmap: Uint8Array): DataView {
  const view = viewOf(cmap);
  const maps = Array.from({length: view.getUint16(2)}, (_, at) => view.getUint32(8 + at * 8));
  const whole = maps.find((offset) => view.getUint16(offset) === 12);
  if (whole !== undefined) return viewOf(cmap.subarray(whole + 16, whole + view.getUint32(whole + 4)));
  const short = must(
    maps.find((offset) => view.getUint16(offset) === 4),
    'a font of ours has a character map of format 12 or 4',
  );
  return groupsOf(viewOf(cmap.subarray(short)));
}

/** A map of format 4, which small fonts have, as groups. */
function groupsOf(map: DataView): DataView {
  const doubled = map.getUint16(6);
  const groups: number[] = [];
  for (let at = 0; at < doubled; at += 2) {
    const [last, first] = [map.getUint16(14 + at), map.getUint16(16 + doubled + at)];
    const delta = map.getUint16(16 + doubled * 2 + at);
    const rangeAt = 16 + doubled * 3 + at;
    const range = map.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = range === 0 ? code : map.getUint16(rangeAt + range + (code - first) * 2);
      if (listed !== 0) groups.push(code, code, (listed + delta) & 0xffff);
    }
  }
  const view = new DataView(new ArrayBuffer(groups.length * 4));
  for (const [at, value] of groups.entries()) view.setUint32(at * 4, value);
  return view;
}

function glyphAt(groups: DataView, codePoint: number): number {
  let low = 0;
  let high = groups.byteLength / 12 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const first = groups.getUint32(middle * 12);
    if (codePoint < first) high = middle - 1;
    else if (codePoint > groups.getUint32(middle * 12 + 4)) low = middle + 1;
    else return groups.getUint32(middle * 12 + 8) + codePoint - first;
  }
  return 0;
}
