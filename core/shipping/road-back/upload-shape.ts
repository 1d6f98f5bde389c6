import type {Result} from '../../lib/result.ts';
import type {Channel} from '../../storefronts/schema.ts';
import type {OrderTold} from './shipment.ts';

/** How a channel wants to be told of tracking numbers in bulk. */
export interface UploadShape {
  readonly id: string;
  readonly channel: Channel;
  /** Who takes such a file: the channel's own page, an app or plugin a seller has installed, or nobody. */
  readonly takenBy: 'channel' | 'app' | 'nobody';
  readonly form: 'csv' | 'tab' | 'xlsx';
  /** The sheet of a workbook that the channel reads. */
  readonly sheet?: string;
  /** Without its ending; some importers know a file by a word in its name. */
  readonly fileName: string;
  /** Lines the channel wants above the columns. */
  readonly above?: readonly (readonly string[])[];
  readonly columns: readonly string[];
  /** The cells of one order's rows, all or none: a fault says why the channel cannot be told this way. */
  rows(order: OrderTold): Result<readonly (readonly string[])[]>;
}
