import {assert} from './assert.ts';

/**
 * A value as the one JSON text that every host makes of it: RFC 8785 over what rows hold, which are texts, whole numbers,
 * flags, lists and objects. Fields that are undefined are left out. Throws on anything else: a float has more than one text.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return JSON.stringify(value);
  if (typeof value === 'number') {
    assert(Number.isSafeInteger(value), 'a whole number in a row');
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  assert(typeof value === 'object', 'a value that has a canonical text');
  const fields = value as Readonly<Record<string, unknown>>;
  let told = '';
  // RFC 8785 orders names by UTF-16 units, as `sort` does. Put together as one text: lists of pieces cost as much again.
  for (const name of Object.keys(fields).sort()) {
    const field = fields[name];
    if (field !== undefined) told += `${told === '' ? '' : ','}${quoted(name)}:${canonical(field)}`;
  }
  return `{${told}}`;
}

const quotedNames = new Map<string, string>();
const namesMax = 1_000;

/** Names of fields are few, and come again with every row. */
function quoted(name: string): string {
  const known = quotedNames.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify(name);
  if (quotedNames.size < namesMax) quotedNames.set(name, text);
  return text;
}
