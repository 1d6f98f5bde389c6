/** When a round of work is to be followed by another: in so many ms, once there is reason to, or later than last time. */
export type Rest = {readonly ms: number} | 'idle' | 'trouble';

export interface RepeatedHost {
  readonly round: () => Promise<Rest>;
  /** Runs the work after a while; answers how to call that off. */
  readonly later: (ms: number, work: () => void) => () => void;
  /** From 0 to below 1. */
  readonly dice: () => number;
  readonly report: (error: unknown) => void;
}

const troubleFirstMs = 1_000;
const troubleMostMs = 60_000;

/**
 * Does the same work over and over, one round at a time. After trouble it waits twice as long each time, and never exactly: desks
 * that a master has lost at once should not all come back at once.
 */
export class Repeated {
  readonly #host: RepeatedHost;
  #running: Promise<void> | undefined;
  #again = false;
  #callOff: () => void = () => undefined;
  #troubles = 0;
  #isClosed = false;

  constructor(host: RepeatedHost) {
    this.#host = host;
  }

  /** There is reason for a round. While it waits after trouble it goes on waiting. */
  nudge(): void {
    if (this.#running) this.#again = true;
    else if (this.#troubles === 0) this.#begin();
  }

  /** The world has changed: no more waiting. */
  hurry(): void {
    this.#troubles = 0;
    this.nudge();
  }

  /** Answers once no round is running. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#callOff();
    await this.#running;
  }

  #begin(): void {
    if (this.#isClosed) return;
    this.#callOff();
    this.#again = false;
    this.#running = this.#host.round().then(
      (rest) => this.#rest(rest),
      (error: unknown) => {
        this.#host.report(error);
        this.#rest('trouble');
      },
    );
  }

  #rest(rest: Rest): void {
    this.#running = undefined;
    if (rest !== 'trouble') this.#troubles = 0;
    if (this.#again && rest !== 'trouble') return this.#begin();
    if (rest === 'idle' || this.#isClosed) return;
    if (rest === 'trouble') this.#troubles += 1;
    const ms = rest === 'trouble' ? this.#patience() : rest.ms;
    this.#callOff = this.#host.later(ms, () => this.#begin());
  }

  /** Half of it sure, half of it by chance. */
  #patience(): number {
    const most = Math.min(troubleFirstMs * 2 ** (this.#troubles - 1), troubleMostMs);
    return Math.round((most / 2) * (1 + this.#host.dice()));
  }
}
