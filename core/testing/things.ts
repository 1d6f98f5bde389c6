import * as fc from 'fast-check';
import type {AnyView} from '../lib/view.ts';

/** A made-up row with one column of each kind, so that tests of columns need no feature. */
export interface Thing {
  readonly id: string;
  readonly weight: number | undefined;
  readonly price: number;
  readonly kind: string;
  readonly title: string;
  readonly owner: {readonly name: string};
}

export const thingList: AnyView = {
  name: 'things.list',
  table: {name: 'things'},
  version: 1,
  columns: {
    weight: {kind: 'number', of: (thing: Thing) => thing.weight},
    price: {kind: 'number', of: (thing: Thing) => thing.price},
    kind: {kind: 'code', of: (thing: Thing) => thing.kind},
    title: {kind: 'text', of: (thing: Thing) => thing.title},
    name: {kind: 'personal', of: (owner: Thing['owner']) => owner.name},
  },
  mostlyBy: 'price',
  search: ['title', 'name'],
};

const letters = [...'aAbBéÉßẞςΣΟ田中𠮷１', 'e\u0301', ' ', '\n', '\r\n', '·', '\u2028'];

/** Short texts over few letters of many scripts, so that they often meet; line ends among them. */
export const fewLetters = fc.string({unit: fc.constantFrom(...letters), maxLength: 6});

/** A thing without its id; every field often equals another thing's. */
export const thingBody: fc.Arbitrary<Omit<Thing, 'id'>> = fc.record({
  weight: fc.option(fc.oneof(fc.integer({min: -3, max: 3}), fc.double({noNaN: true, noDefaultInfinity: true})), {
    nil: undefined,
  }),
  price: fc.constantFrom(-0, 0, 1, 250, Number.MAX_SAFE_INTEGER),
  kind: fc.constantFrom('', 'tea', 'Tea', 'paper', '紙'),
  title: fc.oneof(fewLetters, fc.string({unit: 'grapheme', maxLength: 12})),
  owner: fc.record({name: fewLetters}),
});

/** Ids whose order is not the order in which they are made. */
export function thingId(n: number): string {
  return String((n * 7919) % 100_003).padStart(12, '0');
}
