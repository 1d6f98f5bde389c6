import type {Fault, FaultCode} from '../faults.ts';

/** What a step that can fail returns; a fault is a value, never thrown. */
export type Result<T> = {readonly ok: true; readonly value: T} | {readonly ok: false; readonly fault: Fault};

/** Success that carries a value. */
export function ok<T>(value: T): Result<T> {
  return {ok: true, value};
}

/** Failure of an expected kind; `values` fill its message. */
export function fail(code: FaultCode, values: Fault['values'] = {}): {readonly ok: false; readonly fault: Fault} {
  return {ok: false, fault: {code, values}};
}
