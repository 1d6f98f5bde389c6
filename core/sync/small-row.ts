import {must} from '../lib/assert.ts';
import {type Row, type TableName, tables} from '../schema.ts';

/** The values of a declared key of a row, in the key's order. */
export function keyValues(table: TableName, key: string, row: Row): readonly unknown[] {
  const fields = must(tables[table].keys[key], `${table} declares the key ${key}`);
  const values = row as unknown as Record<string, unknown>;
  return fields.map((field) => values[field]);
}
