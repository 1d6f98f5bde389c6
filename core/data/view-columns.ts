import type {AnyView} from '../lib/view.ts';
import type {TableName} from '../schema.ts';
import {ColumnSet} from './column-set.ts';
import {Orders} from './select.ts';

/** A view with its columns and the orders they have been asked in; lists of the same view share it. */
export class ViewColumns {
  readonly view: AnyView;
  readonly table: TableName;
  readonly set: ColumnSet;
  readonly orders: Orders;

  constructor(view: AnyView) {
    this.view = view;
    this.table = view.table.name as TableName;
    this.set = new ColumnSet(view);
    this.orders = new Orders(this.set);
  }
}
