import type {GridCommands} from './commands.ts';
import type {GridCursor, GridProps, GridSort, GridSource} from './grid-types.ts';
import {rowHeights} from './grid-types.ts';
import type {RowId} from './selection.ts';
import type {Viewport} from './viewport.ts';

/** How far a row is looked for from where it stood, among rows that have arrived. */
const reach = 512;

/** Where the row stands now, if it has arrived not far from where it stood. */
export function indexNear<Row>(
  source: Pick<GridSource<Row>, 'total' | 'rowAt'>,
  idOf: (row: Row) => RowId,
  id: RowId,
  around: number,
): number | undefined {
  const is = (index: number): boolean => {
    const row = index >= 0 && index < source.total ? source.rowAt(index) : undefined;
    return row !== undefined && idOf(row) === id;
  };
  for (let distance = 0; distance <= reach; distance++) {
    if (is(around - distance)) return around - distance;
    if (is(around + distance)) return around + distance;
  }
  return undefined;
}

export interface Anchor {
  /** Remembers what is in sight, to be called after every drawing and every scroll. */
  hold(): void;
  /** Rows have changed: brings what was in sight, and the cursor, back to where their rows are. */
  follow(): void;
}

/**
 * Keeps people where they are when rows change under them: the cursor stays with its row, and so does the view, with the
 * cursor's row while that is in sight, else with the first row seen. A list that stands at its top stays there, so that
 * what is new shows; another order of the rows, and another question, begins at its top.
 */
export function gridAnchor<Row>(live: {current: GridProps<Row>}, viewport: Viewport, commands: GridCommands): Anchor {
  let held: {readonly id: RowId; readonly index: number} | null = null;
  let {sort, question} = live.current;
  let asking = false;
  /** The rows as they were last followed. Rows that have changed since say nothing about what was in sight. */
  let followed = {source: live.current.source, version: live.current.source.version};

  function rowId(index: number): RowId | null {
    const row = live.current.source.rowAt(index);
    return row === undefined ? null : live.current.idOf(row);
  }

  function setCursor(cursor: GridCursor | null): void {
    live.current = {...live.current, cursor};
    live.current.onCursor(cursor);
  }

  function followView(): void {
    const {source, idOf, density} = live.current;
    if (sameSort(live.current.sort, sort) && live.current.question === question) {
      if (!held || source.rowAt(held.index) === undefined) return;
      const index = indexNear(source, idOf, held.id, held.index);
      if (index === undefined || index === held.index) return;
      viewport.scrollTo(viewport.top + (index - held.index) * rowHeights[density ?? 'dense']);
    } else {
      ({sort, question} = live.current);
      held = null;
      viewport.scrollTo(0);
    }
  }

  function followCursor(): void {
    const {source, idOf, cursor} = live.current;
    if (!cursor) return;
    const there = rowId(cursor.index);
    const pending = there === null && cursor.index < source.total;
    if (pending || there === cursor.id) return;
    if (cursor.id === null && there !== null) return setCursor({index: cursor.index, id: there});
    commands.forgetRange();
    if (source.total === 0) return setCursor(null);
    const {id} = cursor;
    const near = id === null ? undefined : indexNear(source, idOf, id, cursor.index);
    if (near === undefined && id !== null && source.indexOf) return askWhere(id, source);
    settle(near);
  }

  /** The cursor's row is at `index`; or it is gone, and the row in its place takes the cursor. */
  function settle(index: number | undefined): void {
    const {source, cursor} = live.current;
    if (!cursor) return;
    const there = Math.min(index ?? cursor.index, source.total - 1);
    const id = index === undefined ? rowId(there) : cursor.id;
    if (there !== cursor.index || id !== cursor.id) setCursor({index: there, id});
  }

  function askWhere(id: RowId, source: GridSource<Row>): void {
    if (asking || !source.indexOf) return;
    asking = true;
    void source.indexOf(id).then((index) => {
      asking = false;
      if (live.current.source === source && live.current.cursor?.id === id) settle(index);
    });
  }

  return {
    follow() {
      followView();
      followCursor();
      const {source} = live.current;
      followed = {source, version: source.version};
    },
    hold() {
      const {cursor, source} = live.current;
      if (followed.source !== source || followed.version !== source.version) return;
      const seen = viewport.seen;
      const byCursor = cursor !== null && cursor.index >= seen.from && cursor.index < seen.to;
      const index = byCursor ? cursor.index : seen.from;
      const id = byCursor || viewport.top > 0 ? rowId(index) : null;
      // Rows that are being fetched anew are still the rows in sight.
      const fetching = id === null && held?.index === index && index < source.total;
      if (!fetching) held = id === null ? null : {id, index};
    },
  };
}

function sameSort(a: GridSort | null | undefined, b: GridSort | null | undefined): boolean {
  return a?.columnId === b?.columnId && a?.direction === b?.direction;
}
