import {type Result, fail, ok} from '../lib/result.ts';
import type {CountryCode} from './country-name.ts';
import {type BlockLine, type FittedLine, type LineStyle, fitBlock} from './fit-block.ts';
import {type FontMetrics, type Weight, facesFor} from './font-metrics.ts';
import {type Glyph, glyphsOf, widthEm} from './glyphs.ts';
import type {LabelItem} from './label-item.ts';

/** What of a label a fault speaks about. */
export type LabelPart = 'sender' | 'shipTo' | 'contents' | 'orderNumber';

export interface TextStyle extends LineStyle {
  readonly weight: Weight;
}

export interface StyledText {
  readonly style: TextStyle;
  readonly text: string;
}

/** A place on the page for lines of text. */
export interface Box {
  readonly part: LabelPart;
  readonly leftPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly sizeMinPt: number;
  readonly align?: 'centre';
}

/** The fonts as one label sees them: which face comes first depends on where it goes. */
export interface Typefaces {
  readonly metrics: FontMetrics;
  readonly country: CountryCode;
}

/** Sets lines into a box. Faults: `shipping.glyph_missing`, `shipping.text_too_long`. */
export function typeset(box: Box, texts: readonly StyledText[], typefaces: Typefaces): Result<readonly LabelItem[]> {
  const lines: BlockLine[] = [];
  for (const {style, text} of texts) {
    const glyphs = glyphsOf(text, facesFor(style.weight, typefaces.country), typefaces.metrics);
    if (!glyphs.ok) return glyphs;
    lines.push({style, glyphs: glyphs.value});
  }

  const fitted = fitBlock(lines, box);
  return fitted ? ok(fitted.flatMap((line) => textItems(line, box))) : fail('shipping.text_too_long', {part: box.part});
}

/** A line as runs of one face each. */
function textItems({glyphs, sizePt, baselinePt}: FittedLine, box: Box): readonly LabelItem[] {
  const spare = box.widthPt - widthEm(glyphs) * sizePt;
  let xPt = box.leftPt + (box.align === 'centre' ? spare / 2 : 0);
  return runsOf(glyphs).map((run) => {
    const item = {
      kind: 'text' as const,
      face: run.face,
      text: run.glyphs.map((glyph) => glyph.character).join(''),
      sizePt,
      xPt: hundredth(xPt),
      yPt: hundredth(box.topPt - baselinePt),
    };
    xPt += widthEm(run.glyphs) * sizePt;
    return item;
  });
}

function runsOf(
  glyphs: readonly Glyph[],
): readonly {readonly face: Glyph['face']; readonly glyphs: readonly Glyph[]}[] {
  const runs: {face: Glyph['face']; glyphs: Glyph[]}[] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1);
    if (last?.face === glyph.face) last.glyphs.push(glyph);
    else runs.push({face: glyph.face, glyphs: [glyph]});
  }
  return runs;
}

function hundredth(lengthPt: number): number {
  return Math.round(lengthPt * 100) / 100;
}
