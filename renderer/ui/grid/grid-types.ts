import type {ReactNode, Ref} from 'react';

import type {Meaning} from '../status-mark.tsx';
import type {GridSelection, RowId} from './selection.ts';

/**
 * The rows as far as they have reached the page. Most of them live in a worker: the grid says which it needs (`onWindow`),
 * draws what `rowAt` has, and draws again when told. A row that has not changed must stay the same object, for a row is
 * drawn again only when its object is another.
 */
export interface GridSource<Row> {
  /** How many rows there are, arrived or not. */
  readonly total: number;
  /** Another number after every change, and only then. */
  readonly version: number;
  rowAt(index: number): Row | undefined;
  subscribe(changed: () => void): () => void;
  /** Ids of the rows `from` up to, not including, `to`; without it a range ticks only rows that have arrived. */
  idsBetween?(from: number, to: number): Promise<readonly RowId[]>;
  /** The ticked rows in their order, at most `rowsMax`; without it only rows that have arrived are copied. */
  rowsTicked?(selection: GridSelection, rowsMax: number): Promise<readonly Row[]>;
  /** Where a row stands now; `undefined` when it is gone. Asked when the cursor's row has left its place. */
  indexOf?(id: RowId): Promise<number | undefined>;
}

export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** px, until the person drags it; see `GridProps.widths`. */
  readonly width: number;
  readonly minWidth?: number;
  /** Frozen columns stand first and stay in sight while the rest scrolls sideways. */
  readonly frozen?: boolean;
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** Its texts are never wider than `width`, so they are clipped only after a person has made a column narrower. */
  readonly fits?: boolean;
  /** What is drawn. Called for every row that comes into sight, so it must cost next to nothing: a text rather than elements. */
  cell(row: Row): ReactNode;
  /** How its cell is drawn, where that is not plain. */
  look?(row: Row): CellLook | undefined;
  /** What the tooltip says; asked when the mouse comes over the cell. */
  hint?(row: Row): string;
  /** What is copied: a number stays a number in the spreadsheet, a string never becomes one, nor a formula. */
  text(row: Row): string | number;
}

/** Attributes of the cell itself, so that a mark or a quiet ink costs no element. */
export interface CellLook {
  readonly meaning?: Meaning;
  readonly ink?: 'quiet' | 'strong';
  /** What is read out in place of what is drawn. */
  readonly label?: string;
}

/** Where the keyboard is. The id is null only until the row has arrived. */
export interface GridCursor {
  readonly index: number;
  readonly id: RowId | null;
}

export interface GridSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

/** A thing to do with the row under the mouse. The same must have a key: these buttons are for the mouse alone. */
export interface RowAction {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  run(): void;
}

export interface GridWords {
  readonly selectAll: string;
  /** Said to screen readers after a column was resized by keys. */
  columnWidth(title: string, widthPx: number): string;
}

export type GridDensity = 'dense' | 'roomy';

export interface GridProps<Row> {
  /** Shown columns in shown order. Keep the array while nothing about it changes: another array redraws every row. */
  readonly columns: readonly GridColumn<Row>[];
  readonly source: GridSource<Row>;
  idOf(row: Row): RowId;
  /** The grid's accessible name. */
  readonly label: string;
  readonly words: GridWords;
  readonly sort?: GridSort | null;
  onSort?(sort: GridSort): void;
  /** What the rows answer, in any words: the rows of another question are shown from the first on. */
  readonly question?: string;
  /**
   * Rows to have at hand from now on, `from` up to, not including, `to`: called in the very frame of the scroll that needs
   * them, and not again until they are others. A source that drops some of them fetches them anew by itself.
   */
  onWindow(from: number, to: number): void;
  readonly cursor: GridCursor | null;
  onCursor(cursor: GridCursor | null): void;
  /** Pass back the object that `onSelection` gave: a range can shrink again only while it is the same one. */
  readonly selection?: GridSelection;
  /** Without it, rows have no tick boxes. */
  onSelection?(selection: GridSelection): void;
  onOpen?(row: Row, index: number): void;
  /** Two at most are shown. */
  rowActions?(row: Row): readonly RowAction[];
  /** Widths that differ from the columns' own, by column id, px. */
  readonly widths?: Readonly<Record<string, number>>;
  /** The person set a width, or (null) went back to the column's own. Without it, columns cannot be resized. */
  onWidth?(columnId: string, widthPx: number | null): void;
  /** Shown when there are no rows; leave it out while that is not known yet. */
  readonly emptyState?: ReactNode;
  /** Where to begin, px from the first row. Read once, and applied when the first rows are known. */
  readonly scrollTop?: number;
  /** Where scrolling came to rest, px from the first row. */
  onScrollTop?(top: number): void;
  readonly density?: GridDensity;
  /** After Ctrl+C: rows written and rows asked for. No rows written: the system refused the clipboard. */
  onCopied?(copied: {readonly rows: number; readonly asked: number}): void;
  readonly ref?: Ref<GridHandle>;
}

/** What the app's keys (j, k, x ...) and palette can do with a grid. */
export interface GridHandle {
  moveCursor(delta: number): void;
  /** Moves the cursor and ticks everything from where extending began. */
  extend(delta: number): void;
  /** Ticks or unticks the cursor's row. */
  toggle(): void;
  open(): void;
  focus(): void;
  scrollToIndex(index: number): void;
}

export const rowHeights: Readonly<Record<GridDensity, number>> = {dense: 28, roomy: 36};
export const headHeight = 32;
