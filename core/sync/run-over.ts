import type {Fault} from '../faults.ts';
import {type Result, fail} from '../lib/result.ts';
import type {Instant} from '../time/instant.ts';
import {type Done, type Mutator, argsOf} from './define.ts';
import {Overlay} from './overlay.ts';
import type {RowReads} from './store.ts';

interface Asked {
  readonly name: string;
  readonly version: number;
  readonly args: unknown;
  readonly at: Instant;
}

/** What a mutation has looked at and would write, and how it ended; `parked` where it could not be run to an end. */
export type Run =
  | {readonly overlay: Overlay; readonly result: Result<Done>}
  | {readonly overlay: Overlay; readonly parked: Fault};

/** Runs a mutation above rows without writing into them. One that cannot be run here is nobody's but its own trouble. */
export async function runOver(
  below: RowReads,
  {name, version, args, at}: Asked,
  mutator: Mutator | undefined,
): Promise<Run> {
  const overlay = new Overlay(below);
  if (!mutator) return {overlay, parked: fail('sync.mutator_unknown', {name}).fault};
  const taken = argsOf(mutator, version, args);
  if (!taken.ok) return {overlay, parked: taken.fault};
  try {
    return {overlay, result: await mutator.run(overlay.tx(at), taken.value)};
  } catch {
    // A bug of a mutator: the desk where it was asked for has reported it. All others' changes go on.
    return {overlay, parked: fail('sync.broken', {name}).fault};
  }
}
