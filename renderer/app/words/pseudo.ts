/** Words as a locale file holds them. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

const plain = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz';
const accented = 'ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž';
const accents = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]));

/** The pseudo-language of a locale file: accented and 40 % longer; what `{{ }}` is filled with stays. */
export function pseudoWords(words: WordTree): WordTree {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoWords(value),
    ]),
  );
}

export function pseudoText(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\})/);
  const letters = parts.reduce((sum, part) => sum + (part.startsWith('{{') ? 0 : part.length), 0);
  const said = parts.map((part) => (part.startsWith('{{') ? part : accent(part))).join('');
  return `[${said}${'~'.repeat(Math.ceil(letters * 0.4))}]`;
}

function accent(text: string): string {
  return [...text].map((letter) => accents.get(letter) ?? letter).join('');
}
