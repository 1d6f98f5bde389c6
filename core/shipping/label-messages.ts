import type {Result} from '../lib/result.ts';
import type {LabelContent} from './label-content.ts';

/** What the page asks of the label worker. */
export interface LabelRequest {
  readonly id: number;
  readonly content: LabelContent;
}

/** What the label worker answers; `bug` tells of an error that is no fault, such as a font file that cannot be read. */
export type LabelAnswer =
  | {readonly id: number; readonly result: Result<{readonly pdf: Uint8Array<ArrayBuffer>}>}
  | {readonly id: number; readonly bug: string};
