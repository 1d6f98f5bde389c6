import type {Area} from '../../paper/page.ts';
import {type Cells, type InkMap, inkIn} from './ink-map.ts';

/** The middle of a barcode on its page. */
export interface CodePlace {
  readonly xMm: number;
  readonly yMm: number;
}

/** Half of a sheet is a label only where it is as large as one: no label is sold that is smaller than a quarter of Letter. */
const labelMm = {short: 85, long: 125} as const;
/** Up to this size a sheet may be one label, and is cut only where both parts have a barcode: white lines stand inside labels too. */
const oneLabelMm = {short: 160, long: 220} as const;
/** Up to this size a page is a label with its own margins, and is kept whole. */
const labelPaperMm = {short: 120, long: 240} as const;
const gutterMm = 2.5;
/** A line to cut along, with white on both sides, is part of a gutter. */
const cutLineMm = 1;
const besideLineMm = 2;
/** How far from the middle a gutter may lie, as a part of what is cut. */
const offMiddle = 0.12;
const marginMm = 1;

/**
 * The labels of a page, in the order in which one reads: found by the white between them, never by a setting. A page as small as a label
 * is one; of a larger one each label is as large as its ink.
 */
export function cutSheet(map: InkMap, codes: readonly CodePlace[]): readonly Area[] {
  const page = {left: 0, top: 0, right: map.columns, bottom: map.rows};
  if (!inkIn(map, page)) return [];
  if (isWithin(map, page, labelPaperMm)) return [areaOf(map, page)];
  return partsOf(map, page, codes).flatMap((part) => {
    const ink = inkIn(map, part);
    return ink ? [areaOf(map, withMargin(map, ink))] : [];
  });
}

function partsOf(map: InkMap, part: Cells, codes: readonly CodePlace[]): readonly Cells[] {
  const [width, height] = [part.right - part.left, part.bottom - part.top];
  const ways = width > height ? (['across', 'down'] as const) : (['down', 'across'] as const);
  for (const way of ways) {
    const gutter = gutterOf(map, part, way);
    if (!gutter) continue;
    const {begin, end} = gutter;
    const first = way === 'down' ? {...part, bottom: begin} : {...part, right: begin};
    const second = way === 'down' ? {...part, top: end} : {...part, left: end};
    if (!isLabelSized(map, first) || !isLabelSized(map, second)) continue;
    const needsCodes = isWithin(map, part, oneLabelMm) && inkIn(map, first) && inkIn(map, second);
    if (needsCodes && !(hasCode(map, first, codes) && hasCode(map, second, codes))) continue;
    return [...partsOf(map, first, codes), ...partsOf(map, second, codes)];
  }
  return [part];
}

/** The white band nearest to the middle of a part, from edge to edge. */
function gutterOf(map: InkMap, part: Cells, way: 'across' | 'down'): Band | undefined {
  const [from, to] = way === 'down' ? [part.top, part.bottom] : [part.left, part.right];
  const isWhite = (at: number): boolean =>
    !inkIn(map, way === 'down' ? {...part, top: at, bottom: at + 1} : {...part, left: at, right: at + 1});
  const middle = (from + to) / 2;
  const reach = (to - from) * offMiddle;
  const [first, last] = [Math.ceil(middle - reach), Math.floor(middle + reach)];
  const bands = whiteBands({first, last}, isWhite, {
    line: Math.round(cutLineMm / map.cellMm),
    beside: Math.round(besideLineMm / map.cellMm),
  }).filter(({begin, end}) => (end - begin) * map.cellMm >= gutterMm);
  const off = ({begin, end}: Band): number => Math.abs((begin + end) / 2 - middle);
  return bands.toSorted((a, b) => off(a) - off(b))[0];
}

interface Band {
  readonly begin: number;
  readonly end: number;
}

function whiteBands(
  {first, last}: {readonly first: number; readonly last: number},
  isWhite: (at: number) => boolean,
  {line, beside}: {readonly line: number; readonly beside: number},
): readonly Band[] {
  const bands: Band[] = [];
  for (let at = first; at <= last; at++) {
    if (!isWhite(at)) continue;
    const begin = at;
    while (at <= last && isWhite(at)) at++;
    const before = bands.at(-1);
    const band = {begin, end: at};
    const isCutLine = before && begin - before.end <= line && lengthOf(before) >= beside && lengthOf(band) >= beside;
    if (isCutLine) bands.splice(-1, 1, {begin: before.begin, end: at});
    else bands.push(band);
  }
  return bands;
}

function lengthOf({begin, end}: Band): number {
  return end - begin;
}

function isLabelSized(map: InkMap, part: Cells): boolean {
  const {short, long} = sidesOf(map, part);
  return short >= labelMm.short && long >= labelMm.long;
}

function isWithin(map: InkMap, part: Cells, size: {readonly short: number; readonly long: number}): boolean {
  const {short, long} = sidesOf(map, part);
  return short <= size.short && long <= size.long;
}

function sidesOf({cellMm}: InkMap, {left, top, right, bottom}: Cells): {readonly short: number; readonly long: number} {
  const sides = [(right - left) * cellMm, (bottom - top) * cellMm] as const;
  return {short: Math.min(...sides), long: Math.max(...sides)};
}

function hasCode({cellMm}: InkMap, {left, top, right, bottom}: Cells, codes: readonly CodePlace[]): boolean {
  return codes.some(({xMm, yMm}) => {
    const [x, y] = [xMm / cellMm, yMm / cellMm];
    return x >= left && x < right && y >= top && y < bottom;
  });
}

/** Less than half of the narrowest gutter, and so no ink of a neighbour. */
function withMargin({cellMm, columns, rows}: InkMap, {left, top, right, bottom}: Cells): Cells {
  const margin = Math.round(marginMm / cellMm);
  return {
    left: Math.max(0, left - margin),
    top: Math.max(0, top - margin),
    right: Math.min(columns, right + margin),
    bottom: Math.min(rows, bottom + margin),
  };
}

function areaOf({cellMm, widthMm, heightMm}: InkMap, {left, top, right, bottom}: Cells): Area {
  return {
    leftMm: left * cellMm,
    topMm: top * cellMm,
    widthMm: Math.min(widthMm, right * cellMm) - left * cellMm,
    heightMm: Math.min(heightMm, bottom * cellMm) - top * cellMm,
  };
}
