import {parsedJson} from '../lib/parsed-json.ts';
import {type Result, fail, ok} from '../lib/result.ts';
import {check, list, object, optional, text} from '../lib/shape.ts';
import {type Row, type TableName, tables} from '../schema.ts';
import type {Group} from './group.ts';
import type {RowChange} from './overlay.ts';
import {type RowPatch, patched} from './row-patch.ts';

/** What a group tells of one row: what it is now, that it is gone, or what has become other in it. */
export type Effect = RowChange | PatchedRow;

export interface PatchedRow {
  readonly table: TableName;
  readonly id: string;
  readonly patch: RowPatch;
}

const patchBeside = object({id: text({min: 1, max: 200}), gone: optional(list(text({max: 200}), {max: 200}))});

/** The effects of a group, every whole row as its table declares it; a fault where an older application cannot read them. */
export function effectsIn(group: Group): Result<readonly Effect[]> {
  const effects: Effect[] = [];
  for (const {body} of group.parts) {
    const told = body === undefined ? undefined : effectsOf(body);
    if (!told) return fail('sync.not_readable', {seq: group.first});
    effects.push(...told);
  }
  return ok(effects);
}

/** The row that a patch makes of the one before it. */
export function rowOf({table, id, patch}: PatchedRow, before: Row): Result<Row> {
  const row = check(tables[table].shape, patched(before, patch));
  return row.ok && (row.value as Row).id === id ? ok(row.value as Row) : fail('sync.not_readable');
}

function effectsOf(body: string): readonly Effect[] | undefined {
  const {del, patch = {}, put = {}, rows = put} = (parsedJson(body) ?? {}) as Readonly<Record<string, unknown>>;
  const effects: Effect[] = [];
  const isRead =
    each(rows, (table, row) => {
      if (!check(tables[table].shape, row).ok) return false;
      effects.push({table, id: (row as Row).id, row: row as Row});
      return true;
    }) &&
    each(patch, (table, one) => {
      if (!isPatch(one)) return false;
      effects.push({table, id: one.id, patch: one});
      return true;
    }) &&
    each(del, (table, id) => {
      if (typeof id !== 'string') return false;
      effects.push({table, id, row: undefined});
      return true;
    });
  return isRead ? effects : undefined;
}

/** Hands over what lists of several tables hold; false where a table is not known, or one was not taken. */
function each(lists: unknown, take: (table: TableName, one: unknown) => boolean): boolean {
  if (typeof lists !== 'object' || lists === null) return false;
  return Object.entries(lists).every(([table, some]) => {
    return Object.hasOwn(tables, table) && Array.isArray(some) && some.every((one) => take(table as TableName, one));
  });
}

function isPatch(value: unknown): value is RowPatch {
  if (typeof value !== 'object' || value === null || !('set' in value)) return false;
  const {set, ...beside} = value;
  return typeof set === 'object' && set !== null && !Array.isArray(set) && check(patchBeside, beside).ok;
}
