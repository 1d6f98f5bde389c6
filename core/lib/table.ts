import {assert} from './assert.ts';
import {type Fields, type FieldsOf, type Shape, object, remembering} from './shape.ts';

/**
 * One declaration of a kind of row. `keys` can be looked up by value; `packed` tables keep closed rows in pages. Rows of `many`
 * come by the hundred: new ones rest together, and can be walked and deleted all the same.
 */
export interface Table<Name extends string = string, Row extends {readonly id: string} = {readonly id: string}> {
  readonly name: Name;
  readonly shape: Shape<Row>;
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly packed: boolean;
  readonly many: boolean;
}

/** The row type of a table. */
export type RowOf<T> = T extends Table<string, infer Row> ? Row : never;

interface Options<Keys, Packed> {
  readonly keys?: Keys;
  readonly packed?: Packed;
  readonly many?: boolean;
}

/** Declares a table. Keys are lists of text fields; packed tables and those of many have none, their ids are made from what names the row. */
export function defineTable<
  const Name extends string,
  F extends Fields & {readonly id: Shape<string>},
  const Keys extends Readonly<Record<string, readonly (keyof F & string)[]>> = Record<never, never>,
  const Packed extends boolean = false,
>(
  name: Name,
  fields: F,
  options: Options<Keys, Packed> = {},
): Table<Name, FieldsOf<F> & {readonly id: string}> & {readonly keys: Keys; readonly packed: Packed} {
  const {packed = false as Packed, many = false} = options;
  assert(!(packed || many) || !options.keys, 'a table whose rows rest together has no keys');
  return {
    name,
    shape: remembering(object(fields) as unknown as Shape<FieldsOf<F> & {readonly id: string}>),
    keys: options.keys ?? ({} as Keys),
    packed,
    many,
  };
}
