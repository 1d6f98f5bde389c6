import type {Disk} from '#core/journal/disk.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import type {Fault} from '#core/faults.ts';
import {assert} from '#core/lib/assert.ts';
import {fail} from '#core/lib/result.ts';
import type {Manifest} from '#core/snapshot/manifest.ts';
import {Refusal} from '#core/snapshot/refusal.ts';
import {budgetBytes, lettingGo} from '#core/snapshot/retention.ts';
import {freeName, nameOfFile} from '#core/snapshot/snapshot-name.ts';
import type {DayBreak} from '#core/time/business-day.ts';
import {type OpenSnapshot, SealedSnapshot} from './read-snapshot.ts';
import {type Label, decodeLabel, encodeLabel} from './shelf-label.ts';
import type {Secret} from './snapshot-cipher.ts';
import {type SnapshotSink, sinkOnDisk, sourceOnDisk} from './snapshot-source.ts';
import {type Subject, takeSnapshot} from './take-snapshot.ts';
import {type Outcome, type Watch, outcomeOf} from './watch.ts';

/** A snapshot that lies on the shelf. */
export interface ShelvedSnapshot extends Label {
  readonly name: string;
  readonly bytes: number;
  /** Read back whole after it was written. Others do not count and go at the next start. */
  readonly verified: boolean;
}

/** The newest snapshot that is whole, and the names of those that should have come before it and are damaged. */
export interface NewestWhole {
  readonly newest: (ShelvedSnapshot & {readonly snapshot: OpenSnapshot}) | undefined;
  readonly damaged: readonly string[];
}

/** A snapshot and how it is written. */
export interface Written extends Pick<Subject, 'madeAt' | 'secret'> {
  readonly write: (sink: SnapshotSink, watch: Watch) => Promise<unknown>;
}

const copiedAtOnce = 4 * 1024 * 1024;

/** While it is taken a snapshot tells its own progress up to here; the rest is reading it back. */
const takenShare = 0.8;

/** What a snapshot leaves free: a disk that is full to the brim can cost the browser its own store. */
export const roomLeftBytes = 256 * 2 ** 20;

/**
 * The snapshots of one shop on a disk, `<kind>/snapshots/<name>.tws`. Beside one that was read back whole lies a label,
 * `<name>.ok`; without it a file is unfinished. Only the writer of a profile calls `keep`, `sweep` and `thin`: two at once would take each
 * other's work for that of a killed desk.
 */
export class Shelf {
  readonly #disk: Disk;
  readonly #kind: ShopKind;
  readonly #folder: string;

  /** `restoring` holds the one that is to stand in the place of a store. */
  constructor(disk: Disk, kind: ShopKind, part: 'snapshots' | 'restoring' = 'snapshots') {
    this.#disk = disk;
    this.#kind = kind;
    this.#folder = `${kind}/${part}`;
  }

  /** Takes a snapshot, reads it back and labels it. Refused, stopped or without room, it leaves the shelf as it was. */
  async keep(subject: Subject, watch: Watch): Promise<Outcome<ShelvedSnapshot>> {
    assert(subject.kind === this.#kind, 'each shop has a shelf of its own');
    return this.shelve({...subject, write: (sink, patient) => takeSnapshot(subject, sink, patient)}, watch);
  }

  /** The same for one that is written in another way. */
  async shelve({madeAt, secret, write}: Written, {tell, signal}: Watch): Promise<Outcome<ShelvedSnapshot>> {
    const shelved = await this.list();
    const free = (await this.#disk.freeBytes()) ?? Infinity;
    // As large as the last one, as far as anybody can tell.
    if (free < roomLeftBytes + (shelved[0]?.bytes ?? 0)) return fail('backups.disk_full');
    const name = freeName(madeAt, new Set(shelved.map((one) => one.name)));
    const work = async (): Promise<ShelvedSnapshot> => {
      const sink = sinkOnDisk(this.#disk, this.#file(name));
      const stopping = signal ? {signal} : {};
      await write(sink, {...stopping, tell: (done) => tell?.(done * takenShare)});
      const bytes = await sink.end();
      const back = await SealedSnapshot.open(sourceOnDisk(this.#disk, this.#file(name), bytes));
      await back.verify({...stopping, tell: (done) => tell?.(takenShare + done * (1 - takenShare))});
      // Whether its key opens it is asked now, not on the day on which it is needed.
      await back.unlock(secret);
      return this.#label(name, bytes, back.manifest);
    };
    return outcomeOf(work, {signal, undo: () => this.#remove(name)});
  }

  /** All that lie there, newest first. Damage since they were written is found by reading them: `newestWhole`. */
  async list(): Promise<readonly ShelvedSnapshot[]> {
    const found: ShelvedSnapshot[] = [];
    const files = await this.#disk.list(this.#folder);
    for (const {path, bytes} of files) {
      const name = nameOfFile(path.slice(this.#folder.length + 1));
      if (name === undefined) continue;
      const label = decodeLabel(await this.#disk.read(this.#labelFile(name)));
      const unknown = {madeAt: 0 as Label['madeAt'], n: 0, snapshotBytes: bytes};
      found.push({...(label ?? unknown), name, bytes, verified: label?.snapshotBytes === bytes});
    }
    return found.toSorted((a, b) => b.madeAt - a.madeAt || (a.name < b.name ? 1 : -1));
  }

  /**
   * Reads the newest, and if it is damaged the one before, and so on, down to `since`. A secret of another shop is refused.
   */
  async newestWhole(secret: Secret, watch: Watch, since = 0): Promise<Outcome<NewestWhole>> {
    const work = async (): Promise<NewestWhole> => {
      const damaged: string[] = [];
      for (const shelved of await this.list()) {
        if (shelved.verified && shelved.madeAt < since) continue;
        const snapshot = await this.#whole(shelved, secret, watch);
        if (snapshot) return {newest: {...shelved, snapshot}, damaged};
        damaged.push(shelved.name);
      }
      return {newest: undefined, damaged};
    };
    return outcomeOf(work, {signal: watch.signal});
  }

  /** At a start: what a killed desk left unfinished goes; a whole one that only lacks its label gets it. */
  async sweep(): Promise<{readonly removed: readonly string[]}> {
    const removed: string[] = [];
    const names = new Set<string>();
    for (const {name, bytes, verified} of await this.list()) {
      names.add(name);
      if (verified) continue;
      const outcome = await outcomeOf(async () => {
        const sealed = await SealedSnapshot.open(sourceOnDisk(this.#disk, this.#file(name), bytes));
        await sealed.verify({});
        return sealed.manifest;
      });
      if (outcome !== 'cancelled' && outcome.ok) await this.#label(name, bytes, outcome.value);
      else if (outcome !== 'cancelled' && isOfBytes(outcome.fault)) {
        await this.#remove(name);
        removed.push(name);
      }
    }
    for (const {path} of await this.#disk.list(this.#folder)) {
      const label = /([^/]+)\.ok$/.exec(path)?.[1];
      if (label !== undefined && !names.has(label)) await this.#disk.remove(path);
    }
    return {removed};
  }

  /** The snapshot of that name, read whole, under whichever of the secrets is its own; undefined where it is not there. */
  async open(name: string, secrets: readonly Secret[], watch: Watch): Promise<Outcome<OpenSnapshot | undefined>> {
    return outcomeOf(async () => {
      const shelved = (await this.list()).find((each) => each.name === name);
      if (!shelved) return undefined;
      const sealed = await SealedSnapshot.open(sourceOnDisk(this.#disk, this.#file(name), shelved.bytes));
      await sealed.verify(watch);
      for (const secret of secrets) {
        const opened = await outcomeOf(() => sealed.unlock(secret));
        if (opened !== 'cancelled' && opened.ok) return opened.value;
        if (opened !== 'cancelled' && opened.fault.code !== 'backups.other_shop') throw new Refusal(opened.fault.code);
      }
      throw new Refusal('backups.other_shop');
    }, watch);
  }

  /** Puts a copy of another shelf's snapshot on this one, under the same name; killed meanwhile, it is done again. */
  async copyFrom(other: Shelf, name: string, secret: Secret): Promise<Outcome<ShelvedSnapshot>> {
    const bytes = (await other.list()).find((each) => each.name === name)?.bytes ?? 0;
    return outcomeOf(async () => {
      const [source, sink] = [
        sourceOnDisk(this.#disk, other.#file(name), bytes),
        sinkOnDisk(this.#disk, this.#file(name)),
      ];
      for (let at = 0; at < bytes; at += copiedAtOnce)
        await sink.write(await source.read(at, Math.min(bytes, at + copiedAtOnce)));
      await sink.end();
      const back = await SealedSnapshot.open(sourceOnDisk(this.#disk, this.#file(name), bytes));
      await back.verify({});
      await back.unlock(secret);
      return this.#label(name, bytes, back.manifest);
    });
  }

  /** Everything goes but the one of that name. */
  async clear(but?: string): Promise<void> {
    const files = await this.#disk.list(this.#folder);
    for (const {path} of files) {
      if (but === undefined || path !== this.#file(but)) await this.#disk.remove(path);
    }
  }

  /**
   * Lets go what the rule of `lettingGo` no longer keeps; only those that were read back whole count. What stood here before
   * `since` is another matter and is thinned by itself, so that a restore can be taken back on the day of it.
   */
  async thin(dayBreak: DayBreak, budget: number = budgetBytes, since = 0): Promise<readonly string[]> {
    const whole = (await this.list()).filter(({verified}) => verified);
    const matters = [whole.filter(({madeAt}) => madeAt >= since), whole.filter(({madeAt}) => madeAt < since)];
    const going = matters.flatMap((matter) => lettingGo(matter, dayBreak, budget));
    for (const name of going) await this.#remove(name);
    return going;
  }

  async remove(name: string): Promise<void> {
    await this.#remove(name);
  }

  async #whole({name, bytes}: ShelvedSnapshot, secret: Secret, watch: Watch): Promise<OpenSnapshot | undefined> {
    try {
      const sealed = await SealedSnapshot.open(sourceOnDisk(this.#disk, this.#file(name), bytes));
      await sealed.verify(watch);
      return await sealed.unlock(secret);
    } catch (error) {
      if (error instanceof Refusal && isOfBytes(error.fault)) return undefined;
      throw error;
    }
  }

  async #label(name: string, bytes: number, {madeAt, n}: Manifest): Promise<ShelvedSnapshot> {
    const label = {madeAt, n, snapshotBytes: bytes};
    await this.#disk.replace(this.#labelFile(name), encodeLabel(label));
    return {...label, name, bytes, verified: true};
  }

  /** The file first: a label without one is nothing. */
  async #remove(name: string): Promise<void> {
    await this.#disk.remove(this.#file(name));
    await this.#disk.remove(this.#labelFile(name));
  }

  #file(name: string): string {
    return `${this.#folder}/${name}.tws`;
  }

  #labelFile(name: string): string {
    return `${this.#folder}/${name}.ok`;
  }
}

/** The bytes are at fault, not the secret and not the age of this Tradewind. */
function isOfBytes({code}: Fault): boolean {
  return code === 'backups.damaged' || code === 'backups.not_a_backup';
}
