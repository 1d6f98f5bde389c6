import type {Result} from '../lib/result.ts';
import type {DocumentJob} from './make-document.ts';

/** What a page asks of the worker that makes documents. */
export type DocumentRequest = DocumentJob & {readonly id: number};

/** What it answers; `bug` tells of an error that is no fault, such as a font file that cannot be read. */
export type DocumentAnswer =
  | {readonly id: number; readonly result: Result<{readonly bytes: Uint8Array<ArrayBuffer>}>}
  | {readonly id: number; readonly bug: string};
