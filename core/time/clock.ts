import type {Instant} from './instant.ts';

/** The time of day, brought by the host: core reads no clock of its own. May step backwards when the host's clock is set. */
export interface Clock {
  now(): Instant;
}
