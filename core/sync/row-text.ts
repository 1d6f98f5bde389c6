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

/** The canonical text of effects, put together of those of their rows. */
export function effectsText({put, del}: Effects): string {
  const gone = namesIn(del).map((table) => `"${table}":${canonical(del[table])}`);
  const rows = namesIn(put).map((table) => `"${table}":[${(put[table] ?? []).map(rowText).join(',')}]`);
  return `{"del":{${gone.join(',')}},"put":{${rows.join(',')}}}`;
}

function namesIn(of: Effects['put'] | Effects['del']): readonly TableName[] {
  return (Object.keys(of) as TableName[]).filter((table) => of[table] !== undefined).sort();
}
