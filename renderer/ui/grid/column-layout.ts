import type {CSSProperties} from 'react';

import type {GridColumn} from './grid-types.ts';

/** A column and where it stands: its width is the style variable of its position, so that a resize redraws no row. */
export interface PlacedColumn<Row> {
  readonly column: GridColumn<Row>;
  /** 0 for the first shown column, tick boxes not counted. */
  readonly position: number;
  readonly style: CSSProperties;
}

export interface ColumnLayout<Row> {
  readonly ticks: boolean;
  readonly frozen: readonly PlacedColumn<Row>[];
  readonly rest: readonly PlacedColumn<Row>[];
}

const tickWidth = 36;
const widthMin = 40;
const widthMax = 1200;

/** Frozen columns first, both kinds in given order. */
export function layoutOf<Row>(columns: readonly GridColumn<Row>[], ticks: boolean): ColumnLayout<Row> {
  const frozenColumns = columns.filter((column) => column.frozen);
  const place = (column: GridColumn<Row>, position: number): PlacedColumn<Row> => ({
    column,
    position,
    style: {width: `var(${widthVariable(position)})`},
  });
  return {
    ticks,
    frozen: frozenColumns.map(place),
    rest: columns.filter((column) => !column.frozen).map((column, i) => place(column, frozenColumns.length + i)),
  };
}

export function placedColumns<Row>(layout: ColumnLayout<Row>): readonly PlacedColumn<Row>[] {
  return [...layout.frozen, ...layout.rest];
}

export function widthVariable(position: number): `--${string}` {
  return `--grid-column-${position}`;
}

/** The width a column may have, px, nearest to the asked one. */
export function allowedWidth(column: {readonly minWidth?: number}, widthPx: number): number {
  return Math.round(Math.min(Math.max(widthPx, column.minWidth ?? widthMin), widthMax));
}

export function widthOf(
  column: {readonly id: string; readonly width: number; readonly minWidth?: number},
  widths: Readonly<Record<string, number>> | undefined,
): number {
  return allowedWidth(column, widths?.[column.id] ?? column.width);
}

/** Whether a person has made a column narrower than its texts, which then must be clipped. */
export function isNarrowed<Row>(
  columns: readonly GridColumn<Row>[],
  widths: Readonly<Record<string, number>> | undefined,
): boolean {
  return columns.some((column) => column.fits && widthOf(column, widths) < column.width);
}

/** Style variables of the whole grid: each column's width, and the sums that follow from them by themselves. */
export function columnVariables<Row>(
  layout: ColumnLayout<Row>,
  widths: Readonly<Record<string, number>> | undefined,
): Readonly<Record<`--${string}`, string>> {
  const ticks = layout.ticks ? `${tickWidth}px` : '0px';
  const sum = (placed: readonly PlacedColumn<Row>[]): string =>
    `calc(${[ticks, ...placed.map(({position}) => `var(${widthVariable(position)})`)].join(' + ')})`;
  const variables: Record<`--${string}`, string> = {
    '--grid-ticks': ticks,
    '--grid-frozen': sum(layout.frozen),
    '--grid-width': sum(placedColumns(layout)),
  };
  for (const {column, position} of placedColumns(layout)) {
    variables[widthVariable(position)] = `${widthOf(column, widths)}px`;
  }
  return variables;
}
