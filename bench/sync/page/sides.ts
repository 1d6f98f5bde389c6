import type {Found} from '../truth.ts';
import type {Job} from './jobs.ts';

/** What a run asks of the peers' page. */
export interface Sides {
  /** Milliseconds until all orders of the server are here, and can be read from this peer. */
  bring(name: string): Promise<number>;
  /** What orders the peer then has. */
  found(): Promise<Found>;
  hold(ids: readonly string[]): Promise<void>;
  push(): Promise<void>;
  /** Takes what the server has decided; `heldFrom` is where an order that waits here then was held from. */
  rebase(id: string, heldFrom: string): Promise<void>;
  /** Starts the data worker of the application, with nothing that shows what it has. */
  begin(): void;
  /** Work in a worker: ours, or that of Dexie beside it. */
  prepare(job: Job): Promise<void>;
  work(): Promise<number>;
}

declare global {
  interface Window {
    sides: Sides;
    /** The longest time in ms that the page was busy without a pause, of those above 50. */
    longestBlock: number;
  }
}
