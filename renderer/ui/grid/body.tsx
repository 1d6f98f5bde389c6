import {startTransition, useEffect, useLayoutEffect, useState, useSyncExternalStore} from 'react';
import type {MouseEvent, ReactNode} from 'react';

import {type ColumnLayout, placedColumns} from './column-layout.ts';
import type {GridCommands} from './commands.ts';
import type {GridProps} from './grid-types.ts';
import classes from './grid.module.css';
import {MemoRow} from './row.tsx';
import {isTicked} from './selection.ts';
import type {GridSelection} from './selection.ts';
import type {Drawn, Viewport} from './viewport.ts';

export interface BodyProps<Row> extends Pick<GridProps<Row>, 'source' | 'cursor' | 'rowActions'> {
  readonly gridId: string;
  readonly idOf: GridProps<Row>['idOf'];
  readonly layout: ColumnLayout<Row>;
  readonly selection: GridSelection;
  readonly viewport: Viewport;
  readonly commands: GridCommands;
}

export function rowElementId(gridId: string, index: number): string {
  return `${gridId}row${index}`;
}

/**
 * The drawn rows. A row's slot is its index modulo the pool, so a scroll by one row redraws one row into the elements of
 * the one that left. The cursor's row is drawn wherever it is: `aria-activedescendant` must name an element that exists.
 */
export function GridBody<Row>(props: BodyProps<Row>): ReactNode {
  const {gridId, source, idOf, cursor, rowActions, layout, selection, viewport, commands} = props;
  const wanted = useSyncExternalStore(viewport.subscribe, viewport.drawn);
  const drawn = useArrived(viewport, wanted, source);
  const rowsAtMost = useRowsAtMost(Math.min(drawn.to, source.total) - drawn.from);
  const [hovered, setHovered] = useState<number | null>(null);
  useLayoutEffect(() => viewport.placed(), [viewport, wanted.height, wanted.rowHeight]);

  const rowElement = (index: number, key: string): ReactNode => {
    const row = source.rowAt(index);
    return (
      <MemoRow
        key={key}
        elementId={rowElementId(gridId, index)}
        index={index}
        top={(index - drawn.base) * drawn.rowHeight}
        row={row}
        ticked={row !== undefined && isTicked(selection, idOf(row))}
        cursor={cursor?.index === index}
        layout={layout}
        actionsOf={hovered === index ? rowActions : undefined}
      />
    );
  };

  return (
    <div
      role="rowgroup"
      className={classes.body}
      style={{height: wanted.height}}
      onClick={(event) => clicked(event, commands)}
      onDoubleClick={(event) => doubleClicked(event, commands)}
      onMouseDown={keepFocus}
      onPointerOver={(event) => {
        if (rowActions) setHovered(rowIndexOf(event));
        hint(event, layout, source);
      }}
      onPointerLeave={() => setHovered(null)}
    >
      <div role="presentation" className={classes.layer} style={{transform: `translateY(${drawn.baseTop}px)`}}>
        {slots(drawn, Math.min(source.total, drawn.from + rowsAtMost)).map((index) =>
          rowElement(index, `${index % drawn.pool}`),
        )}
        {cursor && !isDrawn(drawn, cursor.index) && cursor.index < source.total && rowElement(cursor.index, 'cursor')}
      </div>
    </div>
  );
}

/** So many new rows are laid out at once, with what stands around them, on a slow machine. */
const rowsAtOnce = 12;

/**
 * The rows of a grid that was empty come a few at a time, in work that gives way to whoever clicks or types: none of their elements can be
 * reused yet, and a whole window of them keeps a page busy for longer than a hand notices.
 */
function useRowsAtMost(needed: number): number {
  const [atMost, setAtMost] = useState(rowsAtOnce);
  useEffect(() => {
    if (needed > 0) startTransition(() => setAtMost((now) => (now < needed ? now + rowsAtOnce : Infinity)));
  }, [needed, atMost]);
  return atMost;
}

/** An answer that takes longer than this is waited for in front of skeletons. */
const skeletonAfterMs = 60;

/**
 * After a jump to rows that are all still to come, what was drawn before: it lies out of sight, and drawing the new place
 * twice, empty and full, costs a jump half as much again.
 */
function useArrived<Row>(viewport: Viewport, wanted: Drawn, source: GridProps<Row>['source']): Drawn {
  const [late, setLate] = useState<Drawn | null>(null);
  const here = wanted.from >= wanted.to || late === wanted || hasArrived(wanted, source);
  useEffect(() => {
    if (here) {
      viewport.filled(wanted);
      return undefined;
    }
    const timer = setTimeout(() => setLate(wanted), skeletonAfterMs);
    return () => clearTimeout(timer);
  }, [viewport, here, wanted]);
  return here ? wanted : viewport.lastFilled;
}

function hasArrived<Row>({from, to}: Drawn, source: GridProps<Row>['source']): boolean {
  for (let index = from; index < Math.min(to, source.total); index += 1) {
    if (source.rowAt(index) !== undefined) return true;
  }
  return false;
}

function isDrawn(drawn: Drawn, index: number): boolean {
  return index >= drawn.from && index < drawn.to;
}

/** Drawn indexes in the order of their slots: elements that stay in place need no moving in the document. */
function slots({from, to, pool}: Drawn, total: number): readonly number[] {
  const indexes = Array.from({length: Math.max(0, Math.min(to, total) - from)}, (_, i) => from + i);
  return indexes.sort((a, b) => (a % pool) - (b % pool));
}

function rowIndexOf(event: MouseEvent): number | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
  return row?.dataset['index'] === undefined ? null : Number(row.dataset['index']);
}

function isWithin(event: MouseEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

/** Tooltips are made when somebody may read them: a time said in full for each cell would cost more than the cell. */
function hint<Row>(event: MouseEvent, layout: ColumnLayout<Row>, source: GridProps<Row>['source']): void {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hint]') : null;
  const index = rowIndexOf(event);
  const row = index === null ? undefined : source.rowAt(index);
  if (!cell || row === undefined) return;
  const placed = placedColumns(layout).find(({position}) => position === Number(cell.dataset['hint']));
  cell.title = placed?.column.hint?.(row) ?? '';
}

function clicked(event: MouseEvent, commands: GridCommands): void {
  const index = rowIndexOf(event);
  if (index === null || isWithin(event, '[data-actions]')) return;
  if (event.shiftKey) return commands.extendTo(index);
  commands.point(index);
  if (event.ctrlKey || event.metaKey || isWithin(event, '[data-tick]')) commands.toggleAt(index);
}

function doubleClicked(event: MouseEvent, commands: GridCommands): void {
  const index = rowIndexOf(event);
  if (index !== null && !isWithin(event, '[data-actions], [data-tick]')) commands.openAt(index);
}

/** A row's buttons must not take the focus away from the grid, whose keys would then be dead. */
function keepFocus(event: MouseEvent): void {
  if (isWithin(event, '[data-actions]')) event.preventDefault();
}
