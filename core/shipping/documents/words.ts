/** Words on paper; the file of words `paper` has each of them in every language. */
export const paperWords = ['label.shipTo', 'label.pieces', 'label.return'] as const;
export type PaperWord = (typeof paperWords)[number];

/** Says a word in the language of the document, filled with values; `count` chooses the form of a plural. */
export type Words = (word: PaperWord, values?: Readonly<Record<string, string | number>>) => string;
