import {type Result, fail, ok} from '../../lib/result.ts';
import {check} from '../../lib/shape.ts';
import type {Channel} from '../../storefronts/schema.ts';
import {type CarrierFile, type SchemeFile, carrierShape} from './carrier-file.ts';
import {type CheckRule, checkCharacter} from './check-rules.ts';
import {type Form, type Parts, formOf, lengthsOf} from './form.ts';

/** A scheme ready for use. */
export interface Scheme {
  readonly courier: string;
  readonly id: string;
  readonly service: string;
  readonly forms: readonly Form[];
  readonly not: readonly Form[];
  readonly check: Check | undefined;
  readonly services: readonly (readonly [code: string, name: string])[];
  readonly country: SchemeFile['country'];
  readonly range: SchemeFile['range'];
}

export interface Check {
  readonly rule: CheckRule;
  /** Names of parts, and characters as they are. */
  readonly over: readonly string[];
}

export interface Carriers {
  readonly names: ReadonlyMap<string, string>;
  readonly calledBy: ReadonlyMap<string, Readonly<Partial<Record<Channel, string>>>>;
  readonly schemes: ReadonlyMap<string, Scheme>;
  /** The schemes that have a form of this length, those with a check digit first. */
  readonly byLength: ReadonlyMap<number, readonly Scheme[]>;
}

/** Makes the files of `assets/carriers` ready for use; `core.bad_shape` with the place of what is wrong. */
export function carriersOf(files: readonly unknown[]): Result<Carriers> {
  const names = new Map<string, string>();
  const calledBy = new Map<string, Readonly<Partial<Record<Channel, string>>>>();
  const schemes = new Map<string, Scheme>();
  for (const file of files) {
    const carrier = check(carrierShape, file);
    if (!carrier.ok) return carrier;
    const {courier, name} = carrier.value;
    if (names.has(courier)) return wrong(carrier.value, 'courier');
    names.set(courier, name);
    calledBy.set(courier, carrier.value.calledBy ?? {});
    for (const scheme of carrier.value.schemes) {
      const ready = schemeOf(courier, scheme);
      if (!ready || schemes.has(scheme.id)) return wrong(carrier.value, scheme.id);
      schemes.set(scheme.id, ready);
    }
  }
  return ok({names, calledBy, schemes, byLength: sortedByLength([...schemes.values()])});
}

function wrong({courier}: CarrierFile, at: string): ReturnType<typeof fail> {
  return fail('core.bad_shape', {path: `${courier}.${at}`, problem: 'scheme'});
}

function schemeOf(courier: string, file: SchemeFile): Scheme | undefined {
  const forms = formsOf(file.forms);
  const not = formsOf(file.not ?? []);
  const {rule, over} = file.check;
  if (!forms || !not || forms.length === 0 || (rule === 'none') !== (over === undefined)) return undefined;
  const digit = rule === 'none' ? undefined : {rule, over: over?.split(' ') ?? []};
  if (digit && !forms.every((form) => canBeChecked(form, digit))) return undefined;
  const services = (file.services ?? []).map((line) => {
    const blank = line.indexOf(' ');
    return [line.slice(0, blank), line.slice(blank + 1)] as const;
  });
  const {id, service, country, range} = file;
  const parts = range ? [range.counts, ...range.contract] : [];
  if (!parts.every((name) => forms.every(({names}) => names.has(name)))) return undefined;
  return {courier, id, service, forms, not, check: digit, services, country, range};
}

function formsOf(texts: readonly string[]): readonly Form[] | undefined {
  const forms = texts.flatMap((text) => formOf(text) ?? []);
  return forms.length === texts.length ? forms : undefined;
}

function canBeChecked({names}: Form, {over}: Check): boolean {
  return names.has('check') && over.every((word) => !isName(word) || names.has(word));
}

/** What a check digit is made of, put together. */
export function checkedText({over}: Check, parts: Parts): string {
  return over.map((word) => (isName(word) ? (parts[word] ?? '') : word)).join('');
}

export function checkOf(check: Check, parts: Parts): string | undefined {
  return checkCharacter(check.rule, checkedText(check, parts));
}

function isName(word: string): boolean {
  return /^[a-z]/.test(word);
}

function sortedByLength(schemes: readonly Scheme[]): Map<number, Scheme[]> {
  const sorted = [...schemes.filter(({check: digit}) => digit), ...schemes.filter(({check: digit}) => !digit)];
  const byLength = new Map<number, Scheme[]>();
  for (const scheme of sorted) {
    for (const length of new Set(scheme.forms.flatMap(lengthsBetween))) {
      byLength.set(length, [...(byLength.get(length) ?? []), scheme]);
    }
  }
  return byLength;
}

function lengthsBetween(form: Form): number[] {
  const {min, max} = lengthsOf(form);
  return Array.from({length: max - min + 1}, (_, more) => min + more);
}
