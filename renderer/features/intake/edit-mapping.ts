import type {SourceRow} from '#core/intake/draft.ts';
import {type Field, fields} from '#core/intake/format.ts';
import {headerDigest} from '#core/intake/header-digest.ts';
import type {Mapping} from '#core/intake/mapping.ts';
import {proposeMapping} from '#core/intake/propose-mapping.ts';

/** Fields a person can name; the others are only understood by formats of their own. */
export const mappableFields: readonly Field[] = fields.filter((field) => field !== 'packedLines' && field !== 'market');

/** Of these an order needs one. */
const worth: readonly Field[] = ['sku', 'title', 'unitPrice', 'lineTotal', 'total', 'subtotal'];

/** What to begin with: what was said before, what the names of the columns suggest, or nothing. */
export function firstMapping(
  before: Mapping | undefined,
  header: readonly string[],
  sample: readonly SourceRow[],
): Mapping {
  return (
    before ??
    proposeMapping(header, sample)?.mapping ?? {
      headerDigest: headerDigest(header),
      channel: 'other',
      columns: [],
      decimalSign: '.',
      tax: 'included',
      prices: 'per_unit',
      perRow: [],
    }
  );
}

export function fieldOf({columns}: Mapping, column: string): Field | undefined {
  return columns.find((each) => each.column === column)?.field;
}

/** A column tells one field and a field is told by one column: what is said last holds. */
export function withField(mapping: Mapping, column: string, field: Field | undefined): Mapping {
  const others = mapping.columns.filter((each) => each.column !== column && each.field !== field);
  return {...mapping, columns: field === undefined ? others : [...others, {field, column}]};
}

/** What is still missing before new orders could be made of a file. */
export function missingOf({columns}: Mapping): 'orderNumber' | 'orderedAt' | 'worth' | undefined {
  const has = (wanted: readonly Field[]): boolean => columns.some(({field}) => wanted.includes(field));
  if (!has(['orderNumber', 'fallbackNumber'])) return 'orderNumber';
  if (!has(['orderedAt', 'paidAt'])) return 'orderedAt';
  return has(worth) ? undefined : 'worth';
}
