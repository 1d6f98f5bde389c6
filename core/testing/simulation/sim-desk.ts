import {type Entry, type Position, beginning} from '../../journal/entry.ts';
import {assert, must} from '../../lib/assert.ts';
import {Applier} from '../../sync/applier.ts';
import type {LogPlace} from '../../sync/group.ts';
import {JustAppended} from '../../sync/just-appended.ts';
import {type OwnLine, adoptLines, lineBegun} from '../../sync/lines.ts';
import {Replica, entryBehind, headOf, journalledOf} from '../../sync/replica.ts';
import {SyncSession} from '../../sync/session.ts';
import type {PackPage} from '../../sync/page.ts';
import type {OutboxRow} from '../../sync/store.ts';
import {BreakableStore, type Fate} from './breakable.ts';
import {type Counts, countsIn} from './checker.ts';
import type {DeskDatabase} from './databases.ts';
import {type Application, applications} from './facts.ts';
import {simName} from './names.ts';

/** All that outlives the process of a desk. */
export interface Disk {
  readonly database: DeskDatabase;
  readonly journal: readonly Entry[];
  readonly marker: readonly OwnLine[];
  /** How many mutations of which acts are or were in the store. */
  readonly tokens: Counts;
  readonly application: Application;
}

interface Process {
  readonly store: BreakableStore;
  readonly fate: Fate;
  readonly windows: readonly Replica[];
  /** One of the windows talks with the master. Another takes over where the first is frozen, which goes on when it thaws. */
  readonly sessions: readonly SyncSession[];
}

export const pack: PackPage = (_table, rows) => ({rows});

/** One desk: a disk, and the process that works on it until it is killed. */
export class SimDesk {
  readonly name: string;
  /** How wrong its clock is. */
  readonly offsetMs: number;
  application: Application;
  /** What waits was done by another application than runs here now: it need not come out the same until it is decided. */
  isMixed = false;
  /** What of it still goes through: up to the master, and down from it. */
  readonly cut = {up: false, down: false};
  /** Grows with each process: what was meant for an older one reaches nobody. */
  life = 0;
  /** A copy of its store as it was once, for rebuilding, and of its whole disk. */
  snapshot: Disk | undefined;
  #disk: Disk;
  #process: Process;
  #leader = 0;
  #names = 0;

  constructor(name: string, disk: Disk, offsetMs: number) {
    this.name = name;
    this.offsetMs = offsetMs;
    this.application = disk.application;
    this.#disk = disk;
    this.#process = this.#begin();
  }

  get disk(): Disk {
    return this.#disk;
  }

  get process(): Process {
    return this.#process;
  }

  get session(): SyncSession {
    return must(this.#process.sessions[this.#leader], 'a window that leads');
  }

  /** The other window talks with the master from here on. */
  lead(): void {
    this.#leader = 1 - this.#leader;
  }

  get savedN(): number {
    return this.#disk.journal.at(-1)?.n ?? 0;
  }

  /** A copy of everything that outlives it. */
  async copy(): Promise<Disk> {
    return {...this.#disk, database: await this.#disk.database.copy()};
  }

  /** Stands up again over what is on its disk, or over another one that was put in its place. */
  async restart(disk: Disk = this.#disk): Promise<void> {
    this.isMixed ||= disk.application !== this.application;
    this.#disk = {...disk, application: this.application};
    await adoptLines(disk.database.open(), disk.marker);
    this.#process = this.#begin();
  }

  /**
   * Its store is lost: it is built anew from an older copy and the journal, as another incarnation. Of a torn journal the
   * last entries are lost too.
   */
  async rebuild(copy: Disk, torn: number): Promise<void> {
    const {marker} = this.#disk;
    const database = await copy.database.copy();
    const store = database.open();
    const head = await store.read(headOf);
    const left = this.#disk.journal.slice(0, this.#disk.journal.length - torn);
    // One that ends before the copy has had its day: another begins where that ends.
    const journal = (left.at(-1)?.n ?? 0) < head.n ? copy.journal : left;
    const behind = journal.filter(({n}) => n > head.n);
    await adoptLines(store, marker);
    const replica = new Replica(store, applications[this.application], {pack});
    await replica.replay(behind.map(journalledOf), () => undefined);
    const from = Math.max(head.n, journal.at(-1)?.n ?? 0);
    const lines = lineBegun(marker, {inc: this.newName(), from});
    await this.restart({
      database,
      journal,
      marker: lines,
      tokens: countsIn(behind, copy.tokens),
      application: copy.application,
    });
  }

  /** Brings the journal up to what the store has, or a part of the way; answers what was saved. */
  async save(most: number): Promise<readonly Entry[]> {
    const {journal} = this.#disk;
    const rows = await this.#process.store.read((tx) => tx.outbox(this.savedN, most));
    const entries: Entry[] = [];
    for (const row of rows) {
      const before = entries.at(-1) ?? journal.at(-1) ?? beginning;
      const entry = entryBehind(before, row);
      assert(entry.hash === row.hash, 'the outbox tells what was committed');
      entries.push({n: entry.n, hash: entry.hash, bytes: entry.bytes});
    }
    this.#disk = {...this.#disk, journal: [...journal, ...entries]};
    return entries;
  }

  learn(token: string, count: number): void {
    this.#disk = {...this.#disk, tokens: new Map([...this.#disk.tokens, [token, count]])};
  }

  newName(): string {
    this.#names += 1;
    return simName(this.name, 'line', this.#names);
  }

  async place(): Promise<{
    readonly place: LogPlace;
    readonly decided: Position;
    readonly waiting: readonly OutboxRow[];
  }> {
    return this.#process.store.read(async (tx) => {
      const decided = must(await tx.meta('decided'), 'what is decided');
      return {place: must(await tx.meta('place'), 'a place'), decided, waiting: await tx.outbox(decided.n, 10_000)};
    });
  }

  #begin(): Process {
    this.life += 1;
    const fate: Fate = {};
    const stores = [this.#open(fate), this.#open(fate)] as const;
    const [store] = stores;
    const mutators = applications[this.application];
    const known = stores.map((one) => ({store: one, appended: new JustAppended()}));
    const windows = known.map(({store: one, appended}) => new Replica(one, mutators, {pack, appended}));
    const keep = async (lines: readonly OwnLine[]): Promise<void> => {
      this.#disk = {...this.#disk, marker: lines};
    };
    const sessions = known.map(({store: one, appended}) => {
      const applier = new Applier(one, mutators, {pack, appended, savedN: () => this.savedN});
      return new SyncSession({store: one, applier, appended, keep, newName: () => this.newName()});
    });
    return {store, fate, windows, sessions};
  }

  #open(fate: Fate): BreakableStore {
    return new BreakableStore(this.#disk.database.open(), fate);
  }
}
