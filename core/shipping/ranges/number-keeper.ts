import type {Id} from '../../lib/id.ts';
import type {Result} from '../../lib/result.ts';
import type {Call} from '../../sync/define.ts';
import type {NumberDraw, NumberRange} from './schema.ts';

/** Where the rows lie: one piece of work at a time, whichever window of the desk asks for it. */
export interface NumberKeeper {
  inTurn<T>(work: (book: NumberBook) => Promise<T>): Promise<T>;
}

/** The rows while it is somebody's turn: nobody else draws meanwhile. */
export interface NumberBook {
  ranges(): Promise<readonly NumberRange[]>;
  /** Draws of which some number is burnt. */
  openDraws(): Promise<readonly NumberDraw[]>;
  draws(ids: readonly Id<'numberDraw'>[]): Promise<readonly (NumberDraw | undefined)[]>;
  /**
   * The ranges of this desk as they were when it last drew from them, by what lies beside the store. The store may be older than that,
   * or know nothing of them, after a backup was put in its place.
   */
  lastDrawn(): Promise<readonly NumberRange[]>;
  /** Whether the master has agreed to a range of this desk, should there be a master. */
  isAgreed(rangeId: Id<'numberRange'>): Promise<boolean>;
  /** Whether a window is still there that may yet say what became of its numbers. */
  lives(window: string): Promise<boolean>;
  /** Succeeds when all that happened is safe against a crash; when it fails nobody knows what of it is. */
  keep(happened: readonly Call[]): Promise<Result<undefined>>;
}
