import {latin1Of} from '../../lib/latin1.ts';
import {type Result, fail, ok} from '../../lib/result.ts';
import {type ScaledGraphic, scaleZpl} from './scale-zpl.ts';
import {type ZplPaper, isSame, madeForDots} from './zpl-dots.ts';
import {jobOf, zplLabelsOf} from './zpl-labels.ts';

export interface FittedZpl {
  /** One job, one byte a letter. */
  readonly text: string;
  /** Dots an inch it was made for. */
  readonly madeDpi: number;
  /** What became other dots and has to be read back. */
  readonly graphics: readonly ScaledGraphic[];
}

/**
 * A label as it was kept, for a printer's dots: as it is where it was made for them, else drawn in them. Faults:
 * `shipping.bought_other_dots` where its barcodes or pictures would not come out of that printer, `shipping.bought_too_wide`.
 */
export function fitZpl(kept: Uint8Array, paper: ZplPaper): Result<FittedZpl> {
  const labels = zplLabelsOf(latin1Of(kept));
  if (!labels.ok) return labels;
  const [label] = labels.value;
  if (!label) return fail('shipping.bought_no_labels');
  const {commands, told} = label;
  const width = `^PW${Math.round((paper.widthMm / 25.4) * paper.dpi)}`;
  const made = madeForDots(commands, told, paper);
  if (made.is === 'tooWide') {
    const [widthMm, paperMm] = [Math.round(made.widthMm), Math.round(paper.widthMm)];
    return fail('shipping.bought_too_wide', {widthMm, paperMm, dpi: paper.dpi});
  }
  if (isSame(made.dpi, paper.dpi)) return ok({text: jobOf(commands, width), madeDpi: made.dpi, graphics: []});
  const scaled = scaleZpl(commands, {from: made.dpi, to: paper.dpi});
  if (typeof scaled === 'string') return fail('shipping.bought_other_dots', otherDots(made.dpi, paper));
  return ok({text: jobOf(scaled.commands, width), madeDpi: made.dpi, graphics: scaled.graphics});
}

/** Both resolutions, for the words of the fault. */
export function otherDots(made: number, {dpi}: Pick<ZplPaper, 'dpi'>): {readonly made: number; readonly has: number} {
  return {made: Math.round(made), has: dpi};
}
