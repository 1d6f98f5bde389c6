import {integer, list, object, oneOf, pattern, text} from '#core/lib/shape.ts';

/**
 * A backup is gzip of lines of JSON: a head, then for each table a line that names it and its columns and a line for each of its
 * rows, and as the last line how many rows there were and SHA-256 of everything before. Bytes are told in base64.
 */
export const backupHead = object({
  format: oneOf(['tradewind-master']),
  v: integer({min: 1}),
  layout: integer({min: 1}),
  at: integer({min: 0}),
});
export const backupVersion = 1;

const name = pattern(/^[a-z_]{1,60}$/);
export const tableLine = object({table: name, columns: list(name, {max: 60})});
export const endLine = object({rows: integer({min: 0}), sha256: text({min: 43, max: 43})});

/** What a master keeps, in an order in which every row finds those it refers to. Snapshots are made again. */
export const keptTables = [
  'identity',
  'shops',
  'desks',
  'codes',
  'rows',
  'row_keys',
  'log_groups',
  'parts',
  'lines',
  'decisions',
  'genesis_chunks',
] as const;
