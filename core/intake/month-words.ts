// January to December, each with the words that begin alike cut to what tells them apart.
const months: readonly string[] = [
  'january januar jan jän jänner janvier janv enero ene gennaio gen januari janeiro',
  'february februar feb fév février févr febrero febbraio februari fevereiro fev',
  'march märz mär mrz mar mars marzo maart mrt março',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag mei maio',
  'june juni jun juin junio giugno giu junho',
  'july juli jul juillet juil julio luglio lug julho',
  'august aug août aou aout agosto ago augustus',
  'september sept sep septembre septiembre settembre set setembro',
  'october oktober okt oct octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dezember dez dec déc décembre diciembre dic dicembre dezembro',
];

const numbers = new Map(
  months.flatMap((words, index) => words.split(' ').flatMap((word) => spellings(word, index + 1))),
);

/** The month, 1 to 12, that a word or its usual short form means in English, German, French, Spanish, Italian, Dutch or Portuguese. */
export function monthOfWord(word: string): number | undefined {
  return numbers.get(word.toLowerCase());
}

// With and without its accents: exports lose them.
function spellings(word: string, month: number): [string, number][] {
  return [word, word.normalize('NFD').replaceAll(/\p{M}/gu, ''), word.replaceAll('ä', 'ae')].map((form) => [
    form,
    month,
  ]);
}
