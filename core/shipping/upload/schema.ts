import {type Id, id} from '../../lib/id.ts';
import {branded, integer, list, object, optional, text} from '../../lib/shape.ts';
import {type RowOf, defineTable} from '../../lib/table.ts';
import type {Instant} from '../../time/instant.ts';
import {templateIdShape, uploadOrdersMax, uploadTemplateFields} from './template.ts';

const instant = branded<Instant>(integer({min: 0}));

/** More templates than this nobody makes. */
export const templatesMax = 200;

/** Templates of a seller's own. */
export const uploadTemplates = defineTable('uploadTemplates', {id: id('uploadTemplate'), ...uploadTemplateFields});
export type OwnTemplate = RowOf<typeof uploadTemplates>;
export type OwnTemplateId = Id<'uploadTemplate'>;

export const uploadedOrderShape = object({orderId: id('order'), reference: text({min: 1, max: 80})});

/** What a batch keeps of its template: the answer comes days later, and the template may be another by then. */
export const uploadBatchFields = {
  templateId: templateIdShape,
  template: uploadTemplateFields.name,
  carrier: text({min: 1, max: 60}),
  answer: uploadTemplateFields.answer,
  fileName: text({min: 1, max: 300}),
  orders: list(uploadedOrderShape, {max: uploadOrdersMax}),
} as const;

/** A file that was written for a carrier's site. Which of its orders still wait for a number, the orders say (`uploadId`). */
export const uploadBatches = defineTable('uploadBatches', {
  id: id('uploadBatch'),
  ...uploadBatchFields,
  madeAt: instant,
  /** Numbers of an answer were taken over, the first time. */
  answeredAt: optional(instant),
  /** Nobody waits for its answer any more. */
  closedAt: optional(instant),
});
export type UploadBatch = RowOf<typeof uploadBatches>;
export type UploadBatchId = Id<'uploadBatch'>;

/** Batches that are looked at together, the newest: years of one a day. */
export const batchesMax = 2_000;
