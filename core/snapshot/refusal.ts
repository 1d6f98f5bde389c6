import type {Fault, FaultCode} from '../faults.ts';

/**
 * What bytes from outside may do to whoever reads them, thrown because it ends work that is many steps deep; whoever began
 * that work turns it into a `Result`.
 */
export class Refusal extends Error {
  readonly fault: Fault;

  constructor(code: FaultCode, values: Fault['values'] = {}) {
    super(code);
    this.name = 'Refusal';
    this.fault = {code, values};
  }
}

/** Bytes that are not what was written. */
export function damaged(): Refusal {
  return new Refusal('backups.damaged');
}
