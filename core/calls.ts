import type {Asked, DataCalls, RecoveryStep, SafetyState, Said} from './data/messages.ts';
import type {IntakeCalls, IntakeState} from './intake/messages.ts';
import type {ShopKind} from './journal/marker.ts';
import type {BoughtCalls} from './shipping/bought/messages.ts';
import type {NumberCalls} from './shipping/ranges/messages.ts';
import type {StorageCalls, StorageWork} from './storage/messages.ts';
import type {Space} from './storage/free-space.ts';
import type {SyncCalls, SyncTellings} from './sync/messages.ts';

/** Everything that a page may ask its data worker: the engine's questions and those of features. */
export interface Calls extends BoughtCalls, DataCalls, IntakeCalls, NumberCalls, StorageCalls, SyncCalls {}
export type CallName = keyof Calls;

/** What features tell a page without having been asked. */
export interface Tellings extends SyncTellings {
  readonly intake: IntakeState;
  readonly safety: SafetyState;
  readonly recovery: RecoveryStep;
  /** Another window has put another store in the place of this shop's. */
  readonly replaced: ShopKind;
  readonly storage: StorageWork | null;
  readonly space: Space;
  /** The shop of this window cannot be read any more: the page should start again. */
  readonly unreadable: null;
}

export type ToWorker = Asked<Calls>;
export type FromWorker = Said<Tellings>;
