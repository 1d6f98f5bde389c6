import type {ReactNode} from 'react';
import type {ListRow, Words} from '../list-columns.ts';

export interface PlainColumn {
  readonly sortedBy: keyof ListRow;
  readonly title: string;
  readonly width: number;
  readonly cell: (row: ListRow) => ReactNode;
}

const dates = new Intl.DateTimeFormat('en', {month: 'short', day: 'numeric'});

/** The columns of our order list, drawn as plainly as can be. */
export function plainColumns({column, status}: Words): readonly PlainColumn[] {
  const named = (
    name: string,
    sortedBy: keyof ListRow,
    width: number,
    cell: (row: ListRow) => ReactNode,
  ): PlainColumn => ({sortedBy, title: column[name] ?? name, width, cell});
  return [
    named('number', 'number', 164, (row) => row.number),
    named('status', 'status', 124, (row) => (
      <span>
        <i className="mark" />
        {status[row.status]}
      </span>
    )),
    named('orderedAt', 'orderedAt', 76, (row) => dates.format(row.orderedAt)),
    named('shipBy', 'shipBy', 88, (row) => dates.format(row.shipBy)),
    named('buyer', 'buyer', 168, (row) => row.buyer),
    named('country', 'country', 52, (row) => row.country),
    named('items', 'items', 280, (row) => row.items),
    named('pieces', 'pieces', 52, (row) => row.pieces),
    named('total', 'total', 120, (row) => `${row.total / 100} ${row.currency}`),
    named('storefront', 'storefrontId', 160, (row) => row.storefrontId),
    named('tracking', 'tracking', 180, (row) => row.tracking),
  ];
}
