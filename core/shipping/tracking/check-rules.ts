/** The ways of making a check digit that carriers publish. A file of `assets/carriers` names one for each of its schemes. */
export const checkRules = ['none', 'gs1', 'luhn', 'ups', 'fedex', 's10', 'mod7', 'identcode', 'mod37_36'] as const;
export type CheckRule = Exclude<(typeof checkRules)[number], 'none'>;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check character of digits and capital letters; undefined where the rule has none for this text. */
export function checkCharacter(rule: CheckRule, text: string): string | undefined {
  if (rule === 'mod37_36') return mod37and36(text);
  const values = rule === 'ups' ? [...text].map(upsValue) : [...text].map(Number);
  if (values.some((value) => !Number.isInteger(value))) return undefined;
  return rule === 's10' && values.length !== s10Weights.length ? undefined : String(digitRules[rule](values));
}

type Digits = readonly number[];
const digitRules: Readonly<Record<Exclude<CheckRule, 'mod37_36'>, (digits: Digits) => number>> = {
  // GS1 General Specifications, 7.9.1; also USPS Publication 199, Canada Post and FedEx Ground.
  gs1: (digits) => upToTen(weighedFromRight(digits, [3, 1])),
  // ISO/IEC 7812-1, annex B: every second digit from the right doubled, the digits of what comes out added.
  luhn: (digits) => upToTen(weighedFromRight(digits, [2, 1], (product) => (product > 9 ? product - 9 : product))),
  // UPS 1Z and waybills, and OnTrac: weights 1 and 2 from the left, products added whole.
  ups: (digits) => upToTen(digits.reduce((sum, digit, at) => sum + digit * (at % 2 === 0 ? 1 : 2), 0)),
  // FedEx Express: weights 1, 3, 7 from the right, modulo 11, of which 10 is written 0.
  fedex: (digits) => (weighedFromRight(digits, [1, 3, 7]) % 11) % 10,
  s10,
  // DHL Express, and the "7DR" of Japanese carriers: what is left of the whole number divided by seven.
  mod7: (digits) => digits.reduce((rest, digit) => (rest * 10 + digit) % 7, 0),
  // Deutsche Post's Identcode and Leitcode: weights 4 and 9 from the right.
  identcode: (digits) => upToTen(weighedFromRight(digits, [4, 9])),
};

const s10Weights: Digits = [8, 6, 4, 2, 3, 5, 9, 7];

/** UPU standard S10: 11 less the weighted sum modulo 11, where 10 is written 0 and 11 is written 5. */
function s10(digits: Digits): number {
  const check = 11 - (digits.reduce((sum, digit, at) => sum + digit * (s10Weights[at] ?? 0), 0) % 11);
  if (check === 10) return 0;
  return check === 11 ? 5 : check;
}

/** ISO/IEC 7064, MOD 37,36: the hybrid system over digits and letters that DPD prints. */
function mod37and36(text: string): string | undefined {
  let rest = 36;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    const sum = (rest + value) % 36 || 36;
    rest = (sum * 2) % 37;
  }
  return alphabet[(37 - rest) % 36];
}

/** Letters count on from A = 2, digit by digit: A 2, H 9, I 0, Z 7. */
function upsValue(character: string): number {
  const digit = Number(character);
  if (!Number.isNaN(digit)) return digit;
  const letter = alphabet.indexOf(character) - 10;
  return letter < 0 ? Number.NaN : (letter + 2) % 10;
}

function upToTen(sum: number): number {
  return (10 - (sum % 10)) % 10;
}

function weighedFromRight(digits: Digits, weights: Digits, shape = (product: number): number => product): number {
  let sum = 0;
  for (const [at, digit] of digits.toReversed().entries()) sum += shape(digit * (weights[at % weights.length] ?? 0));
  return sum;
}
