import {type RowValues, packColumns, valuesOf} from '#core/data/page-columns.ts';
import {must} from '#core/lib/assert.ts';
import type {Vault} from '#core/lib/sealed.ts';
import type {AnyView} from '#core/lib/view.ts';
import {registry} from '#core/registry.ts';
import type {Row, TableName} from '#core/schema.ts';
import {type Page, encodeRows} from '#core/sync/page.ts';

/** A row on its way into a page, with its personal value still in clear. */
export interface Opened {
  readonly row: Row;
  readonly personal: unknown;
}

/** One page of a packed table: its rows, and the columns its view makes of them. */
export async function packPage(table: TableName, page: number, rows: readonly Opened[], vault: Vault): Promise<Page> {
  const view = viewOf(table);
  const values: RowValues[] = rows.map(({row, personal}) => valuesOf(view, row, personal));
  const {texts, sealed, ...columns} = await packColumns(view, values, vault);
  return {
    head: {page, ids: rows.map(({row}) => row.id).join('\n'), columns},
    texts: {page, texts: {texts, sealed}},
    rows: encodeRows(
      page,
      rows.map(({row}) => row),
    ),
  };
}

function viewOf(table: TableName): AnyView {
  return must(
    registry.views.find((view) => view.table.name === table),
    `a view over the packed table ${table}`,
  );
}
