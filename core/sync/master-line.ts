import type {Result} from '../lib/result.ts';
import type {LogPlace} from './group.ts';
import type {Frame, PushAnswer} from './protocol.ts';

/** How a desk reaches its master. Every way can fail, and then says why; what was taken before stands. */
export interface MasterLine {
  /** Tells a push, as `encodePush` writes it. Without an answer nobody knows whether it was taken: it is told again. */
  push(text: string): Promise<Result<PushAnswer>>;
  /**
   * Asks what the log tells behind a place, and hands over frame by frame until `take` wants no more. It ends well only where the
   * master has come to an end itself: a stream that is cut off is a fault.
   */
  pull(place: LogPlace, take: (frame: Frame) => Promise<boolean>): Promise<Result<null>>;
  /** Listens how far the log has grown until the line is closed from either side; `closed` is called once. Answers how to close it. */
  listen(heard: (seq: number) => void, closed: () => void): () => void;
  /** Lets go of what is under way: nobody waits for it any more. */
  close(): void;
}
