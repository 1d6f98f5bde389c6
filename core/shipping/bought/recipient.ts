/** Letters and digits of a name, in small letters and without accents, its words apart: labels are printed in capitals, and often in ASCII. */
export function wordsOfName(name: string): readonly string[] {
  return plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whether one line of a label says a name, in whatever order its words stand. */
export function saysName(line: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const said = wordsOfName(line);
  if (words.every((word) => said.includes(word))) return true;
  // Names in Chinese, Japanese and Korean are written without blanks, or with them, as one likes.
  const whole = words.join('');
  return isIdeographic(whole) && said.join('').includes(whole);
}

/** A postal code as it is compared: without blanks and dashes. */
export function plainPostalCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** The ways in which a postal code may stand on a label: one of the United States often without its last four digits. */
export function postalCodesOf(code: string, country: string): readonly string[] {
  const whole = plainPostalCode(code);
  return country === 'US' && whole.length === 9 ? [whole, whole.slice(0, 5)] : [whole];
}

/** What in the lines of a label may be a postal code: each word, its parts, and each two words together. */
export function postalCodesIn(lines: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) {
    const words = line.toUpperCase().split(/[\s,;:()]+/);
    for (const [at, word] of words.entries()) {
      found.add(plainPostalCode(word));
      for (const part of word.split(/[-/.]/)) found.add(plainPostalCode(part));
      found.add(plainPostalCode(word + (words[at + 1] ?? '')));
    }
  }
  found.delete('');
  return found;
}

const sharp = /ß/g;

function plain(text: string): string {
  return text.toLowerCase().replace(sharp, 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

function isIdeographic(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text.normalize('NFC'));
}
