import {type TrueTypeFont} from '../fonts/truetype.ts';
import {type Bitmap, blankBitmap} from './bitmap.ts';
import {edgesOf} from './outline.ts';

/** A glyph in dots; its upper left dot lies `left` to the right of the pen and `top` below the baseline. */
export interface GlyphBitmap extends Bitmap {
  readonly left: number;
  readonly top: number;
}

/** Rows in which a dot's ink is weighed. */
const subRows = 5;
/** A little less than half of a dot: thermal printers print thin strokes thinner. */
const inkMin = 0.44;

/** Draws a glyph `emDots` high by how much of each dot its outline covers; nothing for a space. */
export function glyphBitmap(font: TrueTypeFont, glyph: number, emDots: number): GlyphBitmap | undefined {
  const scale = emDots / font.unitsPerEm;
  const edges = edgesOf(font, glyph).map((value, at) => (at % 2 === 0 ? value * scale : -value * scale));
  if (edges.length === 0) return undefined;

  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < edges.length; at += 2) {
    const [x = 0, y = 0] = [edges[at], edges[at + 1]];
    [minX, maxX, minY, maxY] = [Math.min(minX, x), Math.max(maxX, x), Math.min(minY, y), Math.max(maxY, y)];
  }
  const [left, top] = [Math.floor(minX), Math.floor(minY)];
  const [width, height] = [Math.ceil(maxX) - left, Math.ceil(maxY) - top];
  if (width <= 0 || height <= 0) return undefined;
  const bitmap = blankBitmap(width, height);
  const ink = new Float32Array(width);
  for (let row = 0; row < height; row++) {
    ink.fill(0);
    for (let sub = 0; sub < subRows; sub++) addSpans(edges, top + row + (sub + 0.5) / subRows, left, ink);
    const at = row * bitmap.rowBytes;
    for (let x = 0; x < width; x++)
      if ((ink[x] ?? 0) >= inkMin * subRows)
        bitmap.bits[at + (x >> 3)] = (bitmap.bits[at + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  }
  return {...bitmap, left, top};
}

/** Adds to each dot of a row how much of it lies inside the outline on the line `y`; inside is where turns do not cancel out. */
function addSpans(edges: readonly number[], y: number, left: number, ink: Float32Array): void {
  const crossings: {readonly x: number; readonly turn: number}[] = [];
  for (let at = 0; at < edges.length; at += 4) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [edges[at], edges[at + 1], edges[at + 2], edges[at + 3]];
    if (y1 <= y === y2 <= y) continue;
    crossings.push({x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) - left, turn: y1 < y2 ? 1 : -1});
  }
  crossings.sort((a, b) => a.x - b.x);
  let winding = 0;
  for (const [at, {x, turn}] of crossings.entries()) {
    winding += turn;
    const next = crossings[at + 1];
    if (winding !== 0 && next) addSpan(x, next.x, ink);
  }
}

function addSpan(from: number, below: number, ink: Float32Array): void {
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(ink.length, Math.ceil(below)); x++)
    ink[x] = (ink[x] ?? 0) + Math.min(below, x + 1) - Math.max(from, x);
}
