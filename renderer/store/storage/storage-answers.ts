import type {Fault} from '#core/faults.ts';
import {must} from '#core/lib/assert.ts';
import {type Result, fail} from '#core/lib/result.ts';
import {nearestWords, readPhrase} from '#core/snapshot/recovery-phrase.ts';
import type {
  BackupInside,
  Restored,
  StorageCallName,
  StorageCalls,
  StorageFacts,
  StorageWork,
} from '#core/storage/messages.ts';
import {snapshotName} from '#core/snapshot/snapshot-name.ts';
import type {Instant} from '#core/time/instant.ts';
import {subjectOf} from '../safety/snapshot-round.ts';
import type {Shop} from '../shop.ts';
import type {Shops} from '../shops.ts';
import {backUp, backupEnding, inspectBackup, newPhrase, openBackup} from '../snapshots/backup-file.ts';
import type {Outcome as Ending, Watch} from '../snapshots/watch.ts';
import {BlobSink} from './blob-sink.ts';
import {diskFaultOf} from './disk-faults.ts';
import {goBackTo, restoreFrom} from './restoring.ts';
import type {Estimate, SpaceWatch} from './space-watch.ts';
import {outsideFacts} from './storage-facts.ts';

type Outcome<T> = {readonly answer: T} | {readonly fault: Fault};
export type StorageAnswers = {
  readonly [N in StorageCallName]: (args: StorageCalls[N]['args']) => Promise<Outcome<StorageCalls[N]['answer']>>;
};

export interface StorageHost {
  readonly shops: Shops;
  readonly space: SpaceWatch;
  readonly estimate: () => Promise<Estimate | undefined>;
  readonly now: () => Instant;
  readonly tell: (work: StorageWork | null) => void;
  /** Another store may stand in the place of the one that was open. */
  readonly replaced: () => void;
}

const noShop = {fault: {code: 'store.closed', values: {}}} as const;
const nothing = {answer: null} as const;
/** A progress bar shows no finer steps. */
const steps = 200;

/** What one window asks about the safety of data, and the long work it may begin: one at a time. */
export class Storage {
  readonly #host: StorageHost;
  #stopping: AbortController | undefined;

  constructor(host: StorageHost) {
    this.#host = host;
  }

  readonly answers: StorageAnswers = {
    'storage.look': async () =>
      this.#with(async (shop) => {
        try {
          return {answer: await this.#facts(shop)};
        } catch (error) {
          const fault = diskFaultOf(error);
          if (!fault) throw error;
          return {fault};
        }
      }),
    'storage.snapshot': async () =>
      this.#with(async ({safety}) =>
        outcomeOf(await this.#work('snapshot', async () => safety?.takeSnapshot() ?? fail('store.no_outside'))),
      ),
    'storage.phrase': async ({language}) => {
      return {answer: newPhrase(language).split(/\s+/u)};
    },
    'storage.readPhrase': async ({typed}) => {
      const read = readPhrase(typed);
      if (read.ok) return {answer: {near: []}};
      const {position} = read.fault.values;
      return {answer: {fault: read.fault, near: typeof position === 'number' ? nearestWords(typed, position) : []}};
    },
    'storage.backUp': async ({phrase}) =>
      this.#with(async (shop) => outcomeOf(await this.#work('backUp', (watch) => this.#backUp(shop, phrase, watch)))),
    'storage.inspect': async ({file}) =>
      outcomeOf(await this.#work('inspect', async (watch) => insideOf(await inspectBackup(file, watch)))),
    'storage.restore': async ({file, phrase}) =>
      this.#restored(async (watch) => {
        const opened = await openBackup(file, phrase, watch);
        if (opened === 'cancelled' || !opened.ok) return opened;
        return restoreFrom(opened.value, {shops: this.#host.shops, now: this.#host.now()}, watch);
      }),
    'storage.goBack': async ({name}) =>
      this.#with(async ({facts}) =>
        this.#restored(async (watch) =>
          goBackTo(name, {kind: facts.kind, shops: this.#host.shops, now: this.#host.now()}, watch),
        ),
      ),
    'storage.cancel': async () => {
      this.#stopping?.abort();
      return nothing;
    },
  };

  async #facts(shop: Shop): Promise<StorageFacts> {
    const [outside, told] = [await this.#host.shops.outside, await this.#host.estimate()];
    const databaseBytes = told?.usageDetails?.indexedDB ?? (outside ? undefined : told?.usage);
    const files = await shop.files.list();
    const {kind} = shop.facts;
    return {
      shop: kind,
      ...(databaseBytes !== undefined && {databaseBytes}),
      files: {count: files.length, bytes: files.reduce((sum, {bytesKept}) => sum + bytesKept, 0)},
      ...(outside && {outside: await outsideFacts(outside.disk, kind)}),
      space: await this.#host.space.look(),
    };
  }

  async #backUp(
    shop: Shop,
    phrase: string,
    watch: Watch,
  ): Promise<Ending<{readonly file: Blob; readonly name: string}>> {
    const {now} = this.#host;
    const {kind} = shop.facts;
    const sink = new BlobSink();
    const {secret: _, ...subject} = await subjectOf(kind, shop.store, now());
    const written = await backUp(subject, phrase, sink, watch);
    if (written === 'cancelled' || !written.ok) return written;

    const file = sink.file();
    // Read back before anybody relies on it.
    const inspected = await inspectBackup(file, watch.signal ? {signal: watch.signal} : {});
    if (inspected === 'cancelled' || !inspected.ok) return inspected;
    return {ok: true, value: {file, name: `tradewind-${kind}-${snapshotName(written.value.madeAt)}${backupEnding}`}};
  }

  async #restored(work: (watch: Watch) => Promise<Ending<Restored>>): Promise<Outcome<Restored | 'cancelled'>> {
    const outcome = await this.#work('restore', work);
    if (outcome !== 'cancelled' && outcome.ok) this.#host.replaced();
    return outcomeOf(outcome);
  }

  /** One long work of this window; telling how far it is. */
  async #work<T>(kind: StorageWork['kind'], work: (watch: Watch) => Promise<Ending<T>>): Promise<Ending<T>> {
    if (this.#stopping) return fail('backups.busy');
    const stopping = new AbortController();
    this.#stopping = stopping;
    let told = -1;
    const tell = (done: number): void => {
      const step = Math.floor(done * steps);
      if (step === told) return;
      told = step;
      this.#host.tell({kind, done: step / steps});
    };
    try {
      tell(0);
      return await work({tell, signal: stopping.signal});
    } catch (error) {
      const fault = diskFaultOf(error);
      if (!fault) throw error;
      return {ok: false, fault};
    } finally {
      this.#stopping = undefined;
      this.#host.tell(null);
    }
  }

  async #with<T>(answer: (shop: Shop) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const shop = this.#host.shops.current;
    return shop ? answer(shop) : noShop;
  }
}

function insideOf(found: Awaited<ReturnType<typeof inspectBackup>>): Ending<BackupInside> {
  if (found === 'cancelled' || !found.ok) return found;
  const {shop, madeAt, bytes, n} = found.value;
  return {ok: true, value: {shop, madeAt, bytes, changes: n}};
}

function outcomeOf<T>(ending: Result<T> | 'cancelled'): Outcome<T | 'cancelled'> {
  if (ending === 'cancelled') return {answer: 'cancelled'};
  return ending.ok ? {answer: must(ending.value, 'an answer')} : {fault: ending.fault};
}
