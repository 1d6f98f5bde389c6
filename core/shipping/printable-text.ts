const drawsNothing = /(?!\s)\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu;
const spacing = /\s+/gu;

// Scripts whose characters stand beside each other unchanged, left to right. All others need shaping, which is not done
// here: a font that has their characters (Noto Sans has Devanagari) would set them wrong.
const standing =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}]$/u;
const never = /^[\p{M}\p{C}\u1100-\u11ff\ufffd]$/u;

/** Text as it is printed: composed, on one line, without characters that draw nothing. */
export function printable(text: string): string {
  return text.replace(drawsNothing, '').replace(spacing, ' ').trim().normalize('NFC');
}

/** Whether a character can be set as a single glyph; a combining mark that no composed letter took in cannot. */
export function standsAlone(character: string): boolean {
  return standing.test(character) && !never.test(character);
}
