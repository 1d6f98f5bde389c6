import {foldName} from './fold-name.ts';
import {type Field, type Format, fields} from './format.ts';

/** How well a header fits a format: 0 to 1, and how many of its columns the format knows. */
export interface Fit {
  readonly format: Format;
  readonly confidence: number;
  readonly known: number;
}

/** Below this a person is asked. */
export const sureFrom = 0.9;
/** Below this a format is not even a guess. */
const guessFrom = 0.5;
/** A format without a single column of its own never passes for sure, however well the rest fits. */
const withoutUnique = 0.85;
const knownMin = 4;
const uniqueEnough = 4;

interface Names {
  readonly known: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly unique: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  readonly required: readonly (readonly string[])[];
}

const namesByFormat = new WeakMap<Format, Names>();

/**
 * The format that fits best; undefined when none comes near. The share of the header's columns that the format knows
 * counts (what the format knows and the header lacks does not: exports leave columns out), and each column that only this
 * format has takes doubt away. When a sibling fits as well, that is not sure any more.
 */
export function bestFit(header: readonly string[], formats: readonly Format[]): Fit | undefined {
  const fits = formats
    .map((format) => fitOf(header, format))
    .toSorted((a, b) => b.confidence - a.confidence || b.known - a.known);
  const [best, next] = fits;
  if (!best || best.confidence < guessFrom) return undefined;
  const tied = next && next.confidence === best.confidence && next.known === best.known;
  return tied ? {...best, confidence: Math.min(best.confidence, withoutUnique)} : best;
}

/** How well a header fits one format. */
export function fitOf(header: readonly string[], format: Format): Fit {
  const names = namesOf(format);
  const given = new Set(header.map(foldName).filter((name) => name !== ''));
  let known = 0;
  let unique = 0;
  for (const name of given) {
    if (names.known.has(name) || names.beginnings.some((start) => name.startsWith(start))) known += 1;
    if (names.unique.has(name)) unique += 1;
    if (names.never.has(name)) return {format, confidence: 0, known: 0};
  }
  const complete = names.required.every((group) => group.some((name) => given.has(name)));
  if (given.size === 0 || !complete) return {format, confidence: 0, known};

  const containment = known / given.size;
  const doubt = (1 - containment) * (1 - 0.85 * Math.min(1, unique / uniqueEnough));
  const enough = Math.min(1, known / knownMin);
  const confidence = Math.round((1 - doubt) * enough * 1000) / 1000;
  return {format, confidence: unique === 0 ? Math.min(confidence, withoutUnique) : confidence, known};
}

function namesOf(format: Format): Names {
  const ready = namesByFormat.get(format);
  if (ready) return ready;

  const ofField = (field: Field) => (format.columns[field] ?? []).map(foldName);
  const all = [...fields.flatMap((field) => format.columns[field] ?? []), ...format.alsoKnown, ...format.unique];
  const names = {
    known: new Set(all.filter((name) => !name.endsWith('*')).map(foldName)),
    beginnings: all.filter((name) => name.endsWith('*')).map(foldName),
    unique: new Set(format.unique.map(foldName)),
    never: new Set((format.never ?? []).map(foldName)),
    required: format.required.map((group) => group.flatMap(ofField)),
  };
  namesByFormat.set(format, names);
  return names;
}
