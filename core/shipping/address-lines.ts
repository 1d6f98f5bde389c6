import {formatAddress} from 'localized-address-format';
import {type Result, fail, ok} from '../lib/result.ts';
import type {Address} from '../storefronts/address.ts';
import {type CountryCode, countryName} from './country-name.ts';
import {printable} from '../paper/text/printable-text.ts';

/** `name` and `place` (where the post sorts by) are what a packer looks for; `country` is always last. */
export interface AddressLine {
  readonly role: 'name' | 'street' | 'place' | 'country';
  readonly text: string;
}

type Field = Exclude<keyof Address, 'country'>;
/** A line of an address: its fields, each with what stands before it. */
interface FormLine {
  readonly role: AddressLine['role'];
  readonly parts: readonly {readonly literal: string; readonly field: Field}[];
}
type Form = readonly FormLine[];
type Script = Parameters<typeof formatAddress>[1] & string;

const streetLines = ['{street}', '{extra}'];

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * An address as the lines of a label, in the order of its country, the country's English name in capitals last. Fields that
 * are absent leave no trace. Faults: `shipping.country_unknown`.
 */
export function addressLines(address: Address): Result<readonly AddressLine[]> {
  const country = countryName(address.country);
  if (country === undefined) return fail('shipping.country_unknown', {country: address.country});

  const lines: AddressLine[] = [];
  for (const line of formOf(address)) {
    const text = fill(line, address);
    if (text !== '') lines.push({role: line.role, text});
  }
  lines.push({role: 'country', text: country});
  return ok(lines);
}

function formOf(address: Address): Form {
  const script = eastAsian.test(address.city) || eastAsian.test(address.street) ? 'local' : 'latin';
  const known = forms[script].get(address.country);
  if (known) return known;
  const form = templatesIn(address.country, script).map(formLine);
  forms[script].set(address.country, form);
  return form;
}

const forms = {local: new Map<CountryCode, Form>(), latin: new Map<CountryCode, Form>()} as const;

/** The country's form from the library, with what only we have: a second street line, and a city in every country. */
function templatesIn(country: CountryCode, script: Script): readonly string[] {
  const lines = formatAddress(
    {
      postalCountry: country,
      name: '{name}',
      organization: '{company}',
      addressLines: ['{street}'],
      locality: '{city}',
      administrativeArea: '{region}',
      postalCode: '{postalCode}',
    },
    script,
  );
  const form = withCity(lines, script).flatMap((line) => withStreetLines(spaced(line, script)));
  // A code that somebody wrote is not left out, even where the country has none.
  if (form.some((line) => line.includes('{postalCode}'))) return form;
  const coded = form.map((line) => (line === '{city}' ? '{postalCode} {city}' : line));
  const code = form.includes('{city}') ? [] : ['{postalCode}'];
  return [...coded, ...code, ...(lines.some((line) => line.includes('{region}')) ? [] : ['{region}'])];
}

/** Some formats have no city, because the street, the region or the country says it. */
function withCity(lines: readonly string[], script: Script): readonly string[] {
  if (lines.some((line) => line.includes('{city}'))) return lines;
  const named = lines.map((line) => line.replace(/^[A-Z]{4,}/, '{city}'));
  if (named.some((line) => line.includes('{city}'))) return named;
  return lines.flatMap((line) => {
    if (line === '{street}, {region}') return ['{street}', '{city}, {region}'];
    if (script === 'local' && line === '{region}') return ['{region}{city}'];
    if (line !== '{street}') return [line];
    const told = lines.includes('{region}') && script === 'local';
    return told ? [line] : script === 'local' ? ['{city}', line] : [line, '{city}'];
  });
}

/** The street has its lines for itself, whatever else the country writes into them. */
function withStreetLines(line: string): readonly string[] {
  if (!line.includes('{street}')) return [line];
  const [before = '', after = ''] = line.split('{street}');
  return [before, ...streetLines, after]
    .map((part) => part.replace(/^[ ,-]+|[ ,-]+$/g, ''))
    .filter((part) => part !== '');
}

/** Only ideographs stand beside each other without a space. */
function spaced(line: string, script: Script): string {
  return script === 'local' ? line : line.replaceAll('}{', '} {');
}

function roleOf(template: string): AddressLine['role'] {
  if (template === '{name}') return 'name';
  return template === '{company}' || streetLines.includes(template) ? 'street' : 'place';
}

function formLine(template: string): FormLine {
  const parts = Array.from(template.matchAll(/([^{]*)\{(\w+)\}/g), ({1: literal = '', 2: field}) => ({
    literal,
    field: field as Field,
  }));
  return {role: roleOf(template), parts};
}

/** Fills a line; what stands between two fields goes when either is absent. */
function fill({parts}: FormLine, address: Address): string {
  let text = '';
  let isFirst = true;
  for (const {literal, field} of parts) {
    const value = valueOf(field, address);
    // LT- and 〒 are often written already.
    const isWritten = literal !== '' && value.startsWith(literal);
    if (value !== '') text += (isFirst || text !== '') && !isWritten ? literal + value : value;
    isFirst = false;
  }
  return text;
}

function valueOf(field: Field, address: Address): string {
  const value = printable(address[field] ?? '');
  if (field === 'postalCode') return value.replace(/^〒 /, '〒');
  // Madrid in Madrid, 서울 in 서울: the region says nothing more than the city did.
  return field === 'region' && value === printable(address.city) ? '' : value;
}
