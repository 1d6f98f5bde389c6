import {expect, test} from 'vitest';
import {parcelIdOf} from '../../testing/given-parcel.ts';
import {numberOfOrder} from './number-of-order.ts';
import type {Parcel} from './schema.ts';

const tracking = {carrier: 'Royal Mail', number: 'RR473124829GB'};
const [one, two] = [parcelIdOf('one'), parcelIdOf('two')];
const parcel = (id: typeof one, number?: string): Pick<Parcel, 'id' | 'status' | 'tracking'> => ({
  id,
  status: 'labelled',
  ...(number !== undefined && {tracking: {carrier: 'Royal Mail', number}}),
});

test.each<readonly [string, Parameters<typeof numberOfOrder>, string | undefined]>([
  ['the first package has the number of its order', [{tracking}, [], one], tracking.number],
  ['a package keeps it', [{tracking}, [parcel(one, tracking.number)], one], tracking.number],
  ['a second package has none of it', [{tracking}, [parcel(one, tracking.number), parcel(two)], two], undefined],
  [
    'it is free where the first package has another',
    [{tracking}, [parcel(one, 'RR0'), parcel(two)], two],
    tracking.number,
  ],
  ['an order without a number gives none', [{}, [], one], undefined],
])('%s', (_, args, number) => {
  expect(numberOfOrder(...args)?.number).toBe(number);
});
