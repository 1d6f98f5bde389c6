import {packLight, packTexts, valuesOf} from '#core/data/page-columns.ts';
import {assert, must} from '#core/lib/assert.ts';
import type {Vault} from '#core/lib/sealed.ts';
import type {AnyView} from '#core/lib/view.ts';
import {registry} from '#core/registry.ts';
import type {Row, TableName} from '#core/schema.ts';
import {type PageGroup, encodeRows, pagesPerHead, rowsPerPage} from '#core/sync/page.ts';

/** A row on its way into a page, with its personal value still in clear. */
export interface Opened {
  readonly row: Row;
  readonly personal: unknown;
}

/** Rows of a packed table as pages numbered from `page`, at most `pagesPerHead` of them under one head. */
export async function packPages(
  table: TableName,
  page: number,
  rows: readonly Opened[],
  vault: Vault,
): Promise<PageGroup> {
  const view = viewOf(table);
  const values = rows.map(({row, personal}) => valuesOf(view, row, personal));
  const count = Math.ceil(rows.length / rowsPerPage);
  assert(count > 0 && count <= pagesPerHead, 'as many pages as one head takes');
  const pageAt = <T>(list: readonly T[], at: number): readonly T[] =>
    list.slice(at * rowsPerPage, (at + 1) * rowsPerPage);
  const numbered = Array.from({length: count}, (_, at) => at);
  const texts = numbered.map(async (at) => {
    return {page: page + at, texts: await packTexts(view, pageAt(values, at), vault)};
  });
  return {
    head: {
      page,
      ids: numbered.map((at) =>
        pageAt(rows, at)
          .map(({row}) => row.id)
          .join('\n'),
      ),
      columns: packLight(view, values),
    },
    texts: await Promise.all(texts),
    rows: numbered.map((at) =>
      encodeRows(
        page + at,
        pageAt(rows, at).map(({row}) => row),
      ),
    ),
  };
}

function viewOf(table: TableName): AnyView {
  return must(
    registry.views.find((view) => view.table.name === table),
    `a view over the packed table ${table}`,
  );
}
