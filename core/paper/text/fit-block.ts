import type {Face} from '../fonts/faces.ts';
import {type Cluster, type SetText, widthEm} from './cluster.ts';
import {wrapEvenly} from './wrap.ts';

/** How lines of one kind look when there is room. Lines that share a style keep one size. */
export interface LineStyle {
  readonly sizePt: number;
  /** Room above the line, in ems; the first line of a block needs none. */
  readonly spaceAboveEm?: number;
}

export interface BlockLine {
  readonly style: LineStyle;
  readonly set: SetText;
}

/** A line with its size, and its baseline measured down from the top of the block. */
export interface FittedLine {
  readonly text: string;
  readonly clusters: readonly Cluster[];
  readonly widthEm: number;
  readonly sizePt: number;
  readonly baselinePt: number;
}

/** Lines that fit, and how far down the last of them reaches. */
export interface FittedBlock {
  readonly lines: readonly FittedLine[];
  readonly heightPt: number;
}

interface Room {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Below this a packer cannot read it. */
  readonly sizeMinPt: number;
}

/** How far a line reaches up and down, with the air that parts it from the next; the first one needs no air above. */
interface Reach {
  readonly firstEm: number;
  readonly upEm: number;
  readonly downEm: number;
  readonly lastEm: number;
}

const usual: Reach = {firstEm: 0.8, upEm: 0.87, downEm: 0.37, lastEm: 0.24};
/** Marks above marks, and letters that hang deep. */
const tall: Reach = {firstEm: 1.05, upEm: 1.1, downEm: 0.48, lastEm: 0.42};
const tallFaces: ReadonlySet<Face> = new Set(['arabic', 'arabicBold', 'thai', 'thaiBold']);
const toleranceEm = 1e-6;

/** A style's lines shrink together this far before the widest of them is broken in two. */
const shrinkBeforeWrap = 0.75;
const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4];

/**
 * Sets lines into a room: as large as their styles wish; too wide ones first shrink, then wrap, and when the lines are too
 * many for the height all get smaller. Nothing when even the smallest size does not fit: never cut off.
 */
export function fitBlock(lines: readonly BlockLine[], room: Room): FittedBlock | undefined {
  const widest = new Map<LineStyle, number>();
  for (const {style, set} of lines) widest.set(style, Math.max(widest.get(style) ?? 0, set.widthEm));
  for (const scale of scales) {
    const fitted = fitAt(scale, lines, widest, room);
    if (fitted) return fitted;
  }
  return undefined;
}

function fitAt(
  scale: number,
  lines: readonly BlockLine[],
  widest: ReadonlyMap<LineStyle, number>,
  room: Room,
): FittedBlock | undefined {
  const fitted: FittedLine[] = [];
  let [baselinePt, downPt, lastPt] = [0, 0, 0];
  for (const {style, set} of lines) {
    const sizePt = sizeAt(scale, style, widest.get(style) ?? 0, room);
    const maxEm = room.widthPt / sizePt;
    let row = 0;
    for (const part of set.widthEm <= maxEm + toleranceEm ? [set] : partsOf(set, maxEm)) {
      if (part.widthEm > maxEm + toleranceEm) return undefined;
      const reach = reachOf(part.clusters);
      const spaceEm = row++ === 0 ? (style.spaceAboveEm ?? 0) : 0;
      baselinePt += fitted.length > 0 ? downPt + (reach.upEm + spaceEm) * sizePt : reach.firstEm * sizePt;
      fitted.push({text: part.text, clusters: part.clusters, widthEm: part.widthEm, sizePt, baselinePt});
      [downPt, lastPt] = [reach.downEm * sizePt, reach.lastEm * sizePt];
      if (baselinePt + lastPt > room.heightPt) return undefined;
    }
  }
  return {lines: fitted, heightPt: baselinePt + lastPt};
}

function partsOf(set: SetText, maxEm: number): readonly SetText[] {
  return wrapEvenly(set.clusters, maxEm).map((clusters) => {
    let text = '';
    for (const cluster of clusters) text += cluster.text;
    return {text, clusters, widthEm: widthEm(clusters), base: set.base};
  });
}

function reachOf(clusters: readonly Cluster[]): Reach {
  let seen: Face | undefined;
  for (const {face} of clusters) {
    if (face === seen) continue;
    if (tallFaces.has(face)) return tall;
    seen = face;
  }
  return usual;
}

function sizeAt(scale: number, style: LineStyle, widestEm: number, room: Room): number {
  const wishedPt = Math.max(style.sizePt * scale, Math.min(style.sizePt, room.sizeMinPt));
  const fittingPt = quarterPoint(room.widthPt / widestEm);
  const floorPt = Math.max(wishedPt * shrinkBeforeWrap, room.sizeMinPt);
  if (fittingPt >= floorPt) return Math.min(wishedPt, fittingPt);
  return Math.max(quarterPoint(wishedPt * 0.85), room.sizeMinPt);
}

function quarterPoint(sizePt: number): number {
  return Math.floor(sizePt * 4) / 4;
}
