import {defineQuery} from '../../sync/define.ts';
import type {NumberRange} from './schema.ts';
import {rangesMax} from './schema.ts';

/** Every range of the shop, those of an account together, in the order of their numbers. */
export const rangesKept = defineQuery('numbers.rangesKept', {}, async (db): Promise<readonly NumberRange[]> => {
  return (await db.numberRanges.range({limit: rangesMax})).toSorted((one, other) => compared(keyOf(one), keyOf(other)));
});

function keyOf({scheme, account, fixed, from}: NumberRange): string {
  return [scheme, account, ...fixed.map(({text}) => text), from.padStart(20, '0')].join(' ');
}

function compared(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
