import {type Dice, dice} from '../../lib/dice.ts';
import {must} from '../../lib/assert.ts';
import {check} from '../../lib/shape.ts';
import {beginning} from '../../journal/entry.ts';
import type {Row} from '../../schema.ts';
import type {Call} from '../../sync/define.ts';
import {Applier} from '../../sync/applier.ts';
import type {Group, LogPlace} from '../../sync/group.ts';
import {Master} from '../../sync/master.ts';
import {FrameReader, type Push, decodePush, encodeFrame, encodePush, pushAnswer} from '../../sync/protocol.ts';
import type {Instant} from '../../time/instant.ts';
import {monday} from '../given.ts';
import {BreakableMaster, Killed, Refused} from './breakable.ts';
import {Checker, type Counts, countsIn, promise} from './checker.ts';
import type {Databases, DeskDatabase, MasterDatabase} from './databases.ts';
import {type Application, applications} from './facts.ts';
import {simName} from './names.ts';
import {type Rows, differenceOf} from './reference.ts';
import {SimDesk, pack} from './sim-desk.ts';
import {deed, firstRows} from './workload.ts';

const twoDaysMs = 172_800_000;
const bytesPerPull = 60_000;

/** A request on its way up, or what was said to it on its way down. */
export interface Message {
  readonly desk: SimDesk;
  readonly life: number;
  readonly way: 'up' | 'down';
  readonly about: 'push' | 'pull';
  readonly text: string;
  /** What an answer answers. */
  readonly push?: Push;
}

/** A shop, its desks, its master and the network between them. Every step is done to its end before the next begins. */
export class World {
  readonly desks: SimDesk[] = [];
  readonly master: BreakableMaster;
  readonly checker: Checker;
  readonly trace: string[] = [];
  readonly isCalm: boolean;
  network: Message[] = [];
  readonly #database: MasterDatabase;
  #decider: Master;
  #nowMs: number = monday;
  #acts = 0;
  readonly #undos = new Map<SimDesk, Call[]>();

  private constructor(
    database: MasterDatabase,
    {checker, isCalm}: {readonly checker: Checker; readonly isCalm: boolean},
  ) {
    this.#database = database;
    this.checker = checker;
    this.isCalm = isCalm;
    this.master = new BreakableMaster(database.store, async (decided) =>
      checker.kept(decided, await database.everyRow()),
    );
    this.#decider = new Master(this.master, applications.today);
  }

  static async begin(
    {desks, isCalm, seed}: {readonly desks: number; readonly isCalm: boolean; readonly seed: number},
    databases: Databases,
  ): Promise<World> {
    const database = await databases.begin(firstRows as never);
    const rows = new Map<string, Row>(firstRows.map(([table, row]) => [`${table}/${row.id}`, row as Row]));
    const world = new World(database, {checker: new Checker(rows, database.place), isCalm});
    const thrown = dice(seed).fork('desks');
    for (let at = 0; at < desks; at += 1) await world.join(thrown);
    return world;
  }

  tell(what: string): void {
    this.trace.push(what);
  }

  now(): Instant {
    this.#nowMs += 1_000;
    return this.#nowMs as Instant;
  }

  /** A desk begins with a copy of what the master has. */
  async join(thrown: Dice): Promise<void> {
    const name = `desk${this.desks.length}`;
    const database = await this.#database.deskCopy();
    const place = must(await this.master.head(this.#database.shopId), 'a shop');
    const lines = [{replica: simName(name), inc: simName(name, 'first'), from: 0}];
    await database.open().write(async (tx) => {
      await tx.setMeta('place', place);
      await tx.setMeta('decided', beginning);
    });
    const application: Application = this.isCalm ? 'today' : thrown.pick(['today', 'today', 'older', 'newer'] as const);
    const offsetMs = thrown.pick([0, 0, twoDaysMs, -twoDaysMs]);
    const desk = new SimDesk(name, {database, journal: [], marker: lines, tokens: new Map(), application}, offsetMs);
    await desk.restart();
    this.desks.push(desk);
    this.tell(`${name} joins at ${place.seq}, as ${application}`);
  }

  /** Another desk with the same disk. Both go on with their work; at times a third has what one of them has done since. */
  async clone(desk: SimDesk, thrown: Dice): Promise<void> {
    const copy = await this.#copied(desk);
    if (thrown.chance(0.3)) {
      // What both have and the copy has not saved is told by the other.
      await this.save(desk, 1_000);
      await this.#atOnce(() => this.push(desk));
      await this.#atOnce(() => this.pull(copy));
    }
    await this.act(desk, thrown);
    await this.act(copy, thrown);
    if (thrown.chance(0.5)) await this.#copied(desk);
  }

  async #copied(desk: SimDesk): Promise<SimDesk> {
    const copy = new SimDesk(`desk${this.desks.length}`, await desk.copy(), 0);
    copy.snapshot = desk.snapshot;
    copy.isMixed = desk.isMixed;
    await copy.restart();
    this.desks.push(copy);
    this.tell(`${copy.name} is a copy of ${desk.name}`);
    return copy;
  }

  async act(desk: SimDesk, thrown: Dice): Promise<void> {
    const {disk, process, application} = desk;
    this.#acts += 1;
    const token = `t${this.#acts}`;
    const undos = this.#undos.get(desk) ?? [];
    const at = (this.now() + desk.offsetMs) as Instant;
    const calls = deed({dice: thrown, rows: await disk.database.everyRow(), token, at, application, undos});
    const before = (await process.store.read((tx) => tx.lastOfOutbox()))?.n ?? 0;
    let outcomes: readonly boolean[] | undefined;
    let isKilled = false;
    try {
      const done = await thrown.pick(process.windows).mutate(calls, {at, batch: token}, () => undefined);
      outcomes = done.map(({ok}) => ok);
      this.#undos.set(desk, [...undos, ...done.flatMap((one) => (one.ok && one.undo ? [one.undo] : []))].slice(-5));
    } catch (error) {
      isKilled = error instanceof Killed;
      if (!isKilled && !(error instanceof Refused)) throw error;
    }
    const made = await process.store.read((tx) => tx.outbox(before, 100));
    this.tell(
      `${desk.name} does ${token}: ${calls.map(({name}) => name).join()} [${outcomes?.join() ?? (isKilled ? 'killed' : 'disk full')}] n ${before + 1}..${made.at(-1)?.n ?? before}`,
    );
    promise(
      'L3',
      made.every(({n}, nth) => n === before + 1 + nth),
      () => `numbers of ${token} are not dense`,
    );
    if (outcomes) promise('L3', made.length === outcomes.filter(Boolean).length, () => `${token} is in the outbox`);
    this.checker.asked(token, made.length);
    if (made.length > 0) desk.learn(token, made.length);
    if (isKilled) await this.stand(desk);
    if (!outcomes || thrown.chance(0.3)) await this.checker.look(desk);
  }

  async save(desk: SimDesk, most: number): Promise<void> {
    const entries = await desk.save(most);
    if (entries.length > 0) this.checker.saved(countsIn(desk.disk.journal));
    this.tell(`${desk.name} has saved up to ${desk.savedN}`);
  }

  async push(desk: SimDesk): Promise<boolean> {
    const push = await this.alive(desk, () => desk.session.push(desk.savedN));
    if (!push) return false;
    this.tell(`${desk.name} pushes ${push.from.n + 1}..${push.from.n + push.mutations.length} as ${push.origin.inc}`);
    this.network.push({desk, life: desk.life, way: 'up', about: 'push', text: encodePush(push), push});
    return true;
  }

  async pull(desk: SimDesk): Promise<void> {
    const {place} = await desk.place();
    this.network.push({desk, life: desk.life, way: 'up', about: 'pull', text: JSON.stringify(place)});
  }

  /** What the master says to a request: undefined where it was killed, or could not make anything of it. */
  async answer({about, text, desk, push}: Message): Promise<string | undefined> {
    try {
      if (about === 'pull') {
        const place = parsed(text);
        if (place === undefined) return undefined;
        const frames = must(await this.#decider.pull(this.#database.shopId, place as LogPlace, bytesPerPull), 'a shop');
        return frames.map(encodeFrame).join('');
      }
      const read = decodePush(text);
      if (read === 'upgrade' || !read.ok) return undefined;
      const said = await this.#decider.push(this.#database.shopId, read.value, this.now());
      this.tell(`master hears ${desk.name} ${(push as Push).from.n + 1}..: ${JSON.stringify(said)}`);
      return JSON.stringify(said);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.tell('master is killed');
      this.#decider = new Master(this.master, applications.today);
      return undefined;
    }
  }

  /** Brings what the master said to a desk. Whatever is no whole line was cut off on the way. */
  async hear({desk, about, text, push}: Message): Promise<void> {
    if (about === 'push') {
      const answer = check(pushAnswer, parsed(text));
      if (answer.ok) await this.alive(desk, () => desk.session.answered(push as Push, answer.value));
      await this.checker.look(desk);
      return;
    }
    const reader = new FrameReader();
    for (const line of text.split('\n').slice(0, -1)) {
      const frame = reader.take(line);
      if (!frame.ok) return;
      if (!frame.value) continue;
      const {value} = frame;
      const life = desk.life;
      const other =
        value.t === 'g' && !desk.isMixed && this.#nowMs % 3_000 === 0
          ? await withEverything(desk, value.group)
          : undefined;
      const seen = this.isCalm && desk === this.desks[0] ? await desk.disk.database.everyRow() : undefined;
      const turn = await this.alive(desk, () => desk.session.take(value));
      if (seen) await promiseSame(desk, {invariant: 'I16', rows: seen});
      if (other && turn === 'go') await promiseSame(desk, {invariant: 'I4', rows: await other.everyRow()});
      if (value.t === 'g')
        this.tell(`${desk.name} takes ${value.group.first}..${value.group.last} of ${value.group.by.inc}: ${turn}`);
      if (value.t === 'g') await this.checker.look(desk);
      promise('I17', turn !== 'copy' && turn !== 'upgrade', () => `${desk.name} is told to ${turn}`);
      if (turn !== 'go' || desk.life !== life) return;
    }
  }

  /** Asks and is answered before anything else happens. */
  async #atOnce(ask: () => Promise<unknown>): Promise<void> {
    const others = this.network;
    this.network = [];
    await ask();
    const [message] = this.network;
    this.network = others;
    const text = message && (await this.answer(message));
    if (message && text !== undefined) await this.hear({...message, way: 'down', text});
  }

  /** An older image stands in the place of a whole disk. */
  async restore(desk: SimDesk): Promise<void> {
    const image = desk.snapshot;
    if (!image) return;
    const {tokens} = desk.disk;
    await desk.restart({...image, database: await image.database.copy()});
    this.tell(`${desk.name} is as it was at ${desk.savedN}`);
    await this.#haveLost(desk, tokens);
  }

  /** Its store is lost, and with it the end of its journal where that was torn. */
  async rebuild(desk: SimDesk, torn: number): Promise<void> {
    if (!desk.snapshot) return;
    const tokens = countsIn(desk.disk.journal);
    await desk.rebuild(desk.snapshot, torn);
    this.checker.saved(countsIn(desk.disk.journal));
    this.tell(`${desk.name} is built anew up to ${desk.savedN}, ${torn} of the journal are torn off`);
    await this.#haveLost(desk, tokens);
  }

  async #haveLost(desk: SimDesk, before: Counts): Promise<void> {
    const lost = [...before].filter(([token, count]) => count > (desk.disk.tokens.get(token) ?? 0));
    this.checker.excused(lost.map(([token]) => token));
    await this.checker.look(desk);
  }

  /** Does something in a desk's process, which may die of it. */
  async alive<T>(desk: SimDesk, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused) this.tell(`${desk.name} could not write`);
      else if (error instanceof Killed) await this.stand(desk);
      else throw error;
      return undefined;
    }
  }

  async stand(desk: SimDesk): Promise<void> {
    this.tell(`${desk.name} was killed`);
    await desk.restart();
  }
}

/** The store of a desk as it would be behind a group if all that waits were run again. */
async function withEverything(desk: SimDesk, group: Group): Promise<DeskDatabase> {
  const database = await desk.disk.database.copy();
  await new Applier(database.open(), applications[desk.application], {pack, everything: true}).apply(group);
  return database;
}

/** Tray items aside: only the master writes them. */
async function promiseSame(
  desk: SimDesk,
  {invariant, rows}: {readonly invariant: string; readonly rows: Rows},
): Promise<void> {
  const difference = differenceOf(withoutTray(await desk.disk.database.everyRow()), withoutTray(rows));
  promise(invariant, difference === undefined, () => `${desk.name} sees other than before: ${difference}`);
}

function withoutTray(rows: Rows): Rows {
  return new Map([...rows].filter(([name]) => !name.startsWith('trayItems/')));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
