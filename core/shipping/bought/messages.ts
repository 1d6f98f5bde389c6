import type {OrderId} from '../../orders/schema.ts';
import type {WaitingOrder} from './find-order.ts';
import type {BoughtLabelId} from './schema.ts';

export interface LabelBytes {
  readonly labelId: BoughtLabelId;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a page asks about labels that were bought elsewhere. */
export interface BoughtCalls {
  /** What labels may say of these orders, opened; those that are gone are left out. */
  'bought.waiting': {
    readonly args: {readonly orderIds: readonly OrderId[]};
    readonly answer: readonly WaitingOrder[];
  };
  /** Keeps labels on this desk, all or none; one that is kept already stays. */
  'bought.keep': {readonly args: {readonly labels: readonly LabelBytes[]}; readonly answer: null};
  /** A label that is kept on this desk; null where it was read on another. */
  'bought.bytes': {readonly args: {readonly labelId: BoughtLabelId}; readonly answer: Uint8Array<ArrayBuffer> | null};
  /** Those of these labels that are kept on this desk. */
  'bought.held': {
    readonly args: {readonly labelIds: readonly BoughtLabelId[]};
    readonly answer: readonly BoughtLabelId[];
  };
}
export type BoughtCallName = keyof BoughtCalls;
