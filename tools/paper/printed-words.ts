/**
 * Which words of some lines a page does not say; without regard to where lines were broken, and to the order in which a reader of PDF
 * puts the words of a right-to-left line.
 */
export function saysAll(page: readonly string[], lines: readonly string[]): readonly string[] {
  const said = page.join(' ');
  const words = new Set(wordsOf(said));
  const compact = said.replaceAll(/\s/g, '');
  return lines.flatMap(wordsOf).filter((word) => !words.has(word) && !compact.includes(word));
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, ' ')
    .split(/[\s،,]+/)
    .filter((word) => word !== '');
}
