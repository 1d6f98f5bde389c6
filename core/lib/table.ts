import {type Fields, type FieldsOf, type Shape, object, remembering} from './shape.ts';

/** One declaration of a kind of row. `keys` can be looked up by value; `packed` tables keep closed rows in pages. */
export interface Table<Name extends string = string, Row extends {readonly id: string} = {readonly id: string}> {
  readonly name: Name;
  readonly shape: Shape<Row>;
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly packed: boolean;
}

/** The row type of a table. */
export type RowOf<T> = T extends Table<string, infer Row> ? Row : never;

interface Options<Keys, Packed> {
  readonly keys?: Keys;
  readonly packed?: Packed;
}

/** Declares a table. Keys are lists of text fields; a packed table has none, its ids are made from what names the row. */
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
  return {
    name,
    shape: remembering(object(fields) as unknown as Shape<FieldsOf<F> & {readonly id: string}>),
    keys: options.keys ?? ({} as Keys),
    packed: options.packed ?? (false as Packed),
  };
}
