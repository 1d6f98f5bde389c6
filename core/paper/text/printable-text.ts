const drawsNothing = /(?!\s)\p{Cc}|(?![\u200c\u200d])\p{Cf}|\p{Variation_Selector}/gu;
// Between Arabic letters they tell whether the two join; elsewhere they draw nothing.
const looseJoiner = /(?<!\p{Script=Arabic})[\u200c\u200d]|[\u200c\u200d](?!\p{Script=Arabic})/gu;
const spacing = /\s+/gu;
const plain = /^(?:[!-~](?: (?=[!-~]))?)*$/;

// Scripts whose characters stand beside each other unchanged, left to right.
const standing =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}]$/u;
const never = /^[\p{M}\p{C}\u1100-\u11ff]$/u;

/** Text as it is printed: composed, on one line, without characters that draw nothing. */
export function printable(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(drawsNothing, '').replace(looseJoiner, '').replace(spacing, ' ').trim().normalize('NFC');
}

/** Whether a character can be set as a single glyph, whatever stands beside it. */
export function standsAlone(character: string): boolean {
  return standing.test(character) && !never.test(character);
}
