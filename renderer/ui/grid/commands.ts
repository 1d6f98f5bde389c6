import {writeTable} from './clipboard.ts';
import {copiedTable} from './copy.ts';
import type {GridHandle, GridProps} from './grid-types.ts';
import {movedIndex} from './keys.ts';
import type {Move} from './keys.ts';
import {everythingTicked, isTicked, nothingTicked, tickedCount, tickState, toggled, withTicks} from './selection.ts';
import type {GridSelection, RowId} from './selection.ts';
import type {Viewport} from './viewport.ts';
import {clamp} from './window-math.ts';

/** A spreadsheet takes a million rows; a clipboard, and the person waiting for it, do not. */
const copiedRowsMax = 20_000;

/** What keys, mouse and the app's handle ask of the rows. */
export interface GridCommands extends Omit<GridHandle, 'focus'> {
  move(move: Move, extend: boolean): void;
  /** Puts the cursor on a row. */
  point(index: number): void;
  toggleAt(index: number): void;
  extendTo(index: number): void;
  openAt(index: number): void;
  tickAll(): void;
  /** All become ticked, unless all are: then none. */
  toggleAll(): void;
  /** Writes the ticked rows, or else the cursor's, to the clipboard. False when there is nothing to copy. */
  copy(event: ClipboardEvent): boolean;
  /** Rows have moved: the next range begins at the cursor. */
  forgetRange(): void;
  sortBy(columnId: string): void;
}

/** A range being extended: `base` is what was ticked before it began, so that it can shrink again. */
interface Range {
  readonly anchor: number;
  readonly base: GridSelection;
  made: GridSelection;
}

/**
 * Commands over the props as they are when the command runs. `live` is written here too: two commands in one tick, before
 * React has drawn the first, must add up.
 */
export function gridCommands<Row>(live: {current: GridProps<Row>}, viewport: Viewport): GridCommands {
  let range: Range | null = null;

  const selection = (): GridSelection => live.current.selection ?? nothingTicked;

  function select(next: GridSelection): void {
    live.current = {...live.current, selection: next};
    live.current.onSelection?.(next);
  }

  function placeCursor(index: number): void {
    const {source, idOf, onCursor} = live.current;
    const row = source.rowAt(index);
    const cursor = {index, id: row === undefined ? null : idOf(row)};
    live.current = {...live.current, cursor};
    onCursor(cursor);
    viewport.reveal(index);
  }

  function point(index: number): void {
    range = null;
    placeCursor(index);
  }

  function arrivedIds(from: number, to: number): readonly RowId[] {
    const {source, idOf} = live.current;
    const ids: RowId[] = [];
    for (let index = from; index < to; index++) {
      const row = source.rowAt(index);
      if (row !== undefined) ids.push(idOf(row));
    }
    return ids;
  }

  function extendTo(index: number): void {
    if (!live.current.onSelection) return point(index);
    const going: Range =
      range && range.made === selection()
        ? range
        : {anchor: live.current.cursor?.index ?? index, base: selection(), made: selection()};
    range = going;
    placeCursor(index);

    const make = (made: GridSelection): void => {
      going.made = made;
      select(made);
    };
    const from = Math.min(going.anchor, index);
    const to = Math.max(going.anchor, index) + 1;
    if (to - from === live.current.source.total) return make(everythingTicked);
    const ids = arrivedIds(from, to);
    make(withTicks(going.base, ids, true));
    if (ids.length === to - from || !live.current.source.idsBetween) return;
    // Part of the range is still in the worker. Should the range have changed meanwhile, the answer is for nobody.
    const asked = going.made;
    void live.current.source.idsBetween(from, to).then((all) => {
      if (range === going && selection() === asked) make(withTicks(going.base, all, true));
    });
  }

  function move(step: Move, extend: boolean): void {
    const {source, cursor} = live.current;
    const space = {total: source.total, pageRows: viewport.pageRows, firstSeen: viewport.seen.from};
    const index = movedIndex(cursor?.index ?? null, step, space);
    if (index === null) return;
    if (extend) extendTo(index);
    else point(index);
  }

  function stepped(delta: number): number | null {
    const {source, cursor} = live.current;
    if (source.total === 0) return null;
    return clamp(cursor ? cursor.index + delta : viewport.seen.from, 0, source.total - 1);
  }

  function toggleAt(index: number): void {
    const {source, idOf, onSelection} = live.current;
    const row = source.rowAt(index);
    if (row === undefined || !onSelection) return;
    range = null;
    select(toggled(selection(), idOf(row)));
  }

  function openAt(index: number): void {
    const row = live.current.source.rowAt(index);
    if (row !== undefined) live.current.onOpen?.(row, index);
  }

  function tickAll(): void {
    range = null;
    if (live.current.onSelection && live.current.source.total > 0) select(everythingTicked);
  }

  function cursorRows(): readonly Row[] {
    const row = live.current.cursor ? live.current.source.rowAt(live.current.cursor.index) : undefined;
    return row === undefined ? [] : [row];
  }

  function arrivedTicked(): readonly Row[] {
    const {source, idOf} = live.current;
    const rows: Row[] = [];
    for (let index = 0; index < source.total && rows.length < copiedRowsMax; index++) {
      const row = source.rowAt(index);
      if (row !== undefined && isTicked(selection(), idOf(row))) rows.push(row);
    }
    return rows;
  }

  function copy(event: ClipboardEvent): boolean {
    const {source, columns, onCopied} = live.current;
    const asked = tickedCount(selection(), source.total);
    if (asked > 0 && source.rowsTicked) {
      const rows = source.rowsTicked(selection(), copiedRowsMax);
      const written = writeTable(rows.then((arrived) => copiedTable(columns, arrived)));
      void Promise.all([rows, written]).then(([{length}, ok]) => onCopied?.({rows: ok ? length : 0, asked}));
      return true;
    }
    const rows = asked > 0 ? arrivedTicked() : cursorRows();
    if (rows.length === 0 || !event.clipboardData) return false;
    const {tsv, html} = copiedTable(columns, rows);
    event.clipboardData.setData('text/plain', tsv);
    event.clipboardData.setData('text/html', html);
    onCopied?.({rows: rows.length, asked: Math.max(asked, rows.length)});
    return true;
  }

  return {
    move,
    point,
    toggleAt,
    extendTo,
    openAt,
    tickAll,
    copy,
    moveCursor(delta) {
      const index = stepped(delta);
      if (index !== null) point(index);
    },
    extend(delta) {
      const index = stepped(delta);
      if (index !== null) extendTo(index);
    },
    toggle() {
      if (live.current.cursor) toggleAt(live.current.cursor.index);
    },
    open() {
      if (live.current.cursor) openAt(live.current.cursor.index);
    },
    toggleAll() {
      if (tickState(selection(), live.current.source.total) !== 'all') return tickAll();
      range = null;
      select(nothingTicked);
    },
    forgetRange() {
      range = null;
    },
    scrollToIndex(index) {
      viewport.reveal(clamp(index, 0, Math.max(0, live.current.source.total - 1)));
    },
    sortBy(columnId) {
      const {sort, onSort} = live.current;
      const again = sort?.columnId === columnId && sort.direction === 'ascending';
      onSort?.({columnId, direction: again ? 'descending' : 'ascending'});
    },
  };
}
