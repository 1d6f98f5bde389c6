/** What people can choose. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** English with accents, 40 % longer, for tests: what stays plain was not translated, what is cut will be cut. */
export const pseudoLanguage = 'en-XA';
export type ShownLanguage = Language | typeof pseudoLanguage;

/** The language for a person whose system asks for `wanted`, best first: the first that we have, else English. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
