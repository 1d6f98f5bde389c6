import {importDays} from '#core/intake/import-days.ts';
import {beginImport, endImport, importOrders, rememberChoice} from '#core/intake/mutators.ts';
import {type ImportId, daysPerStep, ordersPerStep} from '#core/intake/schema.ts';
import {type Result, ok} from '#core/lib/result.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import type {Instant} from '#core/time/instant.ts';
import type {Shop} from '../shop.ts';
import {importFileOf, memoryOf} from './import-facts.ts';
import {whileKeeping} from './import-lock.ts';
import {keepFiles, stayInBudget} from './keep-files.ts';
import type {ReaderClient} from './reader-client.ts';
import {type SealedStep, Told, sealStep} from './seal-step.ts';
import type {SessionFile} from './session-file.ts';
import type {Decisions, SessionOrder, SessionPlan} from './session-plan.ts';
import {undoImport} from './undo-import.ts';

export interface Accepted {
  readonly shop: Shop;
  readonly reader: ReaderClient;
  readonly plan: SessionPlan;
  readonly files: readonly SessionFile[];
  readonly decisions: Decisions;
  readonly importId: ImportId;
  readonly now: () => Instant;
  readonly signal: AbortSignal;
  readonly progress: (doneOrders: number, total: number) => void;
}

/**
 * Keeps an import: the bytes of its files, its orders step by step, rates, and what was chosen. Stopped or refused in the
 * middle, everything that was written is taken back; killed in the middle, its row says so (`keeping`) at the next start.
 */
export function keepImport(accepted: Accepted): Promise<Result<'kept' | 'cancelled'>> {
  return whileKeeping(async () => {
    const {shop, importId, now} = accepted;
    const added: string[] = [];
    const takeBack = async (): Promise<void> => {
      await undoImport(shop, {importId, at: now(), status: 'cancelled'});
      for (const fileId of added) await shop.files.letGo(fileId);
    };
    try {
      const ended = await keepAll(accepted, added);
      if (!ended.ok || ended.value === 'cancelled') await takeBack();
      return ended;
    } catch (error) {
      await takeBack();
      throw error;
    }
  });
}

async function keepAll(accepted: Accepted, added: string[]): Promise<Result<'kept' | 'cancelled'>> {
  const {shop, plan, files, importId, signal, now} = accepted;
  const rows = files.map((file) => importFileOf(file, plan.files.get(file.key)));
  const begun = await mutate(accepted, [callOf(beginImport, {importId, files: rows, counts: plan.counts})]);
  if (!begun.ok) return begun;

  const {reader} = accepted;
  const keptFiles = await keepFiles(files, {files: shop.files, reader, importId, at: now(), signal});
  if (keptFiles === 'cancelled') return ok('cancelled');
  if (!keptFiles.ok) return keptFiles;
  added.push(...keptFiles.value);

  const orders = await keepOrders(accepted);
  if (!orders.ok) return orders;
  const days = await keepDays(accepted, orders.value);
  if (!days.ok) return days;
  if (signal.aborted) return ok('cancelled');

  const remembered = files.flatMap((file) => memoryOf(file) ?? []).map((memory) => callOf(rememberChoice, memory));
  const ended = await mutate(accepted, [...remembered, callOf(endImport, {importId, status: 'kept'})]);
  if (!ended.ok) return ended;
  await stayInBudget(shop.files, files);
  return ok('kept');
}

/** Answers with the number of steps that were written. */
async function keepOrders(accepted: Accepted): Promise<Result<number>> {
  const {plan, importId, signal, progress, decisions, shop} = accepted;
  const orders = plan.orders.filter(({isSettled}) => !isSettled);
  const within = {importId, vault: shop.vault, told: new Told()};
  const sealed = (from: number): Promise<SealedStep> =>
    sealStep(
      orders.slice(from, from + ordersPerStep).map((order) => ({order, decided: decidedFor(order, decisions)})),
      within,
    );
  let step = 0;
  // While one step is written the next is sealed.
  let coming = sealed(0);
  for (let from = 0; from < orders.length && !signal.aborted; from += ordersPerStep) {
    const ready = await coming;
    coming = sealed(from + ordersPerStep);
    if (ready.orders.length > 0) {
      const written = await mutate(accepted, [callOf(importOrders, {importId, step, ...ready})], {more: true});
      if (!written.ok) return written;
      step += 1;
    }
    progress(Math.min(from + ordersPerStep, orders.length), orders.length);
  }
  await coming;
  return ok(step);
}

function decidedFor({orderId}: SessionOrder, decisions: Decisions): ReturnType<Decisions['get']> & object {
  return decisions.get(orderId) ?? {};
}

async function keepDays(accepted: Accepted, firstStep: number): Promise<Result<null>> {
  const days = accepted.files.flatMap(({reading}) => reading?.rateDays ?? []);
  const {importId, signal} = accepted;
  let step = firstStep;
  for (let from = 0; from < days.length && !signal.aborted; from += daysPerStep) {
    const some = days.slice(from, from + daysPerStep);
    const written = await mutate(accepted, [callOf(importDays, {importId, step, days: some})], {more: true});
    if (!written.ok) return written;
    step += 1;
  }
  return ok(null);
}

/** Runs calls that must all be done. */
async function mutate(
  {shop, importId, now}: Accepted,
  calls: readonly Call[],
  how: {readonly more?: boolean} = {},
): Promise<Result<null>> {
  const outcomes = await shop.engine.mutate(calls, {at: now(), batch: importId, ...how});
  return outcomes.find((outcome) => !outcome.ok) ?? ok(null);
}
