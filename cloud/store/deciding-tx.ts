import {assert, must} from '#core/lib/assert.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import type {LogPlace} from '#core/sync/group.ts';
import type {Decided, Line, MasterTx} from '#core/sync/master-store.ts';
import type {Range, SmallTable} from '#core/sync/store.ts';
import type {Client} from '../database/pool.ts';
import {toldLines} from './told-lines.ts';
import {keyDigest, writeRows} from './write-rows.ts';

interface BodyRow {
  readonly body: string | null;
}

/** A deciding transaction of a shop whose row is locked. */
export function decidingTx(client: Client, shopId: string, head: LogPlace): MasterTx {
  let last: Promise<unknown> = Promise.resolve();
  // Mutations that run side by side ask for rows and keys at once; a connection takes one question after the other.
  const ask = <R extends object>(name: string, text: string, values: readonly unknown[]): Promise<readonly R[]> => {
    const answer = last.then(async () => (await client.query({name, text, values: [...values]})).rows as R[]);
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    head: async () => head,

    line: async ({replica, inc}) => {
      const rows = await ask<LineRow>(
        'line',
        `select from_n, from_hash, last_n, last_hash from lines where shop_id = $1 and replica = $2 and inc = $3`,
        [shopId, replica, inc],
      );
      return rows[0] && lineOf(rows[0]);
    },

    hashAt: async ({replica, inc}, n) => {
      const rows = await ask<{readonly hash: string}>(
        'hash-at',
        `select hash from decisions where shop_id = $1 and replica = $2 and inc = $3 and n = $4`,
        [shopId, replica, inc, n],
      );
      return rows[0]?.hash;
    },

    getAll: async (asked) => {
      if (asked.length === 0) return [];
      const rows = await ask<BodyRow>(
        'get-all',
        // No join: of a shop that it has not counted yet the database believes that it has hardly a row, and compares each with each.
        `select (select body from rows where shop_id = $1 and tbl = asked.tbl and id = asked.id) as body
          from unnest(string_to_array($2, E'\\n'), string_to_array($3, E'\\n')) with ordinality as asked (tbl, id, at) order by at`,
        [shopId, toldLines(asked.map(({table}) => table)), toldLines(asked.map(({id}) => id))],
      );
      return rows.map(({body}) => (body === null ? undefined : (JSON.parse(body) as unknown)));
    },

    byKey: async <N extends SmallTable>(table: N, key: string, values: readonly string[]) => {
      must(tables[table].keys[key], `${table} declares the key ${key}`);
      const rows = await ask<BodyRow>(
        'by-key',
        `select body from row_keys join rows using (shop_id, tbl, id)
          where shop_id = $1 and tbl = $2 and key = $3 and value = $4 order by id`,
        [shopId, table, key, keyDigest(values)],
      );
      return rowsOf<N>(rows);
    },

    range: async <N extends SmallTable>(table: N, {from, below, limit}: Range) => {
      const rows = await ask<BodyRow>(
        'range',
        `select body from rows where shop_id = $1 and tbl = $2 and id >= $3 and ($4::text is null or id < $4)
          order by id limit $5`,
        [shopId, table, from ?? '', below ?? null, limit],
      );
      return rowsOf<N>(rows);
    },

    keep: (decided) => keep(client, {shopId, head, decided}),
  };
}

interface LineRow {
  readonly from_n: number;
  readonly from_hash: string;
  readonly last_n: number;
  readonly last_hash: string;
}

function lineOf({from_n, from_hash, last_n, last_hash}: LineRow): Line {
  return {from: {n: from_n, hash: from_hash}, last: {n: last_n, hash: last_hash}};
}

function rowsOf<N extends TableName>(rows: readonly BodyRow[]): readonly Row<N>[] {
  return rows.flatMap(({body}) => (body === null ? [] : [JSON.parse(body) as Row<N>]));
}

/**
 * Everything that a decision adds, in one statement: of a lone change most of the time would go into asking otherwise. All of it sees the
 * database as it was before; what depends on what is checked at its end.
 */
const keeping = `with moved as (
    update shops set seq = $4, hash = $5 where id = $1 and epoch = $2 and seq = $3 and hash = $6 returning 1
  ), line as (
    insert into lines (shop_id, replica, inc, from_n, from_hash, last_n, last_hash) values ($1, $7, $8, $9, $10, $11, $12)
    on conflict (shop_id, replica, inc) do update set last_n = excluded.last_n, last_hash = excluded.last_hash
  ), told as (
    insert into decisions (shop_id, replica, inc, n, hash, seq, body)
    select $1, $7, $8, n::bigint, hash, seq::bigint, body
    from unnest(string_to_array($13, E'\\n'), string_to_array($14, E'\\n'), string_to_array($15, E'\\n'),
      string_to_array($16, E'\\n')) as told (n, hash, seq, body)
  ), grouped as (
    insert into log_groups (shop_id, last, first, decided_at, replica, inc, n_first, n_last, told, not_applied, hash, size)
    values ($1, $4, $17, $18, $7, $8, $19, $20, $21, $22, $5, $23)
  ), part as (
    insert into parts (shop_id, last, scope, digest, body) select $1, $4, * from
      unnest(string_to_array($24, E'\\n'), string_to_array($25, E'\\n'), string_to_array($26, E'\\n'))
  ) select count(*) as moved from moved`;

async function keep(
  client: Client,
  {shopId, head, decided}: {readonly shopId: string; readonly head: LogPlace; readonly decided: Decided},
): Promise<void> {
  const {origin, line, decisions, group, rows} = decided;
  const {first, last, decidedAt, n, told, not, parts, hash} = group;
  const bodies = parts.map(({body}) => must(body, 'the master sees every part'));
  const {rows: kept} = await client.query<{readonly moved: number}>({
    name: 'keep',
    text: keeping,
    values: [
      shopId,
      head.epoch,
      first - 1,
      last,
      hash,
      head.hash,
      origin.replica,
      origin.inc,
      line.from.n,
      line.from.hash,
      line.last.n,
      line.last.hash,
      toldLines(decisions.map((one) => String(one.n))),
      toldLines(decisions.map((one) => one.hash)),
      toldLines(decisions.map(({seq}) => String(seq))),
      toldLines(decisions.map(({text}) => text)),
      first,
      decidedAt,
      ...n,
      told,
      JSON.stringify(not),
      bodies.reduce((sum, body) => sum + body.length, 0),
      toldLines(parts.map(({scope}) => scope)),
      toldLines(parts.map(({digest}) => digest)),
      toldLines(bodies),
    ],
  });
  // The fence: whoever has lost the shop to another epoch, or to another who decides, writes nothing.
  assert(kept[0]?.moved === 1, 'a group that follows the head of its shop');
  await writeRows(client, shopId, rows);
}
