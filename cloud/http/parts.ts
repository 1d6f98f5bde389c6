import type {Instant} from '#core/time/instant.ts';
import type {Master} from '#core/sync/master.ts';
import type {MasterStore} from '#core/sync/master-store.ts';
import type {Pool} from '../database/pool.ts';
import type {Log} from '../log.ts';
import type {Identity} from '../shops/identity.ts';
import type {Snapshots} from '../shops/snapshots.ts';

/** What the master's door is made of. */
export interface Parts {
  readonly pool: Pool;
  readonly store: MasterStore;
  readonly master: Master;
  readonly snapshots: Snapshots;
  readonly identity: Identity;
  readonly setupCode: string;
  readonly log: Log;
  readonly now: () => Instant;
}
