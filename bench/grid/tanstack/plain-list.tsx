import {useVirtualizer} from '@tanstack/react-virtual';
import {memo, useRef} from 'react';
import type {ListRow} from '../list-columns.ts';
import type {PlainColumn} from './columns.tsx';

export interface PlainSort {
  readonly column: keyof ListRow;
  readonly direction: 'ascending' | 'descending';
}

interface PlainListProps {
  readonly rows: readonly ListRow[];
  readonly columns: readonly PlainColumn[];
  readonly sort: PlainSort;
  readonly onSort: (column: keyof ListRow) => void;
}

const rowHeight = 28;
const headHeight = 32;
/** As many rows beyond those in sight as our own grid draws, taken over both sides. */
const overscan = 8;

/** Rows that are all at hand, drawn by TanStack Virtual as its examples do it. */
export function PlainList({rows, columns, sort, onSort}: PlainListProps) {
  const grid = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled to be memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: headHeight,
  });
  return (
    <div ref={grid} role="grid" className="grid" aria-rowcount={rows.length + 1} tabIndex={0}>
      <div role="row" className="head">
        {columns.map(({sortedBy, title, width}) => (
          <div
            key={sortedBy}
            role="columnheader"
            tabIndex={-1}
            className="cell"
            style={{width}}
            aria-sort={sort.column === sortedBy ? sort.direction : 'none'}
            onClick={() => onSort(sortedBy)}
            onKeyDown={() => undefined}
          >
            {title}
          </div>
        ))}
      </div>
      <div style={{height: virtual.getTotalSize()}}>
        {virtual.getVirtualItems().map(({key, index, start}) => {
          const row = rows[index];
          return row && <PlainRow key={key} index={index} top={start} row={row} columns={columns} />;
        })}
      </div>
    </div>
  );
}

interface PlainRowProps {
  readonly index: number;
  readonly top: number;
  readonly row: ListRow;
  readonly columns: readonly PlainColumn[];
}

const PlainRow = memo(({index, top, row, columns}: PlainRowProps) => (
  <div role="row" className="row" data-index={index} style={{transform: `translateY(${top}px)`}}>
    <div role="gridcell" className="cell" aria-label="Not selected">
      <i className="mark" />
    </div>
    {columns.map(({sortedBy, width, cell}) => (
      <div key={sortedBy} role="gridcell" className="cell" style={{width}}>
        {cell(row)}
      </div>
    ))}
  </div>
));
