import type {i18n} from 'i18next';
import type {Fault} from '#core/faults.ts';
import {unreachable} from '#core/lib/assert.ts';
import {type Result, ok} from '#core/lib/result.ts';
import {idFromName} from '#core/lib/id.ts';
import type {Mood} from '#core/shipping/packing-bench/said.ts';
import type {BenchEvent, Effect, Package} from '#core/shipping/packing-bench/bench.ts';
import {type Shelf, lookUp} from '#core/shipping/packing-bench/look-up.ts';
import {resumed} from '#core/shipping/packing-bench/package-steps.ts';
import {step} from '#core/shipping/packing-bench/step.ts';
import {labelUsed} from '#core/shipping/bought/mutators.ts';
import {labelReprinted, parcelLabelled} from '#core/shipping/packing/mutators.ts';
import type {PrintJobId} from '#core/printing/print-job.ts';
import type {PackedLine, ParcelId} from '#core/shipping/packing/schema.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {newId} from '../../app/data/new-id.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import type {LabelReader} from '../../app/labels/label-reader.ts';
import type {DocumentClient} from '../../app/printing/document-client.ts';
import {usePrinting} from '../../app/printing/print-store.ts';
import {setBench, useBench} from './bench-view.ts';
import {LabelAhead} from './label-ahead.ts';
import type {LabelPlan, MadeLabel, Making} from './make-label.ts';
import {leaveHand, usedCalls} from './number-in-hand.ts';
import {outletOf, printAgain, printLabel, settleJob} from './label-printer.ts';
import {shelfOf} from './shelf.ts';

export interface BenchPorts {
  readonly data: DataClient;
  readonly make: DocumentClient['make'];
  /** Makes a label that was bought elsewhere. */
  readonly makeBought: LabelReader['make'];
  readonly words: i18n;
  readonly play: (sound: Exclude<Mood, 'note'>) => void;
  /** Opens the system's print window with one label; ends when that is closed. */
  readonly printBySystem: (pdf: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Something that was to be done beside the bench could not be. */
  readonly say: (fault: Fault) => void;
}

const labelFailed: Fault = {code: 'shipping.label_failed', values: {}};

/** The bench at work: takes events one by one, and does what each brings about, one after the other. */
export class BenchDesk {
  readonly #ports: BenchPorts;
  readonly #shelf: Shelf;
  readonly #ahead: LabelAhead;
  /** What has to be stored of a package with its label, or before it. */
  #owed: {readonly parcelId: ParcelId; readonly calls: readonly Call[]} | undefined;
  #waiting: readonly BenchEvent[] = [];
  #work: Promise<void> = Promise.resolve();

  constructor(ports: BenchPorts) {
    this.#ports = ports;
    this.#shelf = shelfOf(ports.data);
    this.#ahead = new LabelAhead(ports);
  }

  /** Goes on with what stands on the bench, until the returned function is called. */
  begin(): () => void {
    for (const effect of resumed(useBench.getState().bench)) this.#begin(effect);
    return () => this.#ahead.forget();
  }

  hear(event: BenchEvent): void {
    this.#waiting = [...this.#waiting, event];
    for (let next = this.#next(); next; next = this.#next()) {
      const {bench, effects} = step(useBench.getState().bench, next, newId('parcel'));
      // Before the screen is drawn anew: what is asked of others is done meanwhile.
      for (const effect of effects) this.#begin(effect);
      setBench(bench);
      if (bench.stage.at === 'idle') this.#ahead.forget();
    }
  }

  /** What was scanned while the store is asked for the scan before has to wait for the answer. */
  #next(): BenchEvent | undefined {
    const isLooking = useBench.getState().bench.stage.at === 'looking';
    const next = this.#waiting.find(({what}) => !isLooking || (what !== 'scan' && what !== 'piece'));
    this.#waiting = this.#waiting.filter((event) => event !== next);
    return next;
  }

  #begin(effect: Effect): void {
    if (effect.does === 'sound') this.#ports.play(effect.sound);
    else this.#work = this.#work.then(() => this.#do(effect));
  }

  async #do(effect: Exclude<Effect, {does: 'sound'}>): Promise<void> {
    switch (effect.does) {
      case 'look':
        return this.hear({what: 'found', found: await lookUp(this.#shelf, effect.scan)});
      case 'tell':
        return this.#tell(effect.calls);
      case 'prepare':
        return this.#ahead.prepare(effect.pack.order.order.id, () => makingOf(effect.pack, effect.lines));
      case 'label':
        return this.#label(effect);
      case 'reprint':
        return this.#reprint(effect.pack);
      case 'settle':
        return settleJob(effect.parcelId, effect.outcome);
      default:
        return unreachable(effect);
    }
  }

  async #tell(calls: readonly Call[]): Promise<void> {
    for (const outcome of await this.#ports.data.mutateAll(calls)) if (!outcome.ok) this.#ports.say(outcome.fault);
  }

  /** Tells; answers why the store would not have it. */
  async #refused(calls: readonly Call[]): Promise<Fault | undefined> {
    if (calls.length === 0) return undefined;
    const refused = (await this.#ports.data.mutateUrgently(calls)).find((outcome) => !outcome.ok);
    return refused?.ok === false ? refused.fault : undefined;
  }

  /** What was done before is not done twice: the number stays, and the print job has a name that only this label has. */
  async #label({pack, lines, calls}: Extract<Effect, {does: 'label'}>): Promise<void> {
    const {parcelId} = pack;
    const unmade = (fault: Fault) => this.hear({what: 'unlabelled', parcelId, fault});
    const owed = [...(this.#owed?.parcelId === parcelId ? this.#owed.calls : []), ...calls];
    this.#owed = {parcelId, calls: owed};
    const plan = await this.#ahead.plan(pack.order.order.id, makingOf(pack, lines));
    if (!plan) return unmade(labelFailed);
    // A label that takes its time to be made keeps nobody from knowing what is packed.
    const isReady = this.#ahead.has(plan);
    const refused = isReady ? undefined : await this.#refused(owed);
    if (refused) return unmade(refused);
    if (!isReady) this.#owed = undefined;
    const made = await this.#made(plan);
    if (!made.ok) return unmade(made.fault);
    const {outlet, codes, parcel, tracking, bought} = made.value;
    const id = parcel?.printJobId ?? bought?.jobId ?? idFromName('printJob', parcelId, '1');
    const wasLabelled = parcel?.status === 'labelled';
    if (!wasLabelled) {
      // Nothing leaves of which the store does not know: its number would be on another label.
      const untold = await this.#refused([
        ...(isReady ? owed : []),
        callOf(parcelLabelled, {parcelId, printJobId: id, ...(tracking && {tracking})}),
        ...(bought ? [callOf(labelUsed, {labelId: bought.labelId, parcelId})] : usedCalls(tracking)),
      ]);
      if (untold) return unmade(untold);
      this.#owed = undefined;
      leaveHand(tracking);
    }
    // The system's print window has no memory: a label that was made before is printed again only when somebody asks.
    if (outlet.to === 'printer' || !(wasLabelled || bought?.isPrinted === true)) {
      const printed = await this.#print(made.value, {id, about: parcelId});
      if (!printed.ok) return unmade(printed.fault);
    }
    this.hear({what: 'labelled', parcelId, codes});
  }

  async #reprint(pack: Package): Promise<void> {
    const {parcelId, order} = pack;
    const lines = order.parcels.find(({id}) => id === parcelId)?.lines ?? [];
    const plan = await this.#ahead.plan(order.order.id, makingOf(pack, lines));
    if (!plan) return this.#ports.say(labelFailed);
    const made = await this.#made(plan);
    if (!made.ok) return this.#ports.say(made.fault);
    const again = await printAgain(parcelId);
    const printed = again ?? (await this.#print(made.value, {id: newId('printJob'), about: parcelId}));
    if (!printed.ok) return this.#ports.say(printed.fault);
    await this.#tell([callOf(labelReprinted, {parcelId, printJobId: printed.value})]);
  }

  async #print(
    {outlet, bytes, title}: MadeLabel,
    {id, about}: {readonly id: PrintJobId; readonly about: ParcelId},
  ): Promise<Result<PrintJobId>> {
    if (outlet.to === 'system') await this.#ports.printBySystem(bytes);
    else {
      const printed = await printLabel(outlet.printer, {id, about, title, bytes});
      if (!printed.ok) return printed;
    }
    return ok(id);
  }

  async #made(plan: LabelPlan): Promise<Result<MadeLabel>> {
    try {
      return await this.#ahead.take(plan);
    } catch {
      // The worker that makes labels crashed or hung; it is started anew with the next.
      return {ok: false, fault: labelFailed};
    }
  }
}

function makingOf(pack: Package, lines: readonly PackedLine[]): Making {
  return {pack, lines, outlet: outletOf(usePrinting.getState().desk)};
}
