import type {Result} from '../lib/result.ts';
import type {PrintTarget} from './compile-pages.ts';
import type {LabelNumber, LabelText} from '../shipping/bought/label-number.ts';
import type {BoughtLabelId, LabelForm} from '../shipping/bought/schema.ts';

/** A label that was cut out of a file and read; nothing of it is kept yet. */
export interface CutLabel {
  readonly key: BoughtLabelId;
  readonly fileId: string;
  readonly fileName: string;
  readonly place: number;
  readonly page: number;
  readonly form: LabelForm;
  readonly text: LabelText;
  readonly number: LabelNumber;
  /** The label alone, as it goes to a printer. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As a person sees it. */
  readonly picture: Blob;
}

export interface LabelFile {
  readonly name: string;
  readonly blob: Blob;
}

/** A label as it is kept. */
export interface KeptLabel {
  readonly form: LabelForm;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a page asks of the worker that reads and makes such labels. */
export type ReaderRequest =
  | {readonly id: number; readonly read: LabelFile}
  | {readonly id: number; readonly stop: true}
  /** These labels for a printer, one document; `isChecked`: its barcodes are read back first. */
  | {
      readonly id: number;
      readonly make: readonly KeptLabel[];
      readonly target: PrintTarget;
      readonly isChecked: boolean;
    };

/** How far a file is: pages. */
export interface ReadingPace {
  readonly done: number;
  readonly total: number;
}

export interface FileRead {
  readonly fileId: string;
  readonly labels: number;
}

/** What it answers: `label` and `pace` while a file is read, then what came of it. `bug` tells of an error that is no fault. */
export type ReaderAnswer =
  | {readonly id: number; readonly pace: ReadingPace}
  | {readonly id: number; readonly label: CutLabel}
  | {readonly id: number; readonly read: Result<FileRead> | 'stopped'}
  | {readonly id: number; readonly made: Result<Uint8Array<ArrayBuffer>>}
  | {readonly id: number; readonly bug: string};
