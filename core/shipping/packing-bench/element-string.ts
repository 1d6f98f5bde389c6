import {hasCheckDigit} from '../../paper/barcodes/gs1.ts';
import {groupSeparator} from './typed-by-scanner.ts';

/** What a barcode of GS1 says, by application identifier: `01` the article, `21` a serial number, `10` a lot, `30` and `37` how many. */
export type Elements = ReadonlyMap<string, string>;

// Data of these have a length of their own (GS1 General Specifications, figure 7.8.5-2); all others end at a separator.
const fixed: Readonly<Record<string, number>> = {
  '00': 18, '01': 14, '02': 14, '11': 6, '12': 6, '13': 6, '15': 6, '16': 6, '17': 6, '20': 2, '410': 13, '411': 13, '412': 13, '413': 13,
  '414': 13, '415': 13, '416': 13, '417': 13,
}; // prettier-ignore
const identifiers =
  /^(?:0[0-3]|1[0-7]|2[0-2]|30|37|31\d\d|32\d\d|33\d\d|34\d\d|35\d\d|36\d\d|24[0-3]|25[0-57]|40[0-3]|41\d|42\d|7\d\d\d?|8\d\d\d?|9\d)/;
/** How scanners name the symbology before the data, where they are set to (ISO/IEC 15424); these say that it is GS1's. */
const gs1Symbols = /^\](?:C1|d2|e0|Q3|J1)/;
const anySymbol = /^\][A-Za-z][0-9A-Za-z]/;
const linkPath = /^https?:\/\/[^/\s]+\/.*?\b01\/(\d{8,14})(.*)$/i;

/** The text without the name of its symbology. */
export function withoutSymbol(text: string): string {
  return text.replace(anySymbol, '');
}

/** The elements of a GS1-128, a GS1 DataMatrix, their printed form `(01)...(21)...` or a Digital Link; undefined for any other text. */
export function elementsOf(text: string): Elements | undefined {
  const link = linkPath.exec(text);
  if (link) return linkElements(link[1] ?? '', link[2] ?? '');
  if (/^\(\d{2,4}\)/.test(text)) return printedElements(text);
  const isNamed = gs1Symbols.test(text);
  const data = withoutSeparator(withoutSymbol(text));
  // Without its name it is taken for GS1's only where it begins with an article number that is one.
  const isArticle = /^01\d{14}/.test(data) && hasCheckDigit(data.slice(2, 16));
  return isNamed || (isArticle && data.length > 16) || text.startsWith(groupSeparator) ? dataElements(data) : undefined;
}

function dataElements(data: string): Elements | undefined {
  const found = new Map<string, string>();
  for (let rest = data; rest !== '';) {
    const identifier = identifiers.exec(rest)?.[0];
    if (identifier === undefined) return undefined;
    const after = rest.slice(identifier.length);
    const length = fixed[identifier] ?? (/^3[1-6]/.test(identifier) && identifier.length === 4 ? 6 : undefined);
    const end = length ?? endOf(after);
    if (after.length < end || end === 0) return undefined;
    found.set(identifier, after.slice(0, end));
    rest = withoutSeparator(after.slice(end));
  }
  return found.size > 0 ? found : undefined;
}

function withoutSeparator(text: string): string {
  return text.startsWith(groupSeparator) ? text.slice(1) : text;
}

function endOf(text: string): number {
  const at = text.indexOf(groupSeparator);
  return at < 0 ? text.length : at;
}

function printedElements(text: string): Elements | undefined {
  const found = new Map<string, string>();
  for (const [, identifier = '', value = ''] of text.matchAll(/\((\d{2,4})\)([^(]+)/g)) found.set(identifier, value);
  return found.size > 0 ? found : undefined;
}

function linkElements(article: string, rest: string): Elements {
  const found = new Map([['01', article.padStart(14, '0')]]);
  const serial = /\/21\/([^/?#]+)/.exec(rest)?.[1];
  if (serial !== undefined) found.set('21', decoded(serial));
  return found;
}

function decoded(part: string): string {
  return part.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
