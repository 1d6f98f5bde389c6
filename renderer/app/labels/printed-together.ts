import {idFromName} from '#core/lib/id.ts';
import type {PrintJobId} from '#core/printing/print-job.ts';
import type {BoughtLabelId} from '#core/shipping/bought/schema.ts';

/** The print job of a label that no parcel has used: printed with its whole file or at the bench, it comes out once. */
export function jobOfLabel(labelId: BoughtLabelId): PrintJobId {
  return idFromName('printJob', 'bought', labelId);
}

const bySystem = new Set<BoughtLabelId>();

/** The system's print window has no memory: what went through it together is not brought to it again, as long as this window stands. */
export const printedBySystem = {
  add: (labelIds: readonly BoughtLabelId[]): void => labelIds.forEach((labelId) => bySystem.add(labelId)),
  has: (labelId: BoughtLabelId): boolean => bySystem.has(labelId),
};
