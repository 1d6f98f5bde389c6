import {hasCheckDigit} from '../../paper/barcodes/gs1.ts';
import {type Told, isOurs, toldBy} from './commands.ts';
import {type Elements, elementsOf, withoutSymbol} from './element-string.ts';
import {type Struck, textsOf} from './typed-by-scanner.ts';

/** A barcode as it came: told to the bench, or a code of something, of which `texts` are what it may say, the likeliest first. */
export type Scan =
  | Told
  | {readonly tells: 'unreadable'; readonly text: string}
  | {readonly tells: 'code'; readonly texts: readonly string[]; readonly serial?: string; readonly quantity?: number};

const textUnitsMax = 400;

/** Reads a scan out of its strokes. */
export function scanOf(struck: readonly Struck[]): Scan | undefined {
  return scanOfTexts(textsOf(struck));
}

/** The same for a code that somebody typed. */
export function scanOfTyped(text: string): Scan | undefined {
  return scanOfTexts([text.trim()].filter((typed) => typed !== ''));
}

function scanOfTexts(given: readonly string[]): Scan | undefined {
  const texts = given.map((text) => text.slice(0, textUnitsMax));
  const plain = texts.map(withoutSymbol);
  for (const text of plain) {
    const told = toldBy(text);
    if (told) return told;
  }
  const ours = plain.find(isOurs);
  if (ours !== undefined) return {tells: 'unreadable', text: ours};
  for (const text of texts) {
    const elements = elementsOf(text);
    if (!elements) continue;
    const [serial, quantity] = [elements.get('21'), Number(elements.get('30') ?? elements.get('37') ?? 0)];
    return {
      tells: 'code',
      texts: [...codesIn(elements), ...plain],
      ...(serial !== undefined && {serial}),
      ...(quantity > 0 && {quantity}),
    };
  }
  return plain[0] === undefined ? undefined : {tells: 'code', texts: plain};
}

/** What an element string names: an article, or a parcel, whose number carriers print with its identifier. */
function codesIn(elements: Elements): readonly string[] {
  return [...elements].flatMap(([identifier, value]) => {
    if (identifier === '01' || identifier === '02') return [value];
    // The postal code before a number of the United States, of scanners that lose the separator behind it.
    if (identifier === '420') return /^\d{5}(?:\d{4})?(9\d{21,25})$/.exec(value)?.[1] ?? [];
    return identifier === '00' || /^9\d$/.test(identifier) ? [identifier + value] : [];
  });
}

/** Whether two texts are one code: as they stand, or as one article number of 8 to 14 digits, with zeros before it or without. */
export function isSameCode(one: string, other: string): boolean {
  return one === other || (isArticle(one) && isArticle(other) && one.padStart(14, '0') === other.padStart(14, '0'));
}

function isArticle(text: string): boolean {
  return /^(?:\d{8}|\d{12,14})$/.test(text) && hasCheckDigit(text);
}
