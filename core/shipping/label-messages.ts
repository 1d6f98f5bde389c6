import type {Result} from '../lib/result.ts';
import type {CardJob} from './documents/command-card-pdf.ts';
import type {LabelJob} from './documents/label-pdf.ts';

/** What the page asks of the label worker. */
export interface LabelRequest {
  readonly id: number;
  readonly job: LabelJob | CardJob;
}

/** What the label worker answers; `bug` tells of an error that is no fault, such as a font file that cannot be read. */
export type LabelAnswer =
  | {readonly id: number; readonly result: Result<{readonly bytes: Uint8Array<ArrayBuffer>}>}
  | {readonly id: number; readonly bug: string};
