/**
 * Arithmetic of the window onto the rows. All rows have one height, so where a row stands is a multiplication.
 *
 * Two measures of scrolling: `top` is px from the first row, as if the list had its full height; `physical` is the
 * scroller's own `scrollTop`. They are equal until the list is higher than an element can be; then the scroller is
 * shorter than the list and `physical` stands for a proportion.
 */
export interface Space {
  readonly rowHeight: number;
  readonly total: number;
  /** Height in which rows are seen, px. */
  readonly viewport: number;
  /** The greatest height an element may have, px. */
  readonly heightMax: number;
}

/** Rows `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** 1: towards the last row. */
export type Travel = 1 | -1;

/** Chromium keeps positions in 32 bits of 1/64 device pixel. */
const devicePixelsMax = 33_500_000;
/** Rows drawn beyond what is seen: many where scrolling goes, few where it comes from. */
const lead = 12;
const trail = 4;
/** Windows are asked for in whole blocks, so that a slow scroll asks seldom and a source can cache. */
const askedBlock = 64;
/** Rows are placed from a near base: a float of 24 bits cannot place the millionth row exactly. */
const baseBlock = 4096;

/** The greatest safe element height at a device ratio. Two is taken as the least, so that moving a window between screens
 *  rarely changes the scale. */
export function heightMaxAt(deviceRatio: number): number {
  return Math.floor(devicePixelsMax / Math.max(2, deviceRatio));
}

export function isScaled(space: Space): boolean {
  return space.total * space.rowHeight > space.heightMax;
}

/** Height of the scrolled element, px. */
export function drawnHeight(space: Space): number {
  return Math.min(space.total * space.rowHeight, space.heightMax);
}

/** The greatest `top`. */
export function topMax(space: Space): number {
  return Math.max(0, space.total * space.rowHeight - space.viewport);
}

/** The greatest `physical`. */
export function physicalMax(space: Space): number {
  return Math.max(0, drawnHeight(space) - space.viewport);
}

export function toTop(space: Space, physical: number): number {
  const most = physicalMax(space);
  const within = clamp(physical, 0, most);
  return isScaled(space) ? (within / most) * topMax(space) : within;
}

export function toPhysical(space: Space, top: number): number {
  const most = topMax(space);
  const within = clamp(top, 0, most);
  return isScaled(space) ? (within / most) * physicalMax(space) : within;
}

/**
 * The new `top` after the scroller moved by itself. In a scaled list a step of less than a viewport (touch, autoscroll)
 * moves that many pixels exactly; a longer one is the scrollbar's and means a proportion. An end always means the end.
 */
export function followed(space: Space, was: {top: number; physical: number}, physical: number): number {
  const step = physical - was.physical;
  const atEnd = physical < 1 || physical > physicalMax(space) - 1;
  if (!isScaled(space) || atEnd || Math.abs(step) > space.viewport) return toTop(space, physical);
  return clamp(was.top + step, 0, topMax(space));
}

/** How many rows are drawn at once at most; row `index` is drawn in slot `index % poolSize`. */
export function poolSize(space: Space): number {
  return Math.ceil(space.viewport / space.rowHeight) + 1 + lead + trail;
}

/** Rows to draw. */
export function drawnSpan(space: Space, top: number, travel: Travel): Span {
  const size = poolSize(space);
  const first = Math.floor(top / space.rowHeight) - (travel > 0 ? trail : lead);
  const from = clamp(first, 0, Math.max(0, space.total - size));
  return {from, to: Math.min(space.total, from + size)};
}

/**
 * Rows to have at hand: those drawn, two pages ahead and half a page behind, in whole blocks; at the top, where each letter
 * of a search begins, no page ahead. It may end behind the last row: a search that finds three rows, and the next one that
 * finds a thousand, then ask for the same and are told at once.
 */
export function askedSpan(space: Space, top: number, travel: Travel): Span {
  const drawn = drawnSpan(space, top, travel);
  const page = Math.ceil(space.viewport / space.rowHeight);
  const ahead = top === 0 ? 0 : page * 2;
  const [before, after] = travel > 0 ? [page / 2, ahead] : [ahead, page / 2];
  const from = Math.floor((drawn.from - before) / askedBlock) * askedBlock;
  const to = Math.ceil((drawn.from + poolSize(space) + after) / askedBlock) * askedBlock;
  return {from: Math.max(0, from), to};
}

/** The row from which the drawn rows are placed. */
export function baseOf(span: Span): number {
  return Math.floor(span.from / baseBlock) * baseBlock;
}

/** The nearest `top` at which the whole row is seen. */
export function revealingTop(space: Space, top: number, index: number): number {
  const start = index * space.rowHeight;
  const end = start + space.rowHeight;
  const most = topMax(space);
  if (start < top || space.viewport < space.rowHeight) return clamp(start, 0, most);
  if (end > top + space.viewport) return clamp(end - space.viewport, 0, most);
  return top;
}

/** Rows by which PageUp and PageDown move: one row of the old page stays in sight. */
export function pageRows(space: Space): number {
  return Math.max(1, Math.floor(space.viewport / space.rowHeight) - 1);
}

/** Rows that are wholly in sight. */
export function seenSpan(space: Space, top: number): Span {
  const from = Math.ceil(top / space.rowHeight);
  const to = Math.floor((top + space.viewport) / space.rowHeight);
  return {from: Math.min(from, space.total), to: clamp(to, Math.min(from, space.total), space.total)};
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
