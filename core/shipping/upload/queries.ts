import {id} from '../../lib/id.ts';
import {list} from '../../lib/shape.ts';
import type {Order, OrderId} from '../../orders/schema.ts';
import {type Db, defineQuery} from '../../sync/define.ts';
import {type OwnTemplate, type UploadBatch, batchesMax, templatesMax} from './schema.ts';
import {uploadOrdersMax} from './template.ts';

/** A file that was written, with how many of its orders have no number yet. */
export interface BatchShown extends UploadBatch {
  readonly waiting: number;
}

/** Templates of the seller's own by name. */
export const templatesKept = defineQuery('upload.templates', {}, async (db): Promise<readonly OwnTemplate[]> => {
  const all = await db.uploadTemplates.range({limit: templatesMax});
  return all.toSorted((one, other) => (one.name < other.name ? -1 : 1));
});

const batchesShownMax = 50;

/** Files that were written, the newest first. */
export const batchesKept = defineQuery('upload.batches', {}, async (db): Promise<readonly BatchShown[]> => {
  const all = await db.uploadBatches.range({limit: batchesMax});
  const newest = all.toSorted((one, other) => other.madeAt - one.madeAt).slice(0, batchesShownMax);
  return Promise.all(newest.map(async (batch) => ({...batch, waiting: await waitingOf(db, batch)})));
});

/** Orders in full, as they are told to a carrier; those that are gone are left out. */
export const ordersToUpload = defineQuery(
  'upload.orders',
  {orderIds: list(id('order'), {max: uploadOrdersMax})},
  async (db, {orderIds}): Promise<readonly Order[]> => present(await db.orders.getMany(orderIds)),
);

const labelsMax = 20_000;

/** Orders for which a label was bought elsewhere: in a carrier's file they would be paid for twice. */
export const ordersWithLabels = defineQuery('upload.labelled', {}, async (db): Promise<readonly OrderId[]> => {
  const labels = await db.boughtLabels.range({limit: labelsMax});
  return [...new Set(labels.map(({orderId}) => orderId))];
});

async function waitingOf(db: Db, {id: batchId, orders}: UploadBatch): Promise<number> {
  const rows = present(await db.orders.getMany(orders.map(({orderId}) => orderId)));
  return rows.filter(({uploadId}) => uploadId === batchId).length;
}

function present(orders: readonly (Order | undefined)[]): readonly Order[] {
  return orders.flatMap((order) => order ?? []);
}
