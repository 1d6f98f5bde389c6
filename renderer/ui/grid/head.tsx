import {memo} from 'react';
import type {MouseEvent, ReactNode} from 'react';

import type {ColumnLayout, PlacedColumn} from './column-layout.ts';
import type {GridCommands} from './commands.ts';
import type {GridSort} from './grid-types.ts';
import classes from './grid.module.css';
import type {ColumnResize} from './column-resize.ts';

export interface HeadProps<Row> {
  readonly gridId: string;
  readonly layout: ColumnLayout<Row>;
  readonly sort: GridSort | null;
  /** The column the keyboard is at, when it is in the head. */
  readonly position: number | null;
  readonly ticked: 'none' | 'some' | 'all';
  readonly selectAll: string;
  readonly commands: GridCommands;
  /** Null where columns cannot be resized. */
  readonly resize: ColumnResize | null;
}

export function headElementId(gridId: string, position: number): string {
  return `${gridId}head${position}`;
}

function Head<Row>(props: HeadProps<Row>): ReactNode {
  const {layout, ticked, selectAll, commands} = props;
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {(layout.ticks || layout.frozen.length > 0) && (
          <div role="presentation" className={classes.frozen}>
            {layout.ticks && (
              <div role="columnheader" className={classes.tickCell} onClick={() => commands.toggleAll()}>
                <span
                  role="checkbox"
                  aria-checked={ticked === 'some' ? 'mixed' : ticked === 'all'}
                  aria-label={selectAll}
                  aria-keyshortcuts="Control+A"
                  title={selectAll}
                  className={classes.tick}
                  data-state={ticked}
                />
              </div>
            )}
            {layout.frozen.map((placed) => (
              <HeadCell key={placed.column.id} placed={placed} {...props} />
            ))}
          </div>
        )}
        {layout.rest.map((placed) => (
          <HeadCell key={placed.column.id} placed={placed} {...props} />
        ))}
      </div>
    </div>
  );
}

export const GridHead = memo(Head) as typeof Head;

/** Not a button: the grid is one tab stop, and the keyboard comes here by going up from the first row. */
function HeadCell<Row>(props: HeadProps<Row> & {readonly placed: PlacedColumn<Row>}): ReactNode {
  const {gridId, placed, sort, position, commands, resize} = props;
  const {column} = placed;
  const sorted = sort?.columnId === column.id ? sort.direction : 'none';
  return (
    <div
      role="columnheader"
      id={headElementId(gridId, placed.position)}
      className={column.align === 'end' ? classes.endHeadCell : classes.headCell}
      style={placed.style}
      title={column.title}
      aria-sort={column.sortable ? sorted : undefined}
      aria-keyshortcuts={resize ? 'Shift+ArrowLeft Shift+ArrowRight' : undefined}
      data-sortable={column.sortable || undefined}
      data-cursor={position === placed.position || undefined}
      onClick={column.sortable ? () => commands.sortBy(column.id) : undefined}
    >
      <span className={classes.title}>{column.title}</span>
      {column.sortable && <span className={classes.arrow} aria-hidden />}
      {resize && (
        <span
          className={classes.edge}
          aria-hidden
          onPointerDown={(event) => resize.begin(event, placed.position)}
          onPointerMove={resize.drag}
          onPointerUp={resize.end}
          onPointerCancel={resize.cancel}
          onClick={stop}
          onDoubleClick={() => resize.reset(placed.position)}
        />
      )}
    </div>
  );
}

/** A drag's end is not a click on the head. */
function stop(event: MouseEvent): void {
  event.stopPropagation();
}
