import {integer, object, oneOf, optional, type Shaped} from '../lib/shape.ts';

/** A few millimetres: what lies further off is another paper, and a label's own margins are no wider. */
export const offsetDotsMax = 120;
/** Steps of a sixteenth of what a printer can do, away from what it is set to. */
export const darknessMax = 7;
/** Inches a second, which label printers count in. */
export const speedMax = 14;

/** What a printer's paper taught us; applied whenever a document is made for it, never to bytes that were made before. */
export const calibrationShape = object({
  /** How far everything is moved to the right and down, in the printer's dots, as one reads the paper. */
  offsetXDots: integer({min: -offsetDotsMax, max: offsetDotsMax}),
  offsetYDots: integer({min: -offsetDotsMax, max: offsetDotsMax}),
  darkness: integer({min: -darknessMax, max: darknessMax}),
  /** Left to the printer where it is not told. */
  speed: optional(integer({min: 1, max: speedMax})),
  /** 180 where documents would come out upside down. */
  rotation: oneOf(['0', '180']),
});
export type Calibration = Shaped<typeof calibrationShape>;

export const uncalibrated: Calibration = {offsetXDots: 0, offsetYDots: 0, darkness: 0, rotation: '0'};
