import type {Fault} from '../faults.ts';
import {parsedJson} from '../lib/parsed-json.ts';
import {type Shape, type Shaped, branded, check, integer, object, optional, text} from '../lib/shape.ts';
import type {Instant} from '../time/instant.ts';

const number = integer({min: 1});
const name = text({min: 1, max: 80});
const version = integer({min: 0});
const at = branded<Instant>(integer({min: 0}));
const batch = text({max: 80});
const asked = object({n: number, name, version, at, batch: optional(batch)});

/** A mutation as its text tells it; `args` is anything that JSON can say. */
export interface Asked extends Shaped<typeof asked> {
  readonly args: unknown;
}

/** What a line of a push asks for; `bad` where that can never be run: then what can be read of it, for the tray. */
export interface AskedIn extends Omit<Asked, 'at'> {
  readonly at?: Instant;
  readonly bad?: Fault;
}

/** What a line of a push asks for. Undefined where it does not even tell its number: then it is no mutation at all. */
export function askedIn(line: string): AskedIn | undefined {
  const value = parsedJson(line);
  if (typeof value !== 'object' || value === null) return undefined;
  const {args, ...rest} = value as Readonly<Record<string, unknown>>;
  const checked = check(asked, rest);
  if (checked.ok && args !== undefined) return {...checked.value, args};

  const n = readable(number, rest['n']);
  if (n === undefined) return undefined;
  const [moment, act] = [readable(at, rest['at']), readable(batch, rest['batch'])];
  return {
    n,
    name: readable(name, rest['name']) ?? '',
    version: readable(version, rest['version']) ?? 0,
    args: args ?? {},
    ...(moment !== undefined && {at: moment}),
    ...(act !== undefined && {batch: act}),
    bad: checked.ok ? {code: 'core.bad_shape', values: {path: 'args'}} : checked.fault,
  };
}

function readable<T>(shape: Shape<T>, value: unknown): T | undefined {
  const checked = check(shape, value);
  return checked.ok ? checked.value : undefined;
}
