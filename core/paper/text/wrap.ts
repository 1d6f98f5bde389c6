import {type Cluster, widthEm} from './cluster.ts';

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const neverFirst = /[\p{Pe}\p{Pf}、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const neverLast = /[\p{Ps}\p{Pi}〒]/u;

/** Sums of floats taken in another order differ by less than this. */
const toleranceEm = 1e-6;

/** Widths tried between even lines and full ones. */
const evenSteps = 12;
const evenLinesMax = 4;

type Line = readonly Cluster[];

/**
 * Breaks clusters into lines of at most `maxEm`: at spaces, behind hyphens, slashes and commas, between ideographs (save
 * where a line would begin with a closing or end with an opening mark), between words of scripts without spaces, and inside a
 * word only when the word alone is too wide. Loses nothing but the spaces at the breaks; a cluster wider than `maxEm` gets a line
 * of its own.
 */
export function wrap(clusters: Line, maxEm: number): readonly Line[] {
  const lines: Cluster[][] = [];
  let line: Cluster[] = [];
  let lineEm = 0;

  const overflows = (byEm: number) => lineEm + byEm > maxEm + toleranceEm;
  const close = () => {
    if (line.length > 0) lines.push(line);
    line = [];
    lineEm = 0;
  };

  for (const piece of unbreakable(clusters)) {
    if (overflows(widthEm(withoutEndSpace(piece)))) close();
    for (const cluster of piece) {
      if (cluster.text !== ' ' && overflows(cluster.advanceEm)) close();
      line.push(cluster);
      lineEm += cluster.advanceEm;
    }
  }
  close();
  return lines.map(withoutEndSpace);
}

/** As many lines as `wrap` makes, but the few lines of an address of like width: no lonely word at the end. */
export function wrapEvenly(clusters: Line, maxEm: number): readonly Line[] {
  const lines = wrap(clusters, maxEm);
  if (lines.length < 2 || lines.length > evenLinesMax) return lines;

  const evenEm = widthEm(clusters) / lines.length;
  for (let step = 1; step < evenSteps; step++) {
    const narrower = wrap(clusters, evenEm + ((maxEm - evenEm) * step) / evenSteps);
    if (narrower.length === lines.length) return narrower;
  }
  return lines;
}

/** The stretches that stay together, each with the space behind it. */
function unbreakable(clusters: Line): readonly Line[] {
  const pieces: Cluster[][] = [];
  let previous = '';
  for (const cluster of clusters) {
    const last = pieces.at(-1);
    if (last && !breaksBetween(previous, cluster)) last.push(cluster);
    else pieces.push([cluster]);
    previous = cluster.text;
  }
  return pieces;
}

function breaksBetween(before: string, {text, opensWord}: Cluster): boolean {
  if (text === ' ' || neverFirst.test(text) || neverLast.test(before)) return false;
  return opensWord === true || /[ \-/,]/.test(before) || ideograph.test(before) || ideograph.test(text);
}

function withoutEndSpace(clusters: Line): Line {
  return clusters.at(-1)?.text === ' ' ? clusters.slice(0, -1) : clusters;
}
