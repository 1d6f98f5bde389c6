import {fail, ok, type Result} from '../lib/result.ts';
import {mmPerInch} from '../paper/page.ts';
import {sheetSquareMm, sheetStepMm} from '../shipping/documents/test-sheet.ts';
import {type Calibration, darknessMax, offsetDotsMax, uncalibrated} from './calibration.ts';
import {sizeOfMedia} from './media.ts';
import type {Printer} from './printer.ts';

/** What a person reads off a printed test sheet. */
export interface SheetAnswers {
  /** How wide the square is, by a ruler. */
  readonly squareMm: number;
  /** The lowest number whose line can be seen at each edge; 0 where nothing is cut off. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The thinnest white line that is open, and the thinnest black one that is whole: 1 is the finest of four. */
  readonly openWhite: number;
  readonly wholeBlack: number;
  /** Whether the lines across the paper are sharp: where they are not, it runs too fast. */
  readonly isSharp: boolean;
  readonly isWrongWayUp: boolean;
}

/** Resolutions that printers are built with. */
const knownDpis = [203, 300, 406, 600] as const;
/** A ruler and an eye are no better than that. */
const rulerShare = 0.04;
/** Where the printer was left to itself, and lines were smeared. */
const firstSlowSpeed = 4;
const slowestSpeed = 2;

/**
 * The printer as its test sheet teaches it. A square of another size tells the resolution it really has, and then nothing else is believed
 * of that sheet: print it once more. `printing.size_off` where no resolution explains the square: something scales on the way.
 */
export function learnFromSheet(printer: Printer, answers: SheetAnswers): Result<Printer> {
  const dpi = dpiOf(printer, answers.squareMm);
  if (!dpi.ok) return dpi;
  if (dpi.value !== printer.dpi) return ok({...printer, dpi: dpi.value, calibration: uncalibrated});

  const before = printer.calibration ?? uncalibrated;
  const x = before.offsetXDots + dotsTo(answers.left, answers.right, printer.dpi);
  const y = before.offsetYDots + dotsTo(answers.top, answers.bottom, printer.dpi);
  // What moved a sheet to the right moves it to the left once it lies the other way round.
  const turn = answers.isWrongWayUp ? -1 : 1;
  const speed = speedAfter(before, answers.isSharp);
  return ok({
    ...printer,
    calibration: {
      offsetXDots: within(x * turn, offsetDotsMax),
      offsetYDots: within(y * turn, offsetDotsMax),
      darkness: within(before.darkness + answers.wholeBlack - answers.openWhite, darknessMax),
      ...(speed === undefined ? {} : {speed}),
      rotation: answers.isWrongWayUp === (before.rotation === '0') ? '180' : '0',
    },
  });
}

/** The resolution of which a square of this size is a square of the sheet's size. A PDF has its size whatever the resolution is. */
function dpiOf({language, dpi, media}: Printer, squareMm: number): Result<number> {
  const paper = sizeOfMedia(media);
  const meantMm = sheetSquareMm({
    widthMm: (paper?.widthHundredths ?? 0) / 100,
    heightMm: (paper?.heightHundredths ?? 0) / 100,
  });
  const isNear = (of: number): boolean => Math.abs((of * squareMm) / (dpi * meantMm) - 1) <= rulerShare;
  if (isNear(dpi)) return ok(dpi);
  const real = language === 'pdf' ? undefined : knownDpis.find(isNear);
  return real === undefined ? fail('printing.size_off', {mm: squareMm, meant: meantMm}) : ok(real);
}

/** How far to move: by what is cut off on one side; where both are cut, the sheet is brought into the middle. */
function dotsTo(cutBefore: number, cutBehind: number, dpi: number): number {
  const share = cutBefore > 0 && cutBehind > 0 ? 2 : 1;
  return Math.round(((cutBefore - cutBehind) * sheetStepMm * dpi) / mmPerInch / share);
}

function speedAfter({speed}: Calibration, isSharp: boolean): number | undefined {
  if (isSharp) return speed;
  return speed === undefined ? firstSlowSpeed : Math.max(slowestSpeed, speed - 1);
}

function within(value: number, max: number): number {
  // Never minus zero, which would be another calibration than none.
  return Math.max(-max, Math.min(max, value)) + 0;
}
