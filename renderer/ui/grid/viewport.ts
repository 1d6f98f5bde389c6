import {
  askedSpan,
  baseOf,
  clamp,
  drawnHeight,
  drawnSpan,
  followed,
  heightMaxAt,
  isScaled,
  pageRows,
  poolSize,
  revealingTop,
  seenSpan,
  toPhysical,
  topMax,
} from './window-math.ts';
import type {Space, Span, Travel} from './window-math.ts';

/** What is drawn now. A new object when, and only when, something must be drawn differently. */
export interface Drawn extends Span {
  readonly pool: number;
  readonly rowHeight: number;
  /** Height of the scrolled element, px. */
  readonly height: number;
  /** Rows are placed relative to row `base`, which stands `baseTop` px below the scrolled element's top. */
  readonly base: number;
  readonly baseTop: number;
}

export interface ViewportEvents {
  /** Called synchronously while the scroll event is handled, so that a source can answer before the next frame. */
  asked(from: number, to: number): void;
  rested(top: number): void;
}

/** A bar below the list is not higher than so many rows. */
const barRows = 4;

const nothingDrawn: Drawn = {from: 0, to: 0, pool: 1, rowHeight: 1, height: 0, base: 0, baseTop: 0};
const silent: ViewportEvents = {asked: () => {}, rested: () => {}};

/**
 * Follows one scrolling element and says which rows to draw and which to ask for. Outside React on purpose: a scroll that
 * changes no row wakes nobody, and one that does is drawn in its own frame.
 */
export class Viewport {
  #space: Space = {rowHeight: 1, total: 0, viewport: 0, heightMax: 1};
  #element: HTMLElement | null = null;
  #events: ViewportEvents = silent;
  #headHeight = 0;
  #top = 0;
  #physical = 0;
  #travel: Travel = 1;
  #drawn = nothingDrawn;
  #filled = nothingDrawn;
  #asked: Span = {from: 0, to: 0};
  /** Where to begin, until there are rows. */
  #wanted: number | null = null;
  #ownWheel = false;
  #roomy = 0;
  readonly #listeners = new Set<() => void>();

  /** Begins to follow the element; the answer ends it. The head, `headHeight` px, covers the rows' top while it sticks. */
  attach(element: HTMLElement, headHeight: number, wantedTop: number, events: ViewportEvents): () => void {
    this.#element = element;
    this.#events = events;
    this.#headHeight = headHeight;
    this.#wanted = wantedTop > 0 ? wantedTop : null;
    // It tells the first size too, once the page around has been laid out: to ask for it here would lay it out before its time.
    const sized = new ResizeObserver(() => this.#measure());
    sized.observe(element);
    element.addEventListener('scroll', this.#scrolled, {passive: true});
    element.addEventListener('scrollend', this.#rested);
    return () => {
      sized.disconnect();
      element.removeEventListener('scroll', this.#scrolled);
      element.removeEventListener('scrollend', this.#rested);
      element.removeEventListener('wheel', this.#wheeled);
      this.#ownWheel = false;
      this.#element = null;
      this.#events = silent;
      // What is attached next is measured and asks anew, even for the same rows.
      this.#space = {...this.#space, viewport: 0};
      this.#asked = {from: 0, to: 0};
    };
  }

  /** Tells how many rows there are and how high they are. */
  shape(total: number, rowHeight: number): void {
    if (total === this.#space.total && rowHeight === this.#space.rowHeight) return;
    // In another density the same row stays first.
    const top = (this.#top / this.#space.rowHeight) * rowHeight;
    this.#space = {...this.#space, total, rowHeight};
    this.#top = top;
    this.#settle();
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly drawn = (): Drawn => this.#drawn;

  /** What was drawn last with rows that had arrived. */
  get lastFilled(): Drawn {
    return this.#filled;
  }

  filled(drawn: Drawn): void {
    this.#filled = drawn;
  }

  get top(): number {
    return this.#top;
  }

  get pageRows(): number {
    return pageRows(this.#space);
  }

  /** Rows that are wholly in sight. */
  get seen(): Span {
    return seenSpan(this.#space, this.#top);
  }

  scrollTo(top: number): void {
    this.#wanted = null;
    this.#go(top);
  }

  /** Scrolls as little as shows the whole row. */
  reveal(index: number): void {
    const top = revealingTop(this.#space, this.#top, index);
    if (top !== this.#top) this.scrollTo(top);
  }

  #go(top: number): void {
    const before = this.#top;
    this.#top = clamp(top, 0, topMax(this.#space));
    if (this.#top !== before) this.#travel = this.#top > before ? 1 : -1;
    this.#write();
    this.#update();
  }

  /** The scroller's echo of our own write must be told from a person's scroll, so what it really took is read back. */
  #write(): void {
    if (!this.#element) return;
    const physical = toPhysical(this.#space, this.#top);
    // It stands there, and no list lets go of a place it still has: reading that back would lay the page out before its time.
    if (physical === this.#physical) return;
    if (Math.abs(this.#element.scrollTop - physical) >= 0.5) this.#element.scrollTop = physical;
    this.#physical = this.#element.scrollTop;
  }

  #measure(): void {
    if (!this.#element) return;
    const viewport = Math.max(0, this.#element.clientHeight - this.#headHeight);
    const heightMax = heightMaxAt(window.devicePixelRatio);
    if (viewport === this.#space.viewport && heightMax === this.#space.heightMax) return;
    const {height} = this.#drawn;
    this.#space = {...this.#space, viewport, heightMax};
    this.#settle();
    if (this.#drawn.height === height) this.placed();
  }

  /** After the space changed: draws its height first, for the scroller takes no position beyond it. */
  #settle(): void {
    this.#update();
    const scaled = isScaled(this.#space);
    // A wheel listener that may say no costs threaded scrolling: only where pixels are not pixels is it worth that.
    if (this.#element && scaled !== this.#ownWheel) {
      if (scaled) this.#element.addEventListener('wheel', this.#wheeled, {passive: false});
      else this.#element.removeEventListener('wheel', this.#wheeled);
      this.#ownWheel = scaled;
    }
  }

  /** To be called when the height in `drawn` is in the document. */
  placed(): void {
    if (!this.#element || this.#space.total === 0 || this.#space.viewport === 0) return;
    const top = this.#wanted ?? this.#top;
    this.#wanted = null;
    this.#go(top);
  }

  readonly #scrolled = (): void => {
    if (!this.#element) return;
    this.#element.toggleAttribute('data-sideways', this.#element.scrollLeft > 0);
    const physical = this.#element.scrollTop;
    if (Math.abs(physical - this.#physical) < 0.5) return;
    const top = followed(this.#space, {top: this.#top, physical: this.#physical}, physical);
    if (top !== this.#top) this.#travel = top > this.#top ? 1 : -1;
    this.#top = top;
    this.#physical = physical;
    this.#update();
  };

  readonly #rested = (): void => {
    // Exact steps in a scaled list leave the scrollbar a little off its proportion.
    if (this.#ownWheel) this.#go(this.#top);
    this.#events.rested(this.#top);
  };

  readonly #wheeled = (event: WheelEvent): void => {
    if (!this.#element || event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    const unit = wheelUnit(event.deltaMode, this.#space);
    if (event.deltaX !== 0) this.#element.scrollLeft += event.deltaX * unit;
    this.scrollTo(this.#top + event.deltaY * unit);
  };

  #update(): void {
    const space = this.#space;
    const room = {...space, viewport: this.#drawnHeight()};
    if (space.viewport > 0) this.#ask(askedSpan(room, this.#top, this.#travel));
    const span = space.viewport > 0 ? drawnSpan(room, this.#top, this.#travel) : {from: 0, to: 0};
    const base = baseOf(span);
    const shift = isScaled(space) ? this.#physical - this.#top : 0;
    const drawn: Drawn = {
      ...span,
      pool: poolSize(room),
      rowHeight: space.rowHeight,
      height: drawnHeight(space),
      base,
      baseTop: base * space.rowHeight + shift,
    };
    if (sameDrawn(drawn, this.#drawn)) return;
    this.#drawn = drawn;
    for (const changed of this.#listeners) changed();
  }

  /**
   * Height that rows are drawn for, px: what a bar takes of it below is drawn all the same. In a smaller pool every row would
   * move into another's elements, with each bar that comes and goes.
   */
  #drawnHeight(): number {
    const {viewport, rowHeight} = this.#space;
    const isBar = viewport < this.#roomy && this.#roomy - viewport <= barRows * rowHeight;
    if (!isBar) this.#roomy = viewport;
    return this.#roomy;
  }

  #ask(span: Span): void {
    if (!this.#element || (span.from === this.#asked.from && span.to === this.#asked.to)) return;
    this.#asked = span;
    if (span.to > span.from) this.#events.asked(span.from, span.to);
  }
}

function sameDrawn(a: Drawn, b: Drawn): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.pool === b.pool &&
    a.rowHeight === b.rowHeight &&
    a.height === b.height &&
    a.baseTop === b.baseTop
  );
}

/** px in one unit of a wheel event. */
function wheelUnit(mode: number, {rowHeight, viewport}: Space): number {
  if (mode === WheelEvent.DOM_DELTA_LINE) return rowHeight;
  return mode === WheelEvent.DOM_DELTA_PAGE ? viewport : 1;
}
