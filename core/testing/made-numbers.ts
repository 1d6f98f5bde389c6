import type {Dice} from '../lib/dice.ts';
import {Bug} from '../lib/assert.ts';
import type {Scheme} from '../shipping/tracking/carriers.ts';
import type {Parts} from '../shipping/tracking/form.ts';
import {makeNumber} from '../shipping/tracking/make-number.ts';

/** A number of a scheme, of a form and parts by chance, with the parts it was made of. */
export function madeNumber(scheme: Scheme, dice: Dice): {readonly number: string; readonly parts: Parts} {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const parts = partsByChance(scheme, dice);
    const made = makeNumber(scheme, parts);
    if (made.ok) return {number: made.value, parts};
  }
  throw new Bug(`parts by chance make no number of ${scheme.id}`);
}

function partsByChance({forms, country}: Scheme, dice: Dice): Parts {
  const {parts, places} = dice.pick(forms);
  const thrown = parts.flatMap(({name, from, below}) => {
    if (name === undefined || name === 'check') return [];
    const text = places.slice(from, below).map((allowed) => dice.pick([...allowed]));
    return [[name, text.join('')] as const];
  });
  return {
    ...Object.fromEntries(thrown),
    ...(country?.written === 'letters' && {country: dice.pick(['DE', 'CN', 'US'])}),
  };
}
