import {latin1, latin1Of} from '../../lib/latin1.ts';
import {unzlib} from '../unzlib.ts';

/**
 * Reads as much of a PDF as is needed to change its only page: files that pdf.js has written anew (a cross-reference stream without
 * compression) and what we have put behind them. Anything else is `undefined`, never a guess.
 */
export interface PdfObjects {
  readonly bytes: string;
  readonly startXref: number;
  readonly size: number;
  readonly root: number;
  readonly info: number | undefined;
  /** Where each object begins. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Objects that lie packed in a stream (ISO 32000-1, 7.5.7): the number of that stream. */
  readonly packed: ReadonlyMap<number, number>;
}

const objectsMax = 200_000;
const updatesMax = 8;

/** `bytes` one a letter. */
export function pdfObjectsOf(bytes: string): PdfObjects | undefined {
  const startXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.slice(-200))?.[1]);
  const offsets = new Map<number, number>();
  const packed = new Map<number, number>();
  let newest: ReadonlyMap<string, string> | undefined;
  let at: number | undefined = startXref;
  for (let update = 0; at !== undefined && Number.isInteger(at); update++) {
    const section = sectionAt(bytes, at);
    if (!section || update > updatesMax) return undefined;
    newest ??= section.entries;
    const isNew = (number: number): boolean => !offsets.has(number) && !packed.has(number);
    const [places, streams] = [section.offsets, section.packed].map((each) => each.filter(([number]) => isNew(number)));
    for (const [number, offset] of places ?? []) offsets.set(number, offset);
    for (const [number, stream] of streams ?? []) packed.set(number, stream);
    const before = section.entries.get('Prev');
    at = before === undefined ? undefined : Number(before);
  }
  const [root, size] = [referenceIn(newest?.get('Root')), Number(newest?.get('Size'))];
  // What is added to a locked file would have to be locked as well.
  if (root === undefined || !Number.isInteger(size) || newest?.has('Encrypt')) return undefined;
  return {bytes, startXref, size, root, info: referenceIn(newest?.get('Info')), offsets, packed};
}

/** The entries of an object that is a dictionary, each as it is written. */
export function dictionaryOf(objects: PdfObjects, number: number): ReadonlyMap<string, string> | undefined {
  const {bytes, offsets} = objects;
  const begin = beginOf(objects, number);
  if (begin !== undefined) return entriesAt(bytes, begin)?.entries;
  const value = offsets.has(number) ? undefined : packedValue(objects, number);
  return value === undefined ? undefined : entriesAt(value, 0)?.entries;
}

/** Where the value of an object begins that is not packed. */
function beginOf({bytes, offsets}: PdfObjects, number: number): number | undefined {
  const offset = offsets.get(number);
  if (offset === undefined) return undefined;
  const head = new RegExp(`^${number} \\d+ obj\\s*`).exec(bytes.slice(offset, offset + 40))?.[0];
  return head === undefined ? undefined : offset + head.length;
}

/** An object as it is written: its value, and the bytes of its stream where it has one. */
export interface PdfBody {
  readonly value: string;
  readonly stream?: string;
}

export function bodyOf(objects: PdfObjects, number: number): PdfBody | undefined {
  const {bytes} = objects;
  const begin = beginOf(objects, number);
  if (begin === undefined) {
    const value = packedValue(objects, number);
    return value === undefined ? undefined : {value};
  }
  const end = afterValue(bytes, begin);
  if (end === undefined) return undefined;
  // A value that is a word goes up to the end of its object.
  const value = bytes.slice(begin, end).replace(/\s*endobj[^]*$/, '');
  const data = /^\s*stream\r?\n/.exec(bytes.slice(end, end + 20))?.[0];
  if (data === undefined) return {value};
  const told = entriesAt(bytes, begin)?.entries.get('Length');
  const elsewhere = referenceIn(told);
  const length = Number(elsewhere === undefined ? told : bodyOf(objects, elsewhere)?.value);
  if (!(length >= 0)) return undefined;
  return {value, stream: bytes.slice(end + data.length, end + data.length + length)};
}

/** The value of an object that lies packed among others: pairs of number and place first, then the values. */
function packedValue(objects: PdfObjects, number: number): string | undefined {
  const within = objects.packed.get(number);
  // A stream lies in no other.
  if (within === undefined || !objects.offsets.has(within)) return undefined;
  const first = Number(dictionaryOf(objects, within)?.get('First'));
  const content = contentOf(objects, within);
  if (content === undefined || !(first > 0)) return undefined;
  const pairs = numbersIn(content.slice(0, first));
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    if (pairs[at] === number)
      return content.slice(first + (pairs[at + 1] ?? 0), first + (pairs[at + 3] ?? Infinity)).trim();
  }
  return undefined;
}

/** The bytes of a stream, unpacked where it is packed in the usual way. */
export function contentOf(objects: PdfObjects, number: number): string | undefined {
  const body = bodyOf(objects, number);
  const entries = dictionaryOf(objects, number);
  if (body?.stream === undefined || !entries) return undefined;
  const filter = entries.get('Filter')?.replaceAll(/[[\]\s]/g, '');
  if (filter === undefined || filter === '') return body.stream;
  if (filter !== '/FlateDecode' || entries.has('DecodeParms')) return undefined;
  const unpacked = unzlib(latin1(body.stream));
  return unpacked && latin1Of(unpacked);
}

/** The entries of a value that is a dictionary, or of the one that it refers to. */
export function entriesOf(objects: PdfObjects, value: string | undefined): ReadonlyMap<string, string> | undefined {
  const number = referenceIn(value);
  if (number !== undefined) return dictionaryOf(objects, number);
  return value === undefined ? undefined : entriesAt(value, 0)?.entries;
}

/** The number of the only page. */
export function onlyPageOf(objects: PdfObjects): number | undefined {
  const pages = referenceIn(dictionaryOf(objects, objects.root)?.get('Pages'));
  const kids = pages === undefined ? undefined : dictionaryOf(objects, pages)?.get('Kids');
  const page = /^\[\s*(\d+) \d+ R\s*\]$/.exec(kids ?? '')?.[1];
  return page === undefined ? undefined : Number(page);
}

export function referenceIn(value: string | undefined): number | undefined {
  const number = /^(\d+) \d+ R$/.exec(value ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

export function numbersIn(value: string | undefined): readonly number[] {
  return [...(value ?? '').matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([number]) => Number(number));
}

interface Section {
  readonly entries: ReadonlyMap<string, string>;
  readonly offsets: readonly (readonly [number, number])[];
  readonly packed: readonly (readonly [number, number])[];
}

/** A cross-reference stream (ISO 32000-1, 7.5.8). */
function sectionAt(bytes: string, offset: number): Section | undefined {
  const begin = /^\d+ \d+ obj\s*/.exec(bytes.slice(offset, offset + 40))?.[0];
  const read = begin === undefined ? undefined : entriesAt(bytes, offset + begin.length);
  if (!read || read.entries.get('Type') !== '/XRef' || read.entries.has('Filter')) return undefined;
  const data = /^\s*stream\r?\n/.exec(bytes.slice(read.end, read.end + 20))?.[0];
  const [one = 0, two = 0, three = 0] = numbersIn(read.entries.get('W'));
  const index = numbersIn(read.entries.get('Index') ?? `0 ${read.entries.get('Size') ?? '0'}`);
  if (data === undefined || one !== 1 || two === 0) return undefined;
  const [offsets, packed]: [[number, number][], [number, number][]] = [[], []];
  let at = read.end + data.length;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = [index[pair], index[pair + 1]];
    if (count > objectsMax) return undefined;
    for (let more = 0; more < count; more++, at += one + two + three) {
      const kind = bytes.charCodeAt(at);
      if (kind === 1) offsets.push([first + more, wholeAt(bytes, at + one, two)]);
      if (kind === 2) packed.push([first + more, wholeAt(bytes, at + one, two)]);
    }
  }
  return {entries: read.entries, offsets, packed};
}

function wholeAt(bytes: string, at: number, length: number): number {
  let whole = 0;
  for (let byte = 0; byte < length; byte++) whole = whole * 256 + bytes.charCodeAt(at + byte);
  return whole;
}

/** The entries of a dictionary that begins here, and where it ends. */
function entriesAt(
  bytes: string,
  from: number,
): {readonly entries: Map<string, string>; readonly end: number} | undefined {
  if (!bytes.startsWith('<<', from)) return undefined;
  const entries = new Map<string, string>();
  for (let at = from + 2; ;) {
    at = afterBlanks(bytes, at);
    if (bytes.startsWith('>>', at)) return {entries, end: at + 2};
    const name = /^\/[^\s()<>[\]{}/%]+/.exec(bytes.slice(at, at + 200))?.[0];
    if (name === undefined) return undefined;
    const begin = afterBlanks(bytes, at + name.length);
    const end = afterValue(bytes, begin);
    if (end === undefined) return undefined;
    entries.set(name.slice(1), bytes.slice(begin, end).trim());
    at = end;
  }
}

function afterBlanks(bytes: string, from: number): number {
  let at = from;
  while (at < bytes.length && /\s/.test(bytes.charAt(at))) at++;
  return at;
}

/** Where the value that begins here ends: a bracketed one, a text, a name, or words up to the next sign. */
export function afterValue(bytes: string, from: number): number | undefined {
  const first = bytes.charAt(from);
  if (first === '(') return afterText(bytes, from);
  if (first === '<' && bytes.charAt(from + 1) !== '<') return behind(bytes, '>', from);
  if (first !== '<' && first !== '[') {
    const word = (first === '/' ? /^\/[^\s()<>[\]{}/%]*/ : /^[^()<>[\]{}/]+/).exec(bytes.slice(from, from + 500))?.[0];
    return word === undefined ? undefined : from + word.length;
  }
  let depth = 0;
  for (let at = from; at < bytes.length;) {
    if (bytes.startsWith('<<', at) || bytes.charAt(at) === '[') {
      depth++;
      at += bytes.charAt(at) === '[' ? 1 : 2;
    } else if (bytes.startsWith('>>', at) || bytes.charAt(at) === ']') {
      at += bytes.charAt(at) === ']' ? 1 : 2;
      if (--depth === 0) return at;
    } else if (bytes.charAt(at) === '(') {
      const end = afterText(bytes, at);
      if (end === undefined) return undefined;
      at = end;
    } else at++;
  }
  return undefined;
}

function behind(bytes: string, sign: string, from: number): number | undefined {
  const at = bytes.indexOf(sign, from);
  return at < 0 ? undefined : at + 1;
}

function afterText(bytes: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const letter = bytes.charAt(at);
    if (letter === '\\') at++;
    else if (letter === '(') depth++;
    else if (letter === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}
