import type {TableName} from '#core/schema.ts';
import type {Client} from '../database/pool.ts';

export interface RowText {
  readonly id: string;
  /** The canonical text of the row. */
  readonly body: string;
}

/** So much is read at once: rows are of very different lengths. */
const rowsAtOnce = 1_000;
const bytesAtOnce = 8 * 1024 * 1024;

/** All rows of a table in the order of their ids, a page at a time; to be read in one repeatable-read transaction. */
export async function* rowsInOrder(
  client: Client,
  shopId: string,
  table: TableName,
): AsyncGenerator<readonly RowText[]> {
  for (let after = ''; ;) {
    const {rows} = await client.query<RowText>({
      name: 'rows-in-order',
      text: `select id, body from (
          select id, body, row_number() over by_id as at, sum(octet_length(body)) over by_id as upto
          from (select id, body from rows where shop_id = $1 and tbl = $2 and id > $3 order by id limit $4) as page
          window by_id as (order by id)
        ) as counted where at = 1 or upto <= $5 order by id`,
      values: [shopId, table, after, rowsAtOnce, bytesAtOnce],
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}
