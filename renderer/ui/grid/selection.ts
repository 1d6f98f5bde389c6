/** A row's id in a form that stays the same while the row lives. */
export type RowId = string;

/** Which rows are ticked. "All but these" is as small for a million rows as for ten, and holds for rows yet to arrive. */
export type GridSelection =
  | {readonly mode: 'some'; readonly ids: ReadonlySet<RowId>}
  | {readonly mode: 'all'; readonly except: ReadonlySet<RowId>};

export const nothingTicked: GridSelection = {mode: 'some', ids: new Set()};
export const everythingTicked: GridSelection = {mode: 'all', except: new Set()};

export function isTicked(selection: GridSelection, id: RowId): boolean {
  return selection.mode === 'some' ? selection.ids.has(id) : !selection.except.has(id);
}

/** The selection with these rows ticked, or unticked; the others stay as they are. */
export function withTicks(selection: GridSelection, ids: Iterable<RowId>, ticked: boolean): GridSelection {
  const listed = new Set(selection.mode === 'some' ? selection.ids : selection.except);
  const lists = ticked === (selection.mode === 'some');
  for (const id of ids) {
    if (lists) listed.add(id);
    else listed.delete(id);
  }
  return selection.mode === 'some' ? {mode: 'some', ids: listed} : {mode: 'all', except: listed};
}

export function toggled(selection: GridSelection, id: RowId): GridSelection {
  return withTicks(selection, [id], !isTicked(selection, id));
}

/** How many of `total` rows are ticked. Ids that have left the list since are still counted: the list's owner prunes them. */
export function tickedCount(selection: GridSelection, total: number): number {
  return selection.mode === 'some' ? Math.min(selection.ids.size, total) : Math.max(0, total - selection.except.size);
}

export function tickState(selection: GridSelection, total: number): 'none' | 'some' | 'all' {
  const count = tickedCount(selection, total);
  if (count === 0) return 'none';
  return count === total ? 'all' : 'some';
}
