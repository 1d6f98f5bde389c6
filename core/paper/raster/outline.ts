import {type TrueTypeFont, viewOf} from '../fonts/truetype.ts';

/** Straight lines of a glyph's edges in units of the font, y upwards: x and y of each begin and end. */
export type Edges = readonly number[];

// Flags of points and of a composite glyph's parts (OpenType specification, "glyf").
const onCurve = 0x01;
const xShort = 0x02;
const yShort = 0x04;
const repeat = 0x08;
const xSameOrPositive = 0x10;
const ySameOrPositive = 0x20;
const wideArguments = 0x0001;
const argumentsAreOffsets = 0x0002;
const oneScale = 0x0008;
const moreParts = 0x0020;
const twoScales = 0x0040;
const matrix = 0x0080;

/** A part of a composite glyph may be one itself, this deep at most. */
const depthMax = 6;
/** Enough for letters an inch high. */
const stepsOfCurve = 8;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** The edges of a glyph, curves taken apart. */
export function edgesOf(font: TrueTypeFont, glyph: number): Edges {
  const edges: number[] = [];
  for (const contour of contoursOf(font, glyph, 0)) addContour(contour, edges);
  return edges;
}

function contoursOf(font: TrueTypeFont, glyph: number, depth: number): readonly (readonly Point[])[] {
  const outline = font.outlineOf(glyph);
  if (outline.length === 0 || depth > depthMax) return [];
  const view = viewOf(outline);
  const count = view.getInt16(0);
  return count >= 0 ? simpleContours(view, count) : compositeContours(font, view, depth);
}

function simpleContours(view: DataView, count: number): readonly (readonly Point[])[] {
  const ends = Array.from({length: count}, (_, at) => view.getUint16(10 + at * 2));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = 10 + count * 2;
  at += 2 + view.getUint16(at);

  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    const times = flag & repeat ? view.getUint8(at++) + 1 : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const coordinates = (short: number, sameOrPositive: number) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) {
        value += flag & sameOrPositive ? view.getUint8(at) : -view.getUint8(at);
        at += 1;
      } else if (!(flag & sameOrPositive)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(xShort, xSameOrPositive);
  const ys = coordinates(yShort, ySameOrPositive);
  const all = flags.map((flag, index): Point => ({x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & onCurve) !== 0}));
  return ends.map((end, index) => all.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

function compositeContours(font: TrueTypeFont, view: DataView, depth: number): readonly (readonly Point[])[] {
  const contours: (readonly Point[])[] = [];
  let at = 10;
  for (let flags = moreParts; flags & moreParts;) {
    flags = view.getUint16(at);
    const part = view.getUint16(at + 2);
    at += 4;
    const wide = (flags & wideArguments) !== 0;
    const offsets = (flags & argumentsAreOffsets) !== 0;
    const dx = offsets ? (wide ? view.getInt16(at) : view.getInt8(at)) : 0;
    const dy = offsets ? (wide ? view.getInt16(at + 2) : view.getInt8(at + 1)) : 0;
    at += wide ? 4 : 2;
    const fraction = () => view.getInt16((at += 2) - 2) / 16_384;
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & oneScale) a = d = fraction();
    else if (flags & twoScales) [a, d] = [fraction(), fraction()];
    else if (flags & matrix) [a, b, c, d] = [fraction(), fraction(), fraction(), fraction()];
    for (const contour of contoursOf(font, part, depth + 1))
      contours.push(contour.map(({x, y, on}) => ({x: a * x + c * y + dx, y: b * x + d * y + dy, on})));
  }
  return contours;
}

/** Between two points off the curve lies one on it, in the middle. */
function addContour(points: readonly Point[], edges: number[]): void {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return;
  const start = first.on ? first : last.on ? last : middle(first, last);
  let [from, control]: [Point, Point | undefined] = [start, undefined];
  for (const point of [...(first.on ? points.slice(1) : points), start]) {
    if (point.on) {
      addCurve(from, control, point, edges);
      [from, control] = [point, undefined];
    } else {
      if (control) {
        const between = middle(control, point);
        addCurve(from, control, between, edges);
        from = between;
      }
      control = point;
    }
  }
  if (control) addCurve(from, control, start, edges);
}

function middle(one: Point, other: Point): Point {
  return {x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, on: true};
}

function addCurve(from: Point, control: Point | undefined, to: Point, edges: number[]): void {
  if (!control) {
    edges.push(from.x, from.y, to.x, to.y);
    return;
  }
  let {x, y} = from;
  for (let step = 1; step <= stepsOfCurve; step++) {
    const t = step / stepsOfCurve;
    const s = 1 - t;
    const nextX = s * s * from.x + 2 * s * t * control.x + t * t * to.x;
    const nextY = s * s * from.y + 2 * s * t * control.y + t * t * to.y;
    edges.push(x, y, nextX, nextY);
    [x, y] = [nextX, nextY];
  }
}
