import type {Fault} from '#core/faults.ts';
import type {Result} from '#core/lib/result.ts';
import {type Shape, check} from '#core/lib/shape.ts';
import type {TellableCode} from './statuses.ts';

/** Ends a request with a fault. Thrown only between a route and the one place that answers. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly fault: Fault;

  constructor(code: TellableCode, values: Fault['values'] = {}) {
    super(code);
    this.fault = {code, values};
  }
}

/** The value of a step that went well; whatever it refused, the request is refused with. */
export function granted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const {code, values} = result.fault;
  throw code === 'core.bad_shape' ? garbage(values['path']) : new Refused(code as TellableCode, values);
}

export function garbage(path: string | number = ''): Refused {
  return new Refused('cloud.garbage', {path});
}

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Refused('cloud.not_found');
  return value;
}

/** What a body or a query says, of the shape it must have. */
export function shaped<T>(shape: Shape<T>, value: unknown): T {
  return granted(check(shape, value));
}
