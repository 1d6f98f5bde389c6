import {DiskError} from '#core/journal/disk.ts';
import {type Space, freeOf, reserveStep, spaceOf} from '#core/storage/free-space.ts';
import type {Outside} from '../safety/outside.ts';
import {Reserve} from './reserve.ts';

/** What the browser tells of its store. */
export interface Estimate {
  readonly quota?: number;
  readonly usage?: number;
  readonly usageDetails?: {readonly indexedDB?: number};
}

export interface SpaceHost {
  readonly outside: Promise<Outside | undefined>;
  readonly estimate: () => Promise<Estimate | undefined>;
  readonly tell: (space: Space) => void;
  readonly report: (error: unknown) => void;
}

const lookAgainMs = 60_000;
/** Not while a person waits for the first list; and in the minute after it nothing is made yet, for that is when work begins. */
const firstLookMs = 10_000;

/** Looks from time to time how much room is left, and keeps a reserve for the moment in which there is none. */
export class SpaceWatch {
  readonly #host: SpaceHost;
  #space: Space = {state: 'unknown'};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: SpaceHost) {
    this.#host = host;
  }

  /** Whether new work may be begun. */
  get hasRoom(): boolean {
    return this.#space.state !== 'none';
  }

  /** Begins to look; nothing where it has begun. */
  begin(): void {
    if (this.#timer === undefined) this.#plan(firstLookMs, {makes: false});
  }

  async look(): Promise<Space> {
    const outside = await this.#host.outside;
    const told = await this.#host.estimate();
    const left = told?.quota === undefined ? undefined : told.quota - (told.usage ?? 0);
    const space = spaceOf(freeOf([left, await outside?.disk.freeBytes()]));
    if (space.state !== this.#space.state) this.#host.tell(space);
    this.#space = space;
    return space;
  }

  async #round({makes}: {readonly makes: boolean}): Promise<void> {
    const space = await this.look();
    const outside = await this.#host.outside;
    if (!outside) return;
    const reserve = new Reserve(outside.disk);
    // One window of a profile at a time.
    await outside.locks.alone('tradewind-reserve', async () => {
      const step = reserveStep(space, await reserve.isMade());
      if (step === 'make' && makes) await reserve.make();
      if (step === 'letGo') await reserve.letGo();
    });
  }

  #plan(ms: number, round: {readonly makes: boolean}): void {
    this.#timer = setTimeout(() => {
      void this.#round(round)
        // A disk that refuses is told by whoever needs it; here nobody does.
        .catch((error: unknown) => error instanceof DiskError || this.#host.report(error))
        .finally(() => this.#plan(lookAgainMs, {makes: true}));
    }, ms);
  }
}

/** Undefined where the host tells nothing of it. */
export async function estimateOfBrowser(): Promise<Estimate | undefined> {
  const {storage} = (globalThis as {readonly navigator?: {readonly storage?: StorageManager}}).navigator ?? {};
  return storage?.estimate ? storage.estimate() : undefined;
}
