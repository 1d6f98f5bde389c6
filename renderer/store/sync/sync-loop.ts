import type {Fault, FaultCode} from '#core/faults.ts';
import {must} from '#core/lib/assert.ts';
import {fail} from '#core/lib/result.ts';
import type {MasterLine} from '#core/sync/master-line.ts';
import {encodePush} from '#core/sync/protocol.ts';
import type {SyncSession, Turn} from '#core/sync/session.ts';
import type {Store} from '#core/sync/store.ts';
import type {Instant} from '#core/time/instant.ts';
import {Repeated, type RepeatedHost, type Rest} from './repeated.ts';

/** What a loop knows beside the store. */
export interface LoopNews {
  /** How far the log has grown, as far as the master has told. */
  readonly headSeq: number;
  readonly lastContactAt?: Instant;
  /** Why nothing goes out or comes in, as long as it does not. */
  readonly problem?: Fault;
}

export interface LoopHost extends Omit<RepeatedHost, 'round'> {
  readonly line: MasterLine;
  readonly session: SyncSession;
  readonly store: Store;
  /** Every mutation up to this number is in the journal. */
  readonly savedN: () => number;
  readonly now: () => Instant;
  readonly tell: (news: LoopNews) => void;
  /** The log goes on otherwise than what is here: the shop has to be taken from the master once more. */
  readonly parted: () => void;
}

/** While nobody tells that the log has grown, it is asked for so often. */
const pollMs = 4_000;
/** A socket can be dead without being closed. */
const pollLiveMs = 60_000;
/** What needs a person or another application is asked for now and then all the same. */
const pausedMs = 5 * 60_000;
/** The master may have more to tell than it tells at once. */
const moreFromUnits = 256 * 1024;

/** All desks of a master that was started anew come back within so long. */
const hungUpMs = 2_000;

const unreachable: readonly FaultCode[] = ['sync.offline', 'sync.not_a_master'];

type Way = 'out' | 'in';

/**
 * Brings what is saved here to the master, and what it has decided here. The two ways do not wait for each other: each goes on,
 * rests and stumbles alone. What it decides is decided by the session; killed anywhere, the next loop finds out where it was.
 */
export class SyncLoop {
  readonly #host: LoopHost;
  readonly #pushing: Repeated;
  readonly #pulling: Repeated;
  readonly #listening: Repeated;
  readonly #problems = new Map<Way, Fault>();
  #headSeq = 0;
  #lastContactAt: Instant | undefined;
  #isLive = false;
  #isClosed = false;
  #hangUp: () => void = () => undefined;

  constructor(host: LoopHost) {
    this.#host = host;
    this.#pushing = new Repeated({...host, round: () => this.#push()});
    this.#pulling = new Repeated({...host, round: () => this.#pull()});
    this.#listening = new Repeated({...host, round: () => this.#listen()});
    this.hurry();
  }

  /** Something was saved here. */
  saved(): void {
    this.#pushing.nudge();
  }

  /** The network is back, the machine has slept, or a person asks: tries everything at once. */
  hurry(): void {
    for (const each of [this.#pushing, this.#pulling, this.#listening]) each.hurry();
  }

  /** Answers once nothing is under way any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#hangUp();
    this.#host.line.close();
    await Promise.all([this.#pushing, this.#pulling, this.#listening].map((each) => each.close()));
  }

  async #push(): Promise<Rest> {
    const {line, savedN, session} = this.#host;
    while (!this.#isClosed) {
      // Twice: the first may only have begun another line.
      const push = (await session.push(savedN())) ?? (await session.push(savedN()));
      if (!push) return this.#well('out', 'idle');
      const answer = await line.push(encodePush(push));
      if (!answer.ok) return this.#met('out', answer.fault);
      const {no, seq} = answer.value;
      this.#heard(seq);
      const turn = await session.answered(push, answer.value);
      if (turn === 'go') this.#well('out', 'idle');
      else return this.#turned('out', turn, {code: 'sync.push_refused', values: {why: no ?? ''}});
    }
    return 'idle';
  }

  async #pull(): Promise<Rest> {
    const {line, session, store} = this.#host;
    const place = must(await store.read((tx) => tx.meta('place')), 'a shop that lives with a master');
    let turn: Turn = 'go';
    let units = 0;
    const pulled = await line.pull(place, async (frame) => {
      if (this.#isClosed) return false;
      turn = await session.take(frame);
      if (frame.t === 'head') this.#note(frame.place.seq);
      if (frame.t === 'g') units += frame.group.parts.reduce((sum, {body = ''}) => sum + body.length, 0);
      return turn === 'go';
    });
    // What was decided may be what makes it go on, and what was garbled what makes it begin another line.
    this.#pushing.nudge();
    if (!pulled.ok) return this.#met('in', pulled.fault);
    if (turn !== 'go') return this.#turned('in', turn, {code: 'sync.log_parted', values: {seq: place.seq}});

    const isBehind = units > 0 && (await store.read((tx) => tx.meta('place')))?.seq !== this.#headSeq;
    return this.#well('in', {ms: isBehind || units > moreFromUnits ? 0 : this.#isLive ? pollLiveMs : pollMs});
  }

  /** Holds a line open on which the master tells that the log has grown; ends when it is closed. */
  #listen(): Promise<Rest> {
    if (this.#isClosed) return Promise.resolve('idle');
    return new Promise((resolve) => {
      const closed = (): void => {
        const wasLive = this.#isLive;
        this.#isLive = false;
        this.#hangUp = () => undefined;
        this.#pulling.nudge();
        if (this.#isClosed) resolve('idle');
        else resolve(wasLive ? {ms: Math.round(hungUpMs * this.#host.dice())} : 'trouble');
      };
      const hangUp = this.#host.line.listen((seq) => {
        if (!this.#isLive) this.#reached();
        this.#isLive = true;
        this.#heard(seq);
      }, closed);
      this.#hangUp = () => {
        hangUp();
        closed();
      };
    });
  }

  /** The master has told how far the log has grown. */
  #heard(seq: number): void {
    const hasGrown = seq > this.#headSeq;
    this.#note(seq);
    if (hasGrown) this.#pulling.nudge();
  }

  #note(seq: number): void {
    this.#headSeq = Math.max(this.#headSeq, seq);
    this.#lastContactAt = this.#host.now();
    this.#tell();
  }

  #well(way: Way, rest: Rest): Rest {
    if (this.#problems.delete(way)) {
      this.#tell();
      this.#reached();
      if (!this.#isLive) this.#listening.hurry();
    }
    return rest;
  }

  /** The master was reached one way: where another waits only because it was not, it waits no longer. */
  #reached(): void {
    for (const [way, {code}] of this.#problems) {
      if (unreachable.includes(code)) (way === 'out' ? this.#pushing : this.#pulling).hurry();
    }
  }

  #turned(way: Way, turn: Exclude<Turn, 'go'>, why: Fault): Rest {
    if (turn === 'signIn') return this.#met(way, fail('sync.revoked').fault);
    if (turn === 'upgrade') return this.#met(way, fail('sync.upgrade').fault);
    if (turn === 'copy') this.#host.parted();
    this.#met(way, turn === 'copy' ? fail('sync.log_parted', {seq: this.#headSeq}).fault : why);
    return turn === 'copy' ? {ms: pausedMs} : 'trouble';
  }

  #met(way: Way, problem: Fault): Rest {
    this.#problems.set(way, problem);
    this.#tell();
    return problem.code === 'sync.revoked' || problem.code === 'sync.upgrade' ? {ms: pausedMs} : 'trouble';
  }

  #tell(): void {
    const problem = this.#problems.get('in') ?? this.#problems.get('out');
    this.#host.tell({
      headSeq: this.#headSeq,
      ...(this.#lastContactAt !== undefined && {lastContactAt: this.#lastContactAt}),
      ...(problem && {problem}),
    });
  }
}
