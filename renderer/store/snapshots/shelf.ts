import type {Disk} from '#core/journal/disk.ts';
import type {ShopKind} from '#core/journal/marker.ts';
import type {Fault} from '#core/faults.ts';
import {assert} from '#core/lib/assert.ts';
import {fail} from '#core/lib/result.ts';
import type {Manifest} from '#core/snapshot/manifest.ts';
import {Refusal} from '#core/snapshot/refusal.ts';
import {lettingGo} from '#core/snapshot/retention.ts';
import {freeName, nameOfFile} from '#core/snapshot/snapshot-name.ts';
import type {DayBreak} from '#core/time/business-day.ts';
import {type OpenSnapshot, SealedSnapshot} from './read-snapshot.ts';
import {type Label, decodeLabel, encodeLabel} from './shelf-label.ts';
import type {Secret} from './snapshot-cipher.ts';
import {sinkOnDisk, sourceOnDisk} from './snapshot-source.ts';
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

/** While it is taken a snapshot tells its own progress up to here; the rest is reading it back. */
const takenShare = 0.8;

/** What a snapshot leaves free: a disk that is full to the brim can cost the browser its own store. */
const reserveBytes = 256 * 2 ** 20;

/**
 * The snapshots of one shop on a disk, `<kind>/snapshots/<name>.tws`. Beside one that was read back whole lies a label,
 * `<name>.ok`; without it a file is unfinished. Only the writer of a profile calls `keep`, `sweep` and `thin`: two at once would take each
 * other's work for that of a killed desk.
 */
export class Shelf {
  readonly #disk: Disk;
  readonly #kind: ShopKind;
  readonly #folder: string;

  constructor(disk: Disk, kind: ShopKind) {
    this.#disk = disk;
    this.#kind = kind;
    this.#folder = `${kind}/snapshots`;
  }

  /** Takes a snapshot, reads it back and labels it. Refused, stopped or without room, it leaves the shelf as it was. */
  async keep(subject: Subject, {tell, signal}: Watch): Promise<Outcome<ShelvedSnapshot>> {
    assert(subject.kind === this.#kind, 'each shop has a shelf of its own');
    const shelved = await this.list();
    const free = (await this.#disk.freeBytes()) ?? Infinity;
    // As large as the last one, as far as anybody can tell.
    if (free < reserveBytes + (shelved[0]?.bytes ?? 0)) return fail('backups.disk_full');
    const name = freeName(subject.madeAt, new Set(shelved.map((one) => one.name)));
    const work = async (): Promise<ShelvedSnapshot> => {
      const sink = sinkOnDisk(this.#disk, this.#file(name));
      const stopping = signal ? {signal} : {};
      await takeSnapshot(subject, sink, {...stopping, tell: (done) => tell?.(done * takenShare)});
      const bytes = await sink.end();
      const back = await SealedSnapshot.open(sourceOnDisk(this.#disk, this.#file(name), bytes));
      await back.verify({...stopping, tell: (done) => tell?.(takenShare + done * (1 - takenShare))});
      // Whether its key opens it is asked now, not on the day on which it is needed.
      await back.unlock(subject.secret);
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

  /** Reads the newest, and if it is damaged the one before, and so on. A secret of another shop is refused. */
  async newestWhole(secret: Secret, watch: Watch): Promise<Outcome<NewestWhole>> {
    const work = async (): Promise<NewestWhole> => {
      const damaged: string[] = [];
      for (const shelved of await this.list()) {
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

  /** Lets go what the rule of `lettingGo` no longer keeps; only those that were read back whole count. */
  async thin(dayBreak: DayBreak, budget?: number): Promise<readonly string[]> {
    const whole = (await this.list()).filter(({verified}) => verified);
    const going = lettingGo(whole, dayBreak, budget);
    for (const name of going) await this.#remove(name);
    return going;
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
