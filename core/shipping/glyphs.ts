import {type Result, fail, ok} from '../lib/result.ts';
import type {Face, FontMetrics} from './font-metrics.ts';
import {printable, standsAlone} from './printable-text.ts';

/** One character in the first face that has it. */
export interface Glyph {
  readonly character: string;
  readonly face: Face;
  readonly advanceEm: number;
}

/** A text as glyphs, each from the first of `faces` that has it. Faults: `shipping.glyph_missing` with the character. */
export function glyphsOf(text: string, faces: readonly Face[], metrics: FontMetrics): Result<readonly Glyph[]> {
  const glyphs: Glyph[] = [];
  for (const character of printable(text)) {
    const glyph = standsAlone(character) ? glyphOf(character, faces, metrics) : undefined;
    if (!glyph) return glyphMissing(character);
    glyphs.push(glyph);
  }
  return ok(glyphs);
}

/** The width of glyphs set side by side, in ems. */
export function widthEm(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.advanceEm, 0);
}

function glyphOf(character: string, faces: readonly Face[], metrics: FontMetrics): Glyph | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  for (const face of faces) {
    const advanceEm = metrics.advanceEm(face, codePoint);
    if (advanceEm !== undefined) return {character, face, advanceEm};
  }
  return undefined;
}

function glyphMissing(character: string) {
  const codePoint = character.codePointAt(0) ?? 0;
  const lone = codePoint >= 0xd800 && codePoint <= 0xdfff;
  const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
  return fail('shipping.glyph_missing', {character: lone ? '\ufffd' : character, codePoint: `U+${hex}`});
}
