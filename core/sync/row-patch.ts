import {isSameValue} from '../lib/same-value.ts';
import type {Row} from '../schema.ts';

/** What has become of a row that was there: fields that are others now, and fields that are gone. */
export interface RowPatch {
  readonly id: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly gone?: readonly string[];
}

/** What leads from one row to another of the same id. */
export function patchBetween(before: Row, after: Row): RowPatch {
  const [was, is] = [before, after] as unknown as readonly [RowPatch['set'], RowPatch['set']];
  const set = Object.fromEntries(Object.entries(is).filter(([name, value]) => !isSameValue(was[name], value)));
  const gone = Object.keys(was).filter((name) => was[name] !== undefined && is[name] === undefined);
  return gone.length > 0 ? {id: after.id, set, gone: gone.sort()} : {id: after.id, set};
}

/** The row that a patch makes of another. Whether that is one of its table is for the caller to see. */
export function patched(before: Row, {set, gone = []}: RowPatch): unknown {
  const left = Object.entries(before).filter(([name]) => !gone.includes(name));
  return {...Object.fromEntries(left), ...set};
}
