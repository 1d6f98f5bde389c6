import type {Asked, DataCalls, RecoveryStep, SafetyState, Said} from './data/messages.ts';
import type {IntakeCalls, IntakeState} from './intake/messages.ts';

/** Everything that a page may ask its data worker: the engine's questions and those of features. */
export interface Calls extends DataCalls, IntakeCalls {}
export type CallName = keyof Calls;

/** What features tell a page without having been asked. */
export interface Tellings {
  readonly intake: IntakeState;
  readonly safety: SafetyState;
  readonly recovery: RecoveryStep;
  /** The shop of this window cannot be read any more: the page should start again. */
  readonly unreadable: null;
}

export type ToWorker = Asked<Calls>;
export type FromWorker = Said<Tellings>;
