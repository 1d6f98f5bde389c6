import type {Engine} from '#core/data/engine.ts';
import {stepIdOf} from '#core/intake/import-step.ts';
import {endImport} from '#core/intake/mutators.ts';
import type {ImportId, ImportStatus, ImportStep} from '#core/intake/schema.ts';
import {undoStep} from '#core/intake/undo-step.ts';
import {type Result, ok} from '#core/lib/result.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import type {Store} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';

/** Steps that are taken back at a time: what a person asks for in between does not wait long. */
const stepsAtOnce = 4;

export interface Undone {
  /** Orders that are as they were before, or withdrawn. */
  readonly undone: number;
  /** Orders that somebody has changed since, so that they stay as they are. */
  readonly left: number;
}

/** Takes every step of an import back, from the last to the first, and says how it ended. */
export async function undoImport(
  {store, engine}: {readonly store: Store; readonly engine: Engine},
  {importId, at, status}: {readonly importId: ImportId; readonly at: Instant; readonly status: ImportStatus},
): Promise<Result<Undone>> {
  const found = await store.read((tx) => tx.get('imports', importId));
  if (!found) return {ok: false, fault: {code: 'intake.import_not_found', values: {importId}}};

  const total = {undone: 0, left: 0};
  for (let below = found.steps; below > 0; below -= stepsAtOnce) {
    const steps = numbersBetween(Math.max(0, below - stepsAtOnce), below).toReversed();
    const calls = steps.map((step) => callOf(undoStep, {importId, step}));
    const outcomes = await engine.mutate(calls, {at, batch: importId});
    for (const outcome of outcomes) {
      const isUndoneAlready = !outcome.ok && outcome.fault.code === 'intake.step_undone_already';
      if (!outcome.ok && !isUndoneAlready) return outcome;
    }
    for (const {made, changed, skipped} of await stepsOf(store, importId, steps)) {
      total.undone += made.length + changed.length;
      total.left += skipped.length;
    }
  }
  await engine.mutate([callOf(endImport, {importId, status})], {at, batch: importId});
  return ok(total);
}

/** The calls that take an import back, in the order in which what they take back was done. */
export async function undoCallsOf(store: Store, importId: ImportId): Promise<readonly Call[]> {
  const found = await store.read((tx) => tx.get('imports', importId));
  const steps = numbersBetween(0, found?.steps ?? 0);
  return [callOf(endImport, {importId, status: 'undone'}), ...steps.map((step) => callOf(undoStep, {importId, step}))];
}

async function stepsOf(store: Store, importId: ImportId, steps: readonly number[]): Promise<readonly ImportStep[]> {
  const found = await store.read((tx) =>
    Promise.all(steps.map((step) => tx.get('importSteps', stepIdOf(importId, step)))),
  );
  return found.flatMap((step) => step ?? []);
}

function numbersBetween(from: number, below: number): readonly number[] {
  return Array.from({length: below - from}, (_, at) => from + at);
}
