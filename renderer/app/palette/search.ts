/** What a line of the palette is called, best first: in the language of the page, then in English. */
export interface Named {
  readonly names: readonly string[];
}

/**
 * The lines that what is typed may mean, best first: names that begin with it, then words that do, then names that hold
 * it, then names that hold its letters in that order. Equal ones keep their order.
 */
export function search<T extends Named>(lines: readonly T[], typed: string): T[] {
  const wanted = plain(typed);
  if (wanted === '') return [...lines];
  return lines
    .map((line) => ({line, rank: Math.min(...line.names.map((name) => rankOf(plain(name), wanted)))}))
    .filter(({rank}) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({line}) => line);
}

function rankOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  if (name.includes(wanted)) return 2;
  return holdsInOrder(name, wanted) ? 3 : Infinity;
}

function holdsInOrder(name: string, wanted: string): boolean {
  let from = 0;
  for (const letter of wanted.replaceAll(' ', '')) {
    const at = name.indexOf(letter, from);
    if (at === -1) return false;
    from = at + letter.length;
  }
  return true;
}

/** Small letters without accents, so that `Größe` is found by `grosse` and `GROSSE`. */
function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}
