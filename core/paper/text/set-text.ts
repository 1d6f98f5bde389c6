import bidiFactory from 'bidi-js';
import {must} from '../../lib/assert.ts';
import {type Result, fail, ok} from '../../lib/result.ts';
import type {Face, Voice} from '../fonts/faces.ts';
import type {Fonts} from '../fonts/fonts.ts';
import {type Cluster, type PlacedGlyph, type SetText, widthEm} from './cluster.ts';
import {printable, standsAlone} from './printable-text.ts';

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});
const words = new Intl.Segmenter('th', {granularity: 'word'});
const withoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A fault names so many letters; the rest is the same complaint. */
const lettersMax = 8;

/** A text in the fonts of a voice, glyph by glyph the first that has it. Faults: `paper.glyph_missing` with the letters. */
export function setText(text: string, voice: Voice, fonts: Fonts): Result<SetText> {
  const printed = printable(text);
  const clusters = fonts.clustersOf(printed, voice);
  return clusters ? ok({text: printed, clusters, widthEm: widthEm(clusters), base: 0}) : shaped(printed, voice, fonts);
}

/** What was once found out of a character. */
const alone = new Map<string, boolean>();

/** Whether the text has letters that join or carry marks, so that a shaper must be at hand. */
export function needsShaping(text: string): boolean {
  return Array.from(printable(text)).some((character) => !isAlone(character));
}

function isAlone(character: string): boolean {
  const known = alone.get(character);
  if (known !== undefined) return known;
  const found = standsAlone(character);
  alone.set(character, found);
  return found;
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly face: Face;
  readonly level: number;
  readonly simple: boolean;
}

/** The long way: levels, faces for letters with their marks, and runs of one of each given to the shaper. */
function shaped(text: string, voice: Voice, fonts: Fonts): Result<SetText> {
  const {levels, paragraphs} = bidi.getEmbeddingLevels(text, 'auto');
  const pieces: Piece[] = [];
  const missing = new Set<string>();
  for (const {segment, index} of graphemes.segment(text)) {
    const level = levels[index] ?? 0;
    const simple = isAlone(segment);
    // Brackets are mirrored where the text runs from right to left.
    const drawn = simple && level % 2 === 1 ? (bidi.getMirroredCharacter(segment) ?? segment) : segment;
    const face = fonts.faceOf(drawn, voice);
    if (face === undefined || segment === '\ufffd')
      for (const letter of lettersOf(segment, voice, fonts)) missing.add(letter);
    else pieces.push({text: drawn, start: index, face, level, simple});
  }
  if (missing.size > 0)
    return fail('paper.glyph_missing', {letters: [...missing].slice(0, lettersMax).map(named).join(', ')});

  const opening = openings(text);
  const clusters: Cluster[] = [];
  for (let at = 0; at < pieces.length;) {
    const piece = must(pieces[at], 'the loop ends before the pieces do');
    if (piece.simple) {
      const cluster = must(fonts.clusterOf(piece.text, voice), 'a face was found for it');
      clusters.push(
        piece.level === 0
          ? cluster
          : atLevel(piece.level, text.slice(piece.start, piece.start + piece.text.length), cluster),
      );
      at++;
      continue;
    }
    let below = at + 1;
    while (below < pieces.length && sameRun(piece, pieces[below])) below++;
    clusters.push(...runOf(pieces.slice(at, below), fonts, opening));
    at = below;
  }
  return ok({text, clusters, widthEm: widthEm(clusters), base: (paragraphs[0]?.level ?? 0) % 2 === 1 ? 1 : 0});
}

/** A lone character in a text that does not run left to right; it may be drawn mirrored, but says what it said. */
function atLevel(level: number, text: string, cluster: Cluster): Cluster {
  return {...cluster, text, level, glyphs: cluster.glyphs.map((glyph) => ({...glyph, text}))};
}

function sameRun(one: Piece, other: Piece | undefined): boolean {
  return other !== undefined && !other.simple && other.face === one.face && other.level === one.level;
}

function runOf(pieces: readonly Piece[], fonts: Fonts, opening: ReadonlySet<number>): readonly Cluster[] {
  const {face, level, start} = must(pieces[0], 'a run has a piece');
  const text = pieces.map((piece) => piece.text).join('');
  const unitsPerEm = must(fonts.font(face), 'a face that was found is loaded').unitsPerEm;
  const glyphs = must(fonts.shaper(), 'whoever loads fonts of such scripts loads the shaper too').shape(
    face,
    text,
    level % 2 === 1,
  );

  const starts = [...new Set(glyphs.map((glyph) => glyph.start))].toSorted((a, b) => a - b);
  return starts.map((from, at) => {
    const own = glyphs.filter((glyph) => glyph.start === from);
    const letters = text.slice(from, starts[at + 1] ?? text.length);
    const texts = textsOf(letters, own.length, level % 2 === 1);
    let pen = 0;
    const placed = own.map(({glyph, advance, dx, dy}, index): PlacedGlyph => {
      const xEm = (pen + dx) / unitsPerEm;
      pen += advance;
      return {glyph, xEm, yEm: dy / unitsPerEm, text: texts[index] ?? ''};
    });
    const opens = opening.has(start + from) ? {opensWord: true as const} : {};
    return {text: letters, face, advanceEm: pen / unitsPerEm, glyphs: placed, level, ...opens};
  });
}

/** Which glyph of a cluster says which of its letters: one each where they are as many, else the first says all. */
function textsOf(letters: string, count: number, rightToLeft: boolean): readonly string[] {
  const characters = Array.from(letters);
  const each = characters.length === count ? characters : [letters, ...Array.from({length: count - 1}, () => '')];
  return rightToLeft ? [...each].reverse() : each;
}

/** Where words begin in scripts that have no spaces. */
function openings(text: string): ReadonlySet<number> {
  if (!withoutSpaces.test(text)) return new Set();
  return new Set(Array.from(words.segment(text), ({index}) => index));
}

function lettersOf(segment: string, voice: Voice, fonts: Fonts): readonly string[] {
  const lacking = Array.from(segment).filter((one) => fonts.faceOf(one, voice) === undefined);
  return lacking.length > 0 ? lacking : [segment];
}

function named(letter: string): string {
  const codes = Array.from(
    letter,
    (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `${/^[\ud800-\udfff]$/.test(letter) ? '\ufffd' : letter} (${codes.join(' ')})`;
}
