import {readFileSync, readdirSync} from 'node:fs';
import {must} from '#core/lib/assert.ts';
import {carriersOf} from '#core/shipping/tracking/carriers.ts';
import {recognise} from '#core/shipping/tracking/recognise.ts';

const folder = new URL('../../assets/carriers/', import.meta.url);
const read = carriersOf(
  readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown),
);
const carriers = must(read.ok ? read.value : undefined, 'the carriers that come with the product');

/** Numbers as these couriers make them, but for the digits that count up. */
const forms = {
  ups: (at: number) => `1Z5R893903${String(57_560_000 + at)}`,
  dhl: (at: number) => `0034043416109${String(4_040_000 + at)}`,
  usps: (at: number) => `92055901649173${String(12_750_000 + at)}`,
  royal_mail: (at: number) => `RR4731${String(20_000 + at).slice(0, 5)}GB`,
} as const;
export type Courier = keyof typeof forms;
export const couriers = Object.keys(forms) as readonly Courier[];

/** The first `count` numbers of a courier whose check digit is right. */
export function numbersOf(courier: Courier, count: number): readonly string[] {
  const numbers: string[] = [];
  for (let at = 0; numbers.length < count && at < 9_999_999; at++) {
    const number = forms[courier](at);
    const {matches} = recognise(carriers, number);
    if (matches.some((match) => match.courier === courier && match.checked)) numbers.push(number);
  }
  return numbers;
}
