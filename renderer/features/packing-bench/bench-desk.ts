import type {i18n} from 'i18next';
import type {Fault} from '#core/faults.ts';
import {unreachable} from '#core/lib/assert.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {idFromName} from '#core/lib/id.ts';
import type {Mood} from '#core/shipping/packing-bench/said.ts';
import type {BenchEvent, Effect, Package} from '#core/shipping/packing-bench/bench.ts';
import {type Shelf, lookUp} from '#core/shipping/packing-bench/look-up.ts';
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
import {useBench} from './bench-view.ts';
import {type MadeLabel, makeLabel} from './make-label.ts';
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

/** The bench at work: takes events one by one, and does what each brings about, one after the other. */
export class BenchDesk {
  readonly #ports: BenchPorts;
  readonly #shelf: Shelf;
  #waiting: readonly BenchEvent[] = [];
  #work: Promise<void> = Promise.resolve();

  constructor(ports: BenchPorts) {
    this.#ports = ports;
    this.#shelf = shelfOf(ports.data);
  }

  hear(event: BenchEvent): void {
    this.#waiting = [...this.#waiting, event];
    for (let next = this.#next(); next; next = this.#next()) {
      const {bench, effects} = step(useBench.getState().bench, next, newId('parcel'));
      useBench.setState({bench});
      for (const effect of effects) this.#begin(effect);
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
      case 'label':
        return this.#label(effect.pack, effect.lines);
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

  /** What was done before is not done twice: the number stays, and the print job has a name that only this label has. */
  async #label(pack: Package, lines: readonly PackedLine[]): Promise<void> {
    const {parcelId} = pack;
    const made = await this.#make(pack, lines);
    if (!made.ok) return this.hear({what: 'unlabelled', parcelId, fault: made.fault});
    const {outlet, codes, parcel, tracking, bought} = made.value;
    const id = parcel?.printJobId ?? bought?.jobId ?? idFromName('printJob', parcelId, '1');
    const wasLabelled = parcel?.status === 'labelled';
    if (!wasLabelled) {
      const used = bought ? [callOf(labelUsed, {labelId: bought.labelId, parcelId})] : [];
      await this.#tell([callOf(parcelLabelled, {parcelId, printJobId: id, ...(tracking && {tracking})}), ...used]);
    }
    // The system's print window has no memory: a label that was made before is printed again only when somebody asks.
    if (outlet.to === 'printer' || !(wasLabelled || bought?.isPrinted === true)) {
      const printed = await this.#print(made.value, {id, about: parcelId});
      if (!printed.ok) return this.hear({what: 'unlabelled', parcelId, fault: printed.fault});
    }
    this.hear({what: 'labelled', parcelId, codes});
  }

  async #reprint(pack: Package): Promise<void> {
    const {parcelId, order} = pack;
    const lines = order.parcels.find(({id}) => id === parcelId)?.lines ?? [];
    const made = await this.#make(pack, lines);
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

  async #make(pack: Package, lines: readonly PackedLine[]): Promise<Result<MadeLabel>> {
    const outlet = outletOf(usePrinting.getState().desk);
    try {
      return await makeLabel(this.#ports, {pack, lines, outlet});
    } catch {
      // The worker that makes labels crashed or hung; it is started anew with the next.
      return fail('shipping.label_failed');
    }
  }
}
