import * as z from 'zod';
import {type Result, fail, ok} from './result.ts';

// The only file that imports zod. Its just-in-time compiler would break the pages' content security policy.
z.config({jitless: true});

/** What a value from outside must look like: rows, arguments of mutators, files, messages. */
export type Shape<T> = z.ZodType<T>;

/** The type that passes a shape. */
export type Shaped<S> = S extends z.ZodType<infer T> ? T : never;

export type Fields = Readonly<Record<string, Shape<unknown>>>;

/** Says yes only to values that the shape takes. */
type Fits = (value: unknown) => boolean;

// Rows and arguments come by the hundred thousand and nearly all of them fit: a yes is found without zod, which is asked
// about every other value and says what is wrong with it.
const fitsOf = new WeakMap<Shape<unknown>, Fits>();

function fitting<T>(shape: z.ZodType, fits: Fits): Shape<T> {
  fitsOf.set(shape, fits);
  return shape as unknown as Shape<T>;
}

function fitsAs(shape: Shape<unknown>): Fits {
  return fitsOf.get(shape) ?? (() => false);
}

type OptionalNames<F extends Fields> = {[K in keyof F]: F[K] extends z.ZodExactOptional ? K : never}[keyof F];

/** The object that a record of fields describes; fields made `optional` may be absent, never undefined. */
export type FieldsOf<F extends Fields> = {readonly [K in Exclude<keyof F, OptionalNames<F>>]: Shaped<F[K]>} & {
  readonly [K in OptionalNames<F>]?: Shaped<F[K]>;
};

/** An object with exactly these fields. */
export function object<F extends Fields>(fields: F): Shape<FieldsOf<F>> {
  const shape = z.strictObject(fields as Record<string, z.ZodType>);
  const each = Object.entries(fields).map(([name, field]) => {
    return {name, fits: fitsAs(field), mayBeAbsent: field instanceof z.ZodExactOptional};
  });
  return fitting(shape, (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Readonly<Record<string, unknown>>;
    let left = each.length;
    for (const {name, fits, mayBeAbsent} of each) {
      const field = given[name];
      if (field === undefined && mayBeAbsent && !(name in given)) left -= 1;
      else if (!fits(field)) return false;
    }
    // As many as there are fields, and each of those is there: no other.
    for (const _ in given) left -= 1;
    return left === 0;
  });
}

const notBase64url = /[^A-Za-z0-9_-]/;
const unstorable = /[\0\p{Surrogate}]/u;
// Finds whatever the one above finds, and pairs of surrogates: much faster, and nearly every text has neither.
const perhapsUnstorable = /[\0\uD800-\uDFFF]/;

/** Text of at most `max` UTF-16 units. NUL and lone surrogates are refused: the master could not keep them. */
export function text(limits: {readonly max: number; readonly min?: number}): Shape<string> {
  const {min = 0, max} = limits;
  const isStorable = (value: string): boolean => !perhapsUnstorable.test(value) || !unstorable.test(value);
  const shape = z.string().min(min).max(max).refine(isStorable, 'not storable text');
  return fitting(shape, (value) => {
    return typeof value === 'string' && value.length >= min && value.length <= max && isStorable(value);
  });
}

/** Text that matches a pattern; the pattern bounds its length. */
export function pattern<T extends string = string>(form: RegExp): Shape<T> {
  return fitting(z.string().regex(form), (value) => typeof value === 'string' && form.test(value));
}

/** Base64url letters, of any length within the limits: a pattern would need a stack as deep as the text is long. */
export function base64urlText(limits: {readonly min: number; readonly max: number}): Shape<string> {
  const {min, max} = limits;
  const isBase64url = (value: string): boolean => !notBase64url.test(value);
  return fitting(z.string().min(min).max(max).refine(isBase64url, 'not base64url'), (value) => {
    return typeof value === 'string' && value.length >= min && value.length <= max && isBase64url(value);
  });
}

/** A whole number; rows and arguments hold no floats. */
export function integer(limits: {readonly min?: number; readonly max?: number} = {}): Shape<number> {
  const {min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER} = limits;
  return fitting(z.int().min(min).max(max), (value) => {
    return Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max;
  });
}

/** The same check under a branded type; the brand's own module says what its values promise. */
export function branded<T>(of: Shape<string> | Shape<number>): Shape<T> {
  return of as unknown as Shape<T>;
}

export function flag(): Shape<boolean> {
  return fitting(z.boolean(), (value) => typeof value === 'boolean');
}

/** One of a closed list of words. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T): Shape<T[number]> {
  const words: ReadonlySet<unknown> = new Set(values);
  return fitting(z.enum(values), (value) => words.has(value));
}

/** A list of at most `max` items. */
export function list<T>(of: Shape<T>, limits: {readonly max: number}): Shape<readonly T[]> {
  const fits = fitsAs(of);
  return fitting(z.array(of).max(limits.max), (value) => {
    if (!Array.isArray(value) || value.length > limits.max) return false;
    // By index: a list may have holes, which `every` would step over.
    for (let at = 0; at < value.length; at += 1) if (!fits(value[at])) return false;
    return true;
  });
}

/** A field that may be absent. */
export function optional<T>(of: Shape<T>): z.ZodExactOptional<Shape<T>> {
  const shape = z.exactOptional(of);
  fitsOf.set(shape, fitsAs(of));
  return shape;
}

const sound = new WeakMap<object, Shape<unknown>>();

/** The same shape, of which a value that has passed it is known: it is not looked at again. For rows and long parts of them, which nobody changes. */
export function remembering<T extends object>(of: Shape<T>): Shape<T> {
  const remember = (value: T): T => {
    sound.set(value, shape as Shape<unknown>);
    return value;
  };
  const fits = fitsAs(of);
  const shape: Shape<T> = fitting((of as z.ZodType<T, T>).transform(remember), (value) => {
    return sound.get(value as T) === shape || (fits(value) && remember(value as T) === value);
  });
  return shape;
}

/** Whether a value has the shape; large rows that came in as arguments are not looked at twice. */
export function isSound<T>(shape: Shape<T>, value: T & object): boolean {
  return sound.get(value) === shape || check(shape, value).ok;
}

/** The value if it has the shape, else `core.bad_shape` with the path of the first thing wrong; the value itself is not told. */
export function check<T>(shape: Shape<T>, value: unknown): Result<T> {
  if (fitsAs(shape)(value)) return ok(value as T);

  const parsed = shape.safeParse(value);
  if (parsed.success) return ok(parsed.data);

  const issue = parsed.error.issues[0];
  return fail('core.bad_shape', {path: issue?.path.join('.') ?? '', problem: issue?.code ?? 'custom'});
}
