import {assert, must} from '#core/lib/assert.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import type {LogPlace, Origin} from '#core/sync/group.ts';
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
        `select body from unnest(string_to_array($2, E'\\n'), string_to_array($3, E'\\n'))
            with ordinality as asked (tbl, id, at)
          left join rows on rows.shop_id = $1 and rows.tbl = asked.tbl and rows.id = asked.id order by at`,
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

async function keep(
  client: Client,
  {shopId, head, decided}: {readonly shopId: string; readonly head: LogPlace; readonly decided: Decided},
): Promise<void> {
  const {origin, line, decisions, group, rows} = decided;
  // The fence: whoever has lost the shop to another epoch, or to another who decides, writes nothing.
  const moved = await client.query({
    name: 'move-head',
    text: `update shops set seq = $4, hash = $5 where id = $1 and epoch = $2 and seq = $3 and hash = $6`,
    values: [shopId, head.epoch, group.first - 1, group.last, group.hash, head.hash],
  });
  assert(moved.rowCount === 1, 'a group that follows the head of its shop');
  await keepLine(client, {shopId, origin, line});
  await client.query({
    name: 'keep-decisions',
    text: `insert into decisions (shop_id, replica, inc, n, hash, seq, body)
      select $1, $2, $3, n::bigint, hash, seq::bigint, body
      from unnest(string_to_array($4, E'\\n'), string_to_array($5, E'\\n'), string_to_array($6, E'\\n'),
        string_to_array($7, E'\\n')) as told (n, hash, seq, body)`,
    values: [
      shopId,
      origin.replica,
      origin.inc,
      toldLines(decisions.map(({n}) => String(n))),
      toldLines(decisions.map(({hash}) => hash)),
      toldLines(decisions.map(({seq}) => String(seq))),
      toldLines(decisions.map(({text}) => text)),
    ],
  });
  await keepGroup(client, shopId, group);
  await writeRows(client, shopId, rows);
}

async function keepLine(
  client: Client,
  {shopId, origin, line}: {readonly shopId: string; readonly origin: Origin; readonly line: Line},
): Promise<void> {
  const {from, last} = line;
  await client.query({
    name: 'keep-line',
    text: `insert into lines (shop_id, replica, inc, from_n, from_hash, last_n, last_hash) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (shop_id, replica, inc) do update set last_n = excluded.last_n, last_hash = excluded.last_hash`,
    values: [shopId, origin.replica, origin.inc, from.n, from.hash, last.n, last.hash],
  });
}

async function keepGroup(client: Client, shopId: string, group: Decided['group']): Promise<void> {
  const {first, last, decidedAt, by, n, told, not, parts, hash} = group;
  const bodies = parts.map(({body}) => must(body, 'the master sees every part'));
  await client.query({
    name: 'keep-group',
    text: `insert into log_groups
        (shop_id, last, first, decided_at, replica, inc, n_first, n_last, told, not_applied, hash, size)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      shopId,
      last,
      first,
      decidedAt,
      by.replica,
      by.inc,
      ...n,
      told,
      JSON.stringify(not),
      hash,
      bodies.reduce((sum, body) => sum + body.length, 0),
    ],
  });
  await client.query({
    name: 'keep-parts',
    text: `insert into parts (shop_id, last, scope, digest, body) select $1, $2, * from
      unnest(string_to_array($3, E'\\n'), string_to_array($4, E'\\n'), string_to_array($5, E'\\n'))`,
    values: [
      shopId,
      last,
      toldLines(parts.map(({scope}) => scope)),
      toldLines(parts.map(({digest}) => digest)),
      toldLines(bodies),
    ],
  });
}
