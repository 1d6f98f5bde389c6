/**
 * Text as search compares it: without case, accents and width. "Müller" meets "muller", full-width digits meet plain ones,
 * and a sigma meets the form it takes at the end of a word, so that a piece of a text always folds to a piece of it.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
