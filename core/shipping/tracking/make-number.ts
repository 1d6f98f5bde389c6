import {type Result, fail, ok} from '../../lib/result.ts';
import {type Scheme, checkOf} from './carriers.ts';
import {type Form, type Parts, partsOf, written} from './form.ts';
import {isInCountry} from './recognise.ts';

/**
 * The number of a scheme that these parts make, with its check digit: the inverse of `recognise`. What only the seller's
 * contract tells (a mailer id, an account, a company prefix) is given as a part like the serial. Refuses with the part
 * that is missing or does not fit.
 */
export function makeNumber(scheme: Scheme, parts: Parts): Result<string> {
  let wrong = '';
  for (const form of formsFor(scheme, parts)) {
    const made = withCheck(scheme, form, parts);
    if ('number' in made && !scheme.not.some((other) => partsOf(other, made.number))) return ok(made.number);
    wrong ||= 'wrong' in made ? made.wrong : 'service';
  }
  return fail('shipping.number_part_wrong', {part: wrong || unknownPart(scheme, parts), service: scheme.service});
}

/** The forms that have all these parts, those with the fewest others first: a number without its routing gets none. */
function formsFor({forms}: Scheme, parts: Parts): readonly Form[] {
  const given = Object.keys(parts);
  return forms
    .filter(({names}) => given.every((name) => names.has(name)))
    .toSorted((one, other) => one.names.size - other.names.size);
}

function withCheck(scheme: Scheme, form: Form, parts: Parts): ReturnType<typeof written> {
  const {check} = scheme;
  const whole: Record<string, string> = {};
  for (const {name, only} of form.parts) if (name !== undefined && only !== undefined) whole[name] = only;
  Object.assign(whole, parts);
  const digit = check && checkOf(check, whole);
  const made = written(form, check ? {...whole, check: digit ?? '0'} : whole);
  if ('wrong' in made) return made;
  if (check && digit === undefined) return {wrong: 'check'};
  return isInCountry(scheme, whole) ? made : {wrong: 'country'};
}

function unknownPart({forms}: Scheme, parts: Parts): string {
  return Object.keys(parts).find((name) => !forms.some(({names}) => names.has(name))) ?? '';
}
