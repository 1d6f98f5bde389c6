import {canonical} from '../lib/canonical.ts';
import type {Row, TableName} from '../schema.ts';
import type {Effects} from './group.ts';

const texts = new WeakMap<Row, string>();

/** The canonical text of a row, made once: rows are changed by nobody, and a decision tells each in its part and keeps it too. */
export function rowText(row: Row): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = canonical(row);
  texts.set(row, text);
  return text;
}

/**
 * The canonical text of effects, put together of those of their rows. Whole rows are `put` in the log of version 1, which had
 * no patches: an application of that time does not take for all what is only a part.
 */
export function effectsText({put, del, patch = {}}: Effects): string {
  const gone = namesIn(del).map((table) => `"${table}":${canonical(del[table])}`);
  const patches = namesIn(patch).map((table) => `"${table}":${canonical(patch[table])}`);
  const rows = namesIn(put).map((table) => `"${table}":[${(put[table] ?? []).map(rowText).join(',')}]`);
  return `{"del":{${gone.join(',')}},"patch":{${patches.join(',')}},"rows":{${rows.join(',')}}}`;
}

function namesIn(of: {readonly [N in TableName]?: unknown}): readonly TableName[] {
  return (Object.keys(of) as TableName[]).filter((table) => of[table] !== undefined).sort();
}
