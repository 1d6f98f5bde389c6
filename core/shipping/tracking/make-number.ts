import {type Result, fail, ok} from '../../lib/result.ts';
import {type Scheme, checkOf} from './carriers.ts';
import {type Form, type Parts, written} from './form.ts';
import {matchOf} from './recognise.ts';

/**
 * The number of a scheme that these parts make, with its check digit: the inverse of `recognise`. What only the seller's
 * contract tells (a mailer id, an account, a company prefix) is given as a part like the serial. Refuses with the part
 * that is missing or does not fit.
 */
export function makeNumber(scheme: Scheme, parts: Parts): Result<string> {
  let wrong = '';
  for (const form of formsFor(scheme, parts)) {
    const made = writtenWithCheck(scheme, form, parts);
    if ('number' in made && matchOf(scheme, made.number)) return ok(made.number);
    wrong ||= 'number' in made ? 'country' : made.wrong;
  }
  return fail('shipping.number_part_wrong', {part: wrong || unknownPart(scheme, parts), service: scheme.service});
}

/** The forms that have all these parts, those with the fewest others first: a number without its routing gets none. */
function formsFor({forms}: Scheme, parts: Parts): readonly Form[] {
  const given = Object.keys(parts);
  const namesOf = (form: Form): readonly unknown[] => form.parts.flatMap(({name}) => name ?? []);
  return forms
    .filter((form) => given.every((name) => namesOf(form).includes(name)))
    .toSorted((one, other) => namesOf(one).length - namesOf(other).length);
}

function writtenWithCheck({check}: Scheme, form: Form, parts: Parts): ReturnType<typeof written> {
  if (!check) return written(form, parts);
  const fixed = written(form, {...parts, check: '0'});
  if ('wrong' in fixed) return fixed;
  const digit = checkOf(check, {...fixedParts(form), ...parts});
  return digit === undefined ? {wrong: 'check'} : written(form, {...parts, check: digit});
}

/** Named parts that can only be one text: `application:96`. */
function fixedParts({parts, places}: Form): Parts {
  const fixed = parts.flatMap(({name, from, below}) => {
    const of = places.slice(from, below);
    return name !== undefined && of.every((allowed) => allowed.length === 1) ? [[name, of.join('')] as const] : [];
  });
  return Object.fromEntries(fixed);
}

function unknownPart({forms}: Scheme, parts: Parts): string {
  const known = new Set(forms.flatMap((form) => form.parts.map(({name}) => name)));
  return Object.keys(parts).find((name) => !known.has(name)) ?? '';
}
