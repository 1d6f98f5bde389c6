import {expect, test} from 'vitest';
import {dice} from '../../lib/dice.ts';
import {carriersOfAssets} from '../../../tools/carriers/carriers-of-assets.ts';
import {madeNumber} from '../../testing/made-numbers.ts';
import type {Scheme} from './carriers.ts';
import {type CheckRule, checkCharacter} from './check-rules.ts';
import {type Form, partsOf} from './form.ts';
import {matchOf} from './recognise.ts';

const checked = [...carriersOfAssets().schemes.values()].flatMap((scheme) =>
  scheme.check ? [[scheme.id, scheme, scheme.check.rule] as const] : [],
);

/** A number with one wrong character, or with two neighbours that changed places. */
interface Slip {
  readonly number: string;
  readonly before: readonly [string, string];
  readonly check: string;
  /** Whether one of them was the check digit itself. */
  readonly atCheck: boolean;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const valueOf = (character: string): number =>
  letters.includes(character) ? (letters.indexOf(character) + 2) % 10 : Number(character);
const apart = ([one, other]: readonly [string, string]): number => Math.abs(valueOf(one) - valueOf(other));

/** What no check digit of a rule can catch, by how the rule is made: everything else must be caught. */
const wrongCharacterMissed: Readonly<Record<CheckRule, (slip: Slip) => boolean>> = {
  gs1: () => false,
  luhn: () => false,
  mod37_36: () => false,
  // Letters that count the same; and with weight 2, five more is ten more.
  ups: ({before}) => apart(before) % 5 === 0,
  // The remainders 0 and 10 are both written 0.
  fedex: ({check}) => check === '0',
  // The remainders 0 and 6 are both written 5.
  s10: ({check}) => check === '5',
  mod7: ({before}) => apart(before) === 7,
  // With weight 4, five more is twenty more.
  identcode: ({before}) => apart(before) === 5,
};
/** The check digit in the place of its neighbour and the other way round is a swap as well. */
const swapMissed: Readonly<Record<CheckRule, (slip: Slip) => boolean>> = {
  gs1: ({before}) => apart(before) === 5,
  luhn: ({before}) => apart(before) === 9,
  // The standard promises nearly all swaps: between neighbours one apart, one in some hundreds slips through.
  mod37_36: ({before}) => apart(before) === 1,
  // The last of fifteen and of nine characters has the weight of the check digit, 1.
  ups: ({before, atCheck}) => apart(before) === 0 || atCheck,
  fedex: ({check, before, atCheck}) => check === '0' || (atCheck && before[0] === '0'),
  s10: ({check, before, atCheck}) => check === '5' || (atCheck && ['0', '5'].some((one) => before.includes(one))),
  mod7: ({before}) => apart(before) === 7,
  // Weights 4 and 9 are five apart.
  identcode: ({before}) => apart(before) % 2 === 0,
};

/** Every slip in what a number's check digit is made of. What stands elsewhere (routing, a postal code) no digit guards. */
function slipsOf(scheme: Scheme, form: Form, number: string) {
  const guarded = form.parts.flatMap(({name = '', from, below}) =>
    scheme.check?.over.includes(name) ? Array.from({length: below - from}, (_, at) => from + at) : [],
  );
  const check = partsOf(form, number)?.check ?? '';
  const checkAt = form.parts.find(({name}) => name === 'check')?.from ?? -1;
  const wrong = [...guarded, checkAt].flatMap((at) =>
    [...(form.places[at] ?? '')]
      .filter((other) => other !== number[at])
      .map((other): Slip => {
        const before = [number.charAt(at), other] as const;
        return {number: number.slice(0, at) + other + number.slice(at + 1), before, check, atCheck: at === checkAt};
      }),
  );
  const swapped = guarded.flatMap((at): Slip[] => {
    const before = [number.charAt(at), number.charAt(at + 1)] as const;
    const atCheck = at + 1 === checkAt;
    if ((!guarded.includes(at + 1) && !atCheck) || before[0] === before[1]) return [];
    return [{number: number.slice(0, at) + before[1] + before[0] + number.slice(at + 2), before, check, atCheck}];
  });
  return {wrong, swapped};
}

test.each(checked)(
  'a wrong character or a swap in a number of %s is caught wherever its rule can',
  (id, scheme, rule) => {
    const throws = dice(`slips of ${id}`);
    const slips = scheme.forms.flatMap((form) => {
      // One form at a time: a slip in one of USPS's routed numbers may happen to be right in another form.
      const alone = {...scheme, forms: [form]};
      const of = (): ReturnType<typeof slipsOf> => slipsOf(alone, form, madeNumber(alone, throws).number);
      return Array.from({length: Math.ceil(30 / scheme.forms.length)}, of).map((slip) => ({...slip, alone}));
    });

    const wrong = slips.flatMap(({alone, wrong: all}) =>
      all.filter((slip) => matchOf(alone, slip.number) && (slip.atCheck || !wrongCharacterMissed[rule](slip))),
    );
    const swapped = slips.flatMap(({alone, swapped: all}) =>
      all.filter((slip) => matchOf(alone, slip.number) && !swapMissed[rule](slip)),
    );

    expect([wrong, swapped, slips.every((slip) => slip.wrong.length > 0)]).toEqual([[], [], true]);
  },
);

// Each from a publication: the SSCC of the GS1 General Specifications, ISO/IEC 7812's usual example, UPS's example number,
// the S10 item of Wikipedia, the Identcode of BWIPP's documentation.
test.each([
  ['gs1', '10614141234567890', '8'],
  ['luhn', '7992739871', '3'],
  ['ups', '999AA1012345678', '4'],
  ['s10', '47312482', '9'],
  ['identcode', '56310243031', '3'],
] as const)('the check digit of %s agrees with what is published', (rule, text, digit) => {
  expect(checkCharacter(rule, text)).toBe(digit);
});

test('a rule has no check digit for what it cannot count', () => {
  const none = [checkCharacter('gs1', '12A4'), checkCharacter('s10', '1234567'), checkCharacter('mod37_36', '0-1')];

  expect(none).toEqual([undefined, undefined, undefined]);
});
