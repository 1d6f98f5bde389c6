import {describe, expect, it} from 'vitest';
import {type Dice, dice} from '../lib/dice.ts';
import {
  GivenPrinters,
  givenJob,
  givenPrinter,
  givenSpooler,
  jobId,
  labelBytes,
  printerId,
  settled,
} from '../testing/given-printing.ts';
import {MemoryDisk} from '../testing/memory-disk.ts';
import type {Instant} from '../time/instant.ts';
import type {PrintJob} from './print-job.ts';
import {sendingMsMax, type Spooler} from './spooler.ts';

const printerCount = 3;
const jobCount = 50;
const stepsMax = 2_000;

/** A desk that is killed again and again while it prints, between any two steps of any of its work. */
class World {
  readonly #dice: Dice;
  disk = new MemoryDisk();
  printers = new GivenPrinters();
  spooler!: Spooler;
  now = 0;
  asked = 0;
  kills = 0;
  unknowns = 0;
  /** What was answered with yes: it may not be forgotten. */
  readonly promised = new Set<string>();
  /** What lies on paper, or may, in the order in which it came out. */
  readonly paper: PrintJob[] = [];
  readonly wrong: string[] = [];

  constructor(seed: number) {
    this.#dice = dice(`printing ${seed}`);
  }

  async run(): Promise<void> {
    await this.#start();
    for (let n = 1; n <= printerCount; n++) await this.spooler.savePrinter(givenPrinter(n));
    for (let step = 0; step < stepsMax && !this.#isDone(); step++) await this.#step();
    if (!this.#isDone()) this.wrong.push(`not done after ${stepsMax} steps`);
    this.#check();
  }

  #isDone(): boolean {
    const open = ['asked', 'sending', 'unknown'];
    return this.asked === jobCount && this.spooler.jobs.every(({status}) => !open.includes(status));
  }

  async #step(): Promise<void> {
    this.now += this.#dice.integer(0, 5_000);
    const done = this.#act();
    if (this.#dice.chance(0.05)) return this.#kill();
    await done;
    if (this.#dice.chance(0.7)) await settled();
    const doubted = this.spooler.jobs.filter(({status}) => status === 'unknown').map(({job}) => job.printerId);
    for (const {job} of this.printers.open)
      if (doubted.includes(job.printerId)) this.wrong.push(`${job.id} behind a doubt`);
  }

  #act(): Promise<unknown> {
    const way = this.#dice.integer(0, 9);
    if (way <= 2) return this.#ask();
    if (way <= 5) return this.spooler.tick(this.now as Instant);
    if (way <= 7) return this.#answer();
    if (way === 8) return this.#look();
    if (this.#dice.chance(0.1)) return this.#giveUp();
    return Promise.all([this.spooler.tick(this.now as Instant), this.spooler.tick(this.now as Instant)]);
  }

  async #ask(): Promise<void> {
    // Whoever asks does not know after a kill whether it was heard, and asks again.
    const n = this.#dice.chance(0.2) ? Math.max(1, this.asked) : Math.min(jobCount, this.asked + 1);
    this.asked = Math.max(this.asked, n);
    const job = givenJob(n, {printerId: printerId((n % printerCount) + 1)});
    const said = await this.spooler.ask(job, labelBytes(n), this.now as Instant);
    if (said.ok) this.promised.add(job.id);
    if (!said.ok && said.fault.code !== 'printing.not_written') this.wrong.push(said.fault.code);
  }

  async #answer(): Promise<void> {
    if (this.printers.open.length === 0) return;
    const open = this.#dice.pick(this.printers.open);
    const outcome = this.#dice.pick(['handedOver', 'refused', 'notReached', 'lost', 'handedOver'] as const);
    if (outcome === 'handedOver' || (outcome === 'lost' && this.#dice.chance(0.5))) this.paper.push(open.job);
    if (String([...open.bytes]) !== String([...labelBytes(this.#parcelOf(open.job))])) this.wrong.push('other bytes');
    open.answer({outcome, words: ''});
  }

  async #giveUp(): Promise<void> {
    this.now += sendingMsMax;
    for (const {job} of this.printers.open) if (this.#dice.chance(0.5)) this.paper.push(job);
    this.printers.open.splice(0);
    await this.spooler.tick(this.now as Instant);
  }

  async #look(): Promise<void> {
    const doubt = this.spooler.jobs.find(({status}) => status === 'unknown');
    if (!doubt) return;
    this.unknowns += 1;
    const isThere = this.paper.some(({id}) => id === doubt.job.id);
    const now = this.now as Instant;
    if (isThere) await this.spooler.settle(doubt.job.id, 'foundPrinted', now);
    else if (this.#dice.chance(0.3)) await this.spooler.settle(doubt.job.id, 'foundMissing', now);
    // Each time under a new number: a kill may come before the answer.
    else await this.spooler.reprint(doubt.job.id, {id: jobId(1_000 + this.unknowns), reason: 'notPrinted'}, now);
  }

  /** Between any two turns of what is under way; of a write that was not answered, any part is there. */
  async #kill(): Promise<void> {
    for (let turn = this.#dice.integer(0, 40); turn > 0; turn--) await Promise.resolve();
    this.kills += 1;
    this.disk = this.disk.crash(this.#dice.integer(0, 600));
    for (const {job} of this.printers.open) if (this.#dice.chance(0.5)) this.paper.push(job);
    await this.#start();
    const there = new Set<string>(this.spooler.jobs.map(({job}) => job.id));
    for (const each of this.promised) if (!there.has(each)) this.wrong.push(`forgot ${each}`);
    for (const {job, status} of this.spooler.jobs) if (status === 'sending') this.wrong.push(`still sending ${job.id}`);
    // What was never answered with yes is asked for again by whoever asked.
    this.asked = Math.max(0, ...this.spooler.jobs.filter(({job}) => !job.reprint).map(({job}) => this.#parcelOf(job)));
  }

  async #start(): Promise<void> {
    this.printers = new GivenPrinters();
    this.spooler = await givenSpooler(this.disk, this.printers, this.now);
  }

  #parcelOf({id, reprint}: PrintJob): number {
    if (!reprint) return Number(id.slice('job-'.length));
    const of = this.spooler.jobs.find(({job}) => job.id === reprint.of);
    return of ? this.#parcelOf(of.job) : 0;
  }

  #check(): void {
    const seen = new Set<string>(this.paper.map(({id}) => id));
    const last = new Map<string, number>();
    // A label that is printed again has its place in the pile: strictly one after the other, so none is there twice.
    for (const job of this.paper) {
      const n = this.#parcelOf(job);
      if (n <= (last.get(job.printerId) ?? 0)) this.wrong.push(`${job.id} twice or out of turn`);
      last.set(job.printerId, n);
    }
    for (const {job, status} of this.spooler.jobs) {
      const isThere = seen.has(job.id);
      if (isThere !== (status === 'sent' || status === 'confirmed')) this.wrong.push(`${job.id} is ${status}`);
    }
  }
}

describe('50 parcels at three printers, and the desk killed between any two steps', () => {
  it('come out once each, in their order, and none that was asked for is forgotten', async () => {
    const found: string[] = [];
    let [kills, unknowns] = [0, 0];
    for (let seed = 1; seed <= 30; seed++) {
      const world = new World(seed);
      await world.run();
      found.push(...world.wrong.map((wrong) => `seed ${seed}: ${wrong}`));
      kills += world.kills;
      unknowns += world.unknowns;
    }
    expect([found, kills > 150, unknowns > 150]).toEqual([[], true, true]);
  }, 120_000);
});
