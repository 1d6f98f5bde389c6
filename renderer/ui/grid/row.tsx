import {memo} from 'react';
import type {ReactNode} from 'react';

import type {ColumnLayout, PlacedColumn} from './column-layout.ts';
import type {RowAction} from './grid-types.ts';
import classes from './grid.module.css';

const actionsMax = 2;

export interface RowProps<Row> {
  readonly elementId: string;
  readonly index: number;
  /** px below the layer the rows stand in. */
  readonly top: number;
  /** Undefined until it has arrived: then a skeleton of the same layout is drawn. */
  readonly row: Row | undefined;
  readonly ticked: boolean;
  readonly cursor: boolean;
  readonly layout: ColumnLayout<Row>;
  /** Set for the one row the mouse is over. */
  readonly actionsOf: ((row: Row) => readonly RowAction[]) | undefined;
}

function GridRow<Row>({elementId, index, top, row, ticked, cursor, layout, actionsOf}: RowProps<Row>): ReactNode {
  return (
    <div
      role="row"
      id={elementId}
      className={classes.row}
      style={{transform: `translateY(${top}px)`}}
      aria-rowindex={index + 2}
      aria-selected={layout.ticks ? ticked : undefined}
      aria-busy={row === undefined || undefined}
      data-index={index}
      data-ticked={ticked || undefined}
      data-cursor={cursor || undefined}
    >
      {(layout.ticks || layout.frozen.length > 0) && (
        <div role="presentation" className={classes.frozen}>
          {layout.ticks && (
            <div role="gridcell" className={classes.tickCell} data-tick data-state={ticked ? 'all' : 'none'} />
          )}
          {layout.frozen.map((placed) => cellOf(placed, row))}
        </div>
      )}
      {layout.rest.map((placed) => cellOf(placed, row))}
      {actionsOf && row !== undefined && <RowActions actions={actionsOf(row)} />}
    </div>
  );
}

function cellOf<Row>({column, position, style}: PlacedColumn<Row>, row: Row | undefined): ReactNode {
  const look = row === undefined ? undefined : column.look?.(row);
  return (
    <div
      key={column.id}
      role="gridcell"
      className={column.align === 'end' ? classes.endCell : classes.cell}
      style={style}
      aria-label={look?.label}
      data-meaning={look?.meaning}
      data-ink={look?.ink}
      data-fits={column.fits || undefined}
      data-hint={column.hint && position}
    >
      {row !== undefined && column.cell(row)}
    </div>
  );
}

/** For the mouse only, hence hidden from the rest: every action has a key. */
function RowActions({actions}: {readonly actions: readonly RowAction[]}): ReactNode {
  return (
    <div className={classes.actions} aria-hidden data-actions>
      {actions.slice(0, actionsMax).map((action) => (
        <button
          key={action.id}
          type="button"
          tabIndex={-1}
          className={classes.action}
          title={action.label}
          aria-label={action.label}
          onClick={() => action.run()}
        >
          {action.icon}
        </button>
      ))}
    </div>
  );
}

/** Drawn again only when one of its props is another. */
export const MemoRow = memo(GridRow) as typeof GridRow;
