import type {Face} from '../fonts/faces.ts';

/** One glyph of a cluster; where it stands is told from the cluster's left end on the baseline, upwards. */
export interface PlacedGlyph {
  readonly glyph: number;
  readonly xEm: number;
  readonly yEm: number;
  /** The characters it stands for; the empty string when another glyph of the cluster says them. */
  readonly text: string;
}

/** What cannot be parted: a character, or a letter with its marks, or a ligature. */
export interface Cluster {
  readonly text: string;
  readonly face: Face;
  readonly advanceEm: number;
  readonly glyphs: readonly PlacedGlyph[];
  /** Of the bidirectional algorithm: odd runs from right to left. */
  readonly level: number;
  /** A word begins here, in a script that has no spaces. */
  readonly opensWord?: true;
}

/** A text as clusters in the order in which it is read, and the level of the whole. */
export interface SetText {
  /** What it says, as it is printed. */
  readonly text: string;
  readonly clusters: readonly Cluster[];
  readonly widthEm: number;
  readonly base: 0 | 1;
}

/** The width of clusters set side by side, in ems. */
export function widthEm(clusters: readonly Cluster[]): number {
  let width = 0;
  for (const {advanceEm} of clusters) width += advanceEm;
  return width;
}

/** Clusters in the order in which they are seen, left to right (Unicode Standard Annex 9, rule L2). */
export function asSeen(clusters: readonly Cluster[]): readonly Cluster[] {
  let [highest, lowestOdd] = [0, Infinity];
  for (const {level} of clusters) {
    if (level > highest) highest = level;
    if (level % 2 === 1 && level < lowestOdd) lowestOdd = level;
  }
  if (lowestOdd === Infinity) return clusters;

  const seen = [...clusters];
  for (let level = highest; level >= lowestOdd; level--) {
    for (let from = 0; from < seen.length; from++) {
      let below = from;
      while (below < seen.length && (seen[below]?.level ?? 0) >= level) below++;
      if (below > from + 1) seen.splice(from, below - from, ...seen.slice(from, below).reverse());
      if (below > from) from = below - 1;
    }
  }
  return seen;
}
