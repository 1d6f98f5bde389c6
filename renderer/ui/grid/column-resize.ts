import type {PointerEvent} from 'react';

import {allowedWidth, layoutOf, placedColumns, widthOf, widthVariable} from './column-layout.ts';
import type {GridColumn, GridProps} from './grid-types.ts';

/** px by which a key resizes. */
const keyStep = 8;

export interface ColumnResize {
  begin(event: PointerEvent, position: number): void;
  drag(event: PointerEvent): void;
  end(event: PointerEvent): void;
  cancel(event: PointerEvent): void;
  /** Back to the column's own width. */
  reset(position: number): void;
  /** One step of the keyboard. */
  step(position: number, direction: 1 | -1): void;
}

interface Drag<Row> {
  readonly grid: HTMLElement | null;
  readonly column: GridColumn<Row>;
  readonly position: number;
  readonly startX: number;
  readonly startWidth: number;
  width: number;
}

/** Resizing writes the column's style variable while the mouse moves and tells the new width once, when it lets go. */
export function columnResize<Row>(live: {readonly current: GridProps<Row>}, say: (text: string) => void): ColumnResize {
  let dragged: Drag<Row> | null = null;

  const columnAt = (position: number): GridColumn<Row> | undefined =>
    placedColumns(layoutOf(live.current.columns, false))[position]?.column;
  const show = ({grid, position}: Drag<Row>, width: number): void =>
    grid?.style.setProperty(widthVariable(position), `${width}px`);

  return {
    begin(event, position) {
      const column = columnAt(position);
      if (!column || event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      const startWidth = widthOf(column, live.current.widths);
      const grid = event.currentTarget.closest<HTMLElement>('[role=grid]');
      dragged = {grid, column, position, startX: event.clientX, startWidth, width: startWidth};
    },
    drag(event) {
      if (!dragged) return;
      dragged.width = allowedWidth(dragged.column, dragged.startWidth + event.clientX - dragged.startX);
      show(dragged, dragged.width);
    },
    end() {
      if (dragged && dragged.width !== dragged.startWidth) live.current.onWidth?.(dragged.column.id, dragged.width);
      dragged = null;
    },
    cancel() {
      if (dragged) show(dragged, dragged.startWidth);
      dragged = null;
    },
    reset(position) {
      const column = columnAt(position);
      if (column) live.current.onWidth?.(column.id, null);
    },
    step(position, direction) {
      const column = columnAt(position);
      if (!column) return;
      const width = allowedWidth(column, widthOf(column, live.current.widths) + direction * keyStep);
      live.current.onWidth?.(column.id, width);
      say(live.current.words.columnWidth(column.title, width));
    },
  };
}
