import type {Face} from './faces.ts';

/** A glyph in the order in which it is seen, left to right; lengths in units of the font. */
export interface ShapedGlyph {
  readonly glyph: number;
  /** Where in the text the characters begin that it belongs to. */
  readonly start: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** Port: joins letters and places marks, for scripts in which a character is not just a glyph. */
export interface Shaper {
  shape(face: Face, text: string, rightToLeft: boolean): readonly ShapedGlyph[];
}
