import * as z from 'zod';
import {type Result, fail, ok} from './result.ts';

// The only file that imports zod. Its just-in-time compiler would break the pages' content security policy.
z.config({jitless: true});

/** What a value from outside must look like: rows, arguments of mutators, files, messages. */
export type Shape<T> = z.ZodType<T>;

/** The type that passes a shape. */
export type Shaped<S> = S extends z.ZodType<infer T> ? T : never;

export type Fields = Readonly<Record<string, Shape<unknown>>>;

type OptionalNames<F extends Fields> = {[K in keyof F]: F[K] extends z.ZodExactOptional ? K : never}[keyof F];

/** The object that a record of fields describes; fields made `optional` may be absent, never undefined. */
export type FieldsOf<F extends Fields> = {readonly [K in Exclude<keyof F, OptionalNames<F>>]: Shaped<F[K]>} & {
  readonly [K in OptionalNames<F>]?: Shaped<F[K]>;
};

/** An object with exactly these fields. */
export function object<F extends Fields>(fields: F): Shape<FieldsOf<F>> {
  return z.strictObject(fields as Record<string, z.ZodType>) as unknown as Shape<FieldsOf<F>>;
}

const notBase64url = /[^A-Za-z0-9_-]/;
const unstorable = /[\0\p{Surrogate}]/u;
// Finds whatever the one above finds, and pairs of surrogates: much faster, and nearly every text has neither.
const perhapsUnstorable = /[\0\uD800-\uDFFF]/;

/** Text of at most `max` UTF-16 units. NUL and lone surrogates are refused: the master could not keep them. */
export function text(limits: {readonly max: number; readonly min?: number}): Shape<string> {
  return z
    .string()
    .min(limits.min ?? 0)
    .max(limits.max)
    .refine((value) => !perhapsUnstorable.test(value) || !unstorable.test(value), 'not storable text');
}

/** Text that matches a pattern; the pattern bounds its length. */
export function pattern<T extends string = string>(form: RegExp): Shape<T> {
  return z.string().regex(form) as unknown as Shape<T>;
}

/** Base64url letters, of any length within the limits: a pattern would need a stack as deep as the text is long. */
export function base64urlText(limits: {readonly min: number; readonly max: number}): Shape<string> {
  return z
    .string()
    .min(limits.min)
    .max(limits.max)
    .refine((value) => !notBase64url.test(value), 'not base64url');
}

/** A whole number; rows and arguments hold no floats. */
export function integer(limits: {readonly min?: number; readonly max?: number} = {}): Shape<number> {
  return z
    .int()
    .min(limits.min ?? Number.MIN_SAFE_INTEGER)
    .max(limits.max ?? Number.MAX_SAFE_INTEGER);
}

/** The same check under a branded type; the brand's own module says what its values promise. */
export function branded<T>(of: Shape<string> | Shape<number>): Shape<T> {
  return of as unknown as Shape<T>;
}

export function flag(): Shape<boolean> {
  return z.boolean();
}

/** One of a closed list of words. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T): Shape<T[number]> {
  return z.enum(values) as unknown as Shape<T[number]>;
}

/** A list of at most `max` items. */
export function list<T>(of: Shape<T>, limits: {readonly max: number}): Shape<readonly T[]> {
  return z.array(of).max(limits.max) as unknown as Shape<readonly T[]>;
}

/** A field that may be absent. */
export function optional<T>(of: Shape<T>): z.ZodExactOptional<Shape<T>> {
  return z.exactOptional(of);
}

const sound = new WeakMap<object, Shape<unknown>>();

/** The same shape, of which a value that has passed it is known: `isSound` need not look at it again. For rows, which nobody changes. */
export function remembering<T extends object>(of: Shape<T>): Shape<T> {
  const shape: Shape<T> = (of as z.ZodType<T, T>).transform((value) => {
    sound.set(value, shape as Shape<unknown>);
    return value;
  });
  return shape;
}

/** Whether a value has the shape; large rows that came in as arguments are not looked at twice. */
export function isSound<T>(shape: Shape<T>, value: T & object): boolean {
  return sound.get(value) === shape || check(shape, value).ok;
}

/** The value if it has the shape, else `core.bad_shape` with the path of the first thing wrong; the value itself is not told. */
export function check<T>(shape: Shape<T>, value: unknown): Result<T> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return ok(parsed.data);

  const issue = parsed.error.issues[0];
  return fail('core.bad_shape', {path: issue?.path.join('.') ?? '', problem: issue?.code ?? 'custom'});
}
