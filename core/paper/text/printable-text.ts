const drawsNothing = /(?!\s)\p{Cc}|(?![\u200c\u200d])\p{Cf}|\p{Variation_Selector}/gu;
// Between Arabic letters they tell whether the two join; elsewhere they draw nothing.
const looseJoiner = /(?<!\p{Script=Arabic})[\u200c\u200d]|[\u200c\u200d](?!\p{Script=Arabic})/gu;
const spacing = /\s+/gu;

// Scripts whose characters stand beside each other unchanged, left to right.
const standing =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}]$/u;
const never = /^[\p{M}\p{C}\u1100-\u11ff]$/u;

/** Text as it is printed: composed, on one line, without characters that draw nothing. */
export function printable(text: string): string {
  if (isPrintable(text)) return text;
  return text.replace(drawsNothing, '').replace(looseJoiner, '').replace(spacing, ' ').trim().normalize('NFC');
}

/** The short way: only letters that are composed and always draw something, with single spaces between them. */
function isPrintable(text: string): boolean {
  let before = 0x20;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 && before === 0x20) return false;
    const latin = (code >= 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x180 && code !== 0xad);
    const eastAsian =
      (code >= 0x4e00 && code < 0x9fa6) || (code >= 0xac00 && code < 0xd7a4) || (code >= 0x30a1 && code < 0x30fb);
    if (!latin && !eastAsian) return false;
    before = code;
  }
  return before !== 0x20;
}

/** Whether a character can be set as a single glyph, whatever stands beside it. */
export function standsAlone(character: string): boolean {
  return standing.test(character) && !never.test(character);
}
