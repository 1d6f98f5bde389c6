import {type Glyph, widthEm} from './glyphs.ts';
import {wrapEvenly} from './wrap.ts';

/** How lines of one kind look when there is room. Lines that share a style keep one size. */
export interface LineStyle {
  readonly sizePt: number;
  /** Room above the line, in ems; the first line of a block needs none. */
  readonly spaceAboveEm?: number;
}

export interface BlockLine {
  readonly style: LineStyle;
  readonly glyphs: readonly Glyph[];
}

/** A line with its size, and its baseline measured down from the top of the block. */
export interface FittedLine {
  readonly glyphs: readonly Glyph[];
  readonly sizePt: number;
  readonly baselinePt: number;
}

interface Room {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Below this a packer cannot read it. */
  readonly sizeMinPt: number;
}

/** From baseline to baseline; where a large line meets a small one, the upper one has its share in the distance. */
const leadingEm = {above: 0.37, own: 0.87} as const;
const ascentEm = 0.8;
const descentEm = 0.24;
/** A style's lines shrink together this far before the widest of them is broken in two. */
const shrinkBeforeWrap = 0.75;
const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4];

/**
 * Sets lines into a room: as large as their styles wish; too wide ones first shrink, then wrap, and when the lines are too
 * many for the height all get smaller. Nothing when even the smallest size does not fit: never cut off.
 */
export function fitBlock(lines: readonly BlockLine[], room: Room): readonly FittedLine[] | undefined {
  for (const scale of scales) {
    const fitted = fitAt(scale, lines, room);
    if (fitted) return fitted;
  }
  return undefined;
}

function fitAt(scale: number, lines: readonly BlockLine[], room: Room): readonly FittedLine[] | undefined {
  const fitted: FittedLine[] = [];
  let belowPt = 0;
  for (const {style, glyphs} of lines) {
    const sizePt = sizeAt(scale, style, lines, room);
    for (const [row, part] of wrapEvenly(glyphs, room.widthPt / sizePt).entries()) {
      const spaceEm = row === 0 ? (style.spaceAboveEm ?? 0) : 0;
      const above = fitted.at(-1);
      belowPt += above ? leadingEm.above * above.sizePt + (leadingEm.own + spaceEm) * sizePt : ascentEm * sizePt;
      fitted.push({glyphs: part, sizePt, baselinePt: belowPt});
      if (belowPt + descentEm * sizePt > room.heightPt) return undefined;
    }
  }
  return fitted;
}

function sizeAt(scale: number, style: LineStyle, lines: readonly BlockLine[], room: Room): number {
  const widestEm = Math.max(...lines.filter((line) => line.style === style).map((line) => widthEm(line.glyphs)));
  const wishedPt = Math.max(style.sizePt * scale, Math.min(style.sizePt, room.sizeMinPt));
  const fittingPt = quarterPoint(room.widthPt / widestEm);
  const floorPt = Math.max(wishedPt * shrinkBeforeWrap, room.sizeMinPt);
  if (fittingPt >= floorPt) return Math.min(wishedPt, fittingPt);
  return Math.max(quarterPoint(wishedPt * 0.85), room.sizeMinPt);
}

function quarterPoint(sizePt: number): number {
  return Math.floor(sizePt * 4) / 4;
}
