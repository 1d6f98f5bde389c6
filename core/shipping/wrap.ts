import {type Glyph, widthEm} from './glyphs.ts';

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const neverFirst = /[\p{Pe}\p{Pf}、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const neverLast = /[\p{Ps}\p{Pi}〒]/u;

/** Sums of floats taken in another order differ by less than this. */
const toleranceEm = 1e-6;

/** Widths tried between even lines and full ones. */
const evenSteps = 12;
const evenLinesMax = 4;

/**
 * Breaks glyphs into lines of at most `maxEm`: at spaces, behind hyphens, slashes and commas, between ideographs (save
 * where a line would begin with a closing or end with an opening mark), and inside a word only when the word alone is too
 * wide. Loses nothing but the spaces at the breaks; a glyph wider than `maxEm` gets a line of its own.
 */
export function wrap(glyphs: readonly Glyph[], maxEm: number): readonly (readonly Glyph[])[] {
  const lines: Glyph[][] = [];
  let line: Glyph[] = [];
  let lineEm = 0;

  const overflows = (byEm: number) => lineEm + byEm > maxEm + toleranceEm;
  const close = () => {
    if (line.length > 0) lines.push(line);
    line = [];
    lineEm = 0;
  };

  for (const piece of unbreakable(glyphs)) {
    if (overflows(widthEm(withoutEndSpace(piece)))) close();
    for (const glyph of piece) {
      if (glyph.character !== ' ' && overflows(glyph.advanceEm)) close();
      line.push(glyph);
      lineEm += glyph.advanceEm;
    }
  }
  close();
  return lines.map(withoutEndSpace);
}

/** As many lines as `wrap` makes, but the few lines of an address of like width: no lonely word at the end. */
export function wrapEvenly(glyphs: readonly Glyph[], maxEm: number): readonly (readonly Glyph[])[] {
  const lines = wrap(glyphs, maxEm);
  if (lines.length < 2 || lines.length > evenLinesMax) return lines;

  const evenEm = widthEm(glyphs) / lines.length;
  for (let step = 1; step < evenSteps; step++) {
    const narrower = wrap(glyphs, evenEm + ((maxEm - evenEm) * step) / evenSteps);
    if (narrower.length === lines.length) return narrower;
  }
  return lines;
}

/** The stretches that stay together, each with the space behind it. */
function unbreakable(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const pieces: Glyph[][] = [];
  let previous = '';
  for (const glyph of glyphs) {
    const last = pieces.at(-1);
    if (last && !breaksBetween(previous, glyph.character)) last.push(glyph);
    else pieces.push([glyph]);
    previous = glyph.character;
  }
  return pieces;
}

function breaksBetween(before: string, after: string): boolean {
  if (after === ' ' || neverFirst.test(after) || neverLast.test(before)) return false;
  return /[ \-/,]/.test(before) || ideograph.test(before) || ideograph.test(after);
}

function withoutEndSpace(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.at(-1)?.character === ' ' ? glyphs.slice(0, -1) : glyphs;
}
