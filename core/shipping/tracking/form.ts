/**
 * The form of a number, as its carrier's file writes it: `1Z shipper:an6 service:an2 package:an7 check:n1`. Parts stand
 * apart by blanks and have a name unless they can only be one text. A part is made of pieces joined by `+`: capitals and digits as they are, `[0-5]` or
 * `[AFC]` for one of these, and as in GS1's standards `n6` for six digits, `a2` for letters, `an7` for either; `an9..38`
 * for a length that varies, in the last place only. There is no way to write what would need going back over a number.
 */
export interface Form {
  readonly parts: readonly FormPart[];
  /** What may stand at each place: the characters themselves. */
  readonly places: readonly string[];
  /** How many characters of the last place's kind may follow. */
  readonly more: number;
  /** The names of its parts. */
  readonly names: ReadonlySet<string>;
}

export interface FormPart {
  readonly name: string | undefined;
  readonly from: number;
  readonly below: number;
  /** Its text, where it can only be one. */
  readonly only: string | undefined;
}

export type Parts = Readonly<Record<string, string>>;

export const numberLengthMax = 60;

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const kinds: Readonly<Record<string, string>> = {n: digits, a: letters, an: digits + letters};
const token = /^(?:([a-z][a-zA-Z]{0,19}):)?(\S{1,60})$/;
const counted = /^(n|a|an)(\d{1,2})(?:\.\.(\d{1,2}))?$/;

/** Reads a form; undefined where it is not written as one. */
export function formOf(text: string): Form | undefined {
  const parts: FormPart[] = [];
  const places: string[] = [];
  let more = 0;
  for (const word of text.split(' ')) {
    const [, name, pieces] = token.exec(word) ?? [];
    if (pieces === undefined || more > 0) return undefined;
    const from = places.length;
    for (const piece of pieces.split('+')) {
      const read = more === 0 ? pieceOf(piece) : undefined;
      if (!read) return undefined;
      places.push(...read.places);
      more = read.more;
    }
    const own = places.slice(from);
    const only = more === 0 && own.every((allowed) => allowed.length === 1) ? own.join('') : undefined;
    if (name === undefined && only === undefined) return undefined;
    parts.push({name, from, below: places.length, only});
  }
  if (places.length + more > numberLengthMax) return undefined;
  return {parts, places, more, names: new Set(parts.flatMap(({name}) => name ?? []))};
}

function pieceOf(piece: string): {readonly places: readonly string[]; readonly more: number} | undefined {
  if (/^[A-Z0-9]+$/.test(piece)) return {places: [...piece], more: 0};
  const [, set] = /^\[([A-Z0-9-]+)\]$/.exec(piece) ?? [];
  if (set !== undefined) return {places: [setOf(set)], more: 0};
  const [, kind = '', least = '', most = least] = counted.exec(piece) ?? [];
  const allowed = kinds[kind];
  const [min, max] = [Number(least), Number(most)];
  if (allowed === undefined || min < 1 || max < min) return undefined;
  return {places: Array.from({length: min}, () => allowed), more: max - min};
}

/** `0-5` as every character from one to the other; anything else as it is. */
function setOf(set: string): string {
  return set.replace(/(.)-(.)/g, (_, first: string, last: string) => {
    const all = digits + letters;
    return all.slice(all.indexOf(first), all.indexOf(last) + 1);
  });
}

export function lengthsOf({places, more}: Form): {readonly min: number; readonly max: number} {
  return {min: places.length, max: places.length + more};
}

/** The named parts of a number, or undefined where it has another form. Each character is looked at once. */
export function partsOf(form: Form, number: string): Parts | undefined {
  const {places, more, parts} = form;
  if (number.length < places.length || number.length > places.length + more) return undefined;
  if (!fit(places, {from: 0, below: places.length}, number)) return undefined;
  const found: Record<string, string> = {};
  for (const {name, from, below} of parts) {
    if (name !== undefined) found[name] = number.slice(from, below === places.length ? number.length : below);
  }
  return found;
}

/** A number of these parts, or the name of the part that does not fit. Named parts that can only be one text need not be given. */
export function written(form: Form, parts: Parts): {readonly number: string} | {readonly wrong: string} {
  let number = '';
  for (const part of form.parts) {
    const {name = '', only} = part;
    const given = parts[name] ?? only;
    if (given === undefined || !fills(form, part, given)) return {wrong: name};
    number += given;
  }
  return {number};
}

/** Whether a text may stand for the part of this name. */
export function fillsPart(form: Form, name: string, text: string): boolean {
  return form.parts.some((part) => part.name === name && fills(form, part, text));
}

function fills({places, more}: Form, {from, below}: FormPart, text: string): boolean {
  const least = below - from;
  const most = below === places.length ? least + more : least;
  return text.length >= least && text.length <= most && fit(places, {from, below}, text);
}

/** Whether each character may stand at its place; those beyond the last place are of its kind. */
function fit(places: readonly string[], {from, below}: Pick<FormPart, 'from' | 'below'>, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (places[Math.min(from + at, below - 1)]?.includes(text.charAt(at)) !== true) return false;
  }
  return true;
}
