import type {Buyer} from '#core/orders/schema.ts';
import {closeUpload} from '#core/shipping/upload/mutators.ts';
import {type ParcelToUpload} from '#core/shipping/upload/carrier-file.ts';
import {type UploadDetails, parcelToUpload} from '#core/shipping/upload/parcel-to-upload.ts';
import {type BatchShown, ordersToUpload} from '#core/shipping/upload/queries.ts';
import type {UploadBatchId} from '#core/shipping/upload/schema.ts';
import {dayAtStorefront} from '#core/storefronts/day-at-storefront.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Instant} from '#core/time/instant.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useData} from '../../app/data/use-data.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import type {Templates} from './templates.ts';
import {useWriteAgain} from './use-write-file.ts';

interface FileActsOf {
  readonly templates: Templates | undefined;
  readonly details: Pick<UploadDetails, 'service' | 'weightGrams'>;
}

/** What can be done with a file that was written before. */
export function useFileActs({templates, details}: FileActsOf) {
  const data = useData();
  const deeds = useDeeds();
  const writeAgain = useWriteAgain();

  /** The orders of a file that still wait, as they would be told now. */
  const parcelsOf = async (batch: BatchShown): Promise<readonly ParcelToUpload[]> => {
    const orders = await readOnce(data, ordersToUpload, {orderIds: batch.orders.map(({orderId}) => orderId)});
    const dayOf = dayAtStorefront(await readOnce(data, businessesInFull, {}));
    const waiting = orders.filter(({uploadId}) => uploadId === batch.id);
    const parcels = await Promise.all(
      waiting.map(async (order) => {
        const opened = await data.call('data.open', {sealed: order.buyer});
        const orderedOn = dayOf(order.storefrontId, order.orderedAt);
        const shippedOn = dayOf(order.storefrontId, Date.now() as Instant);
        return opened.ok ? [parcelToUpload(order, opened.value as Buyer, {orderedOn, shippedOn, ...details})] : [];
      }),
    );
    return parcels.flat();
  };
  return {
    writeAgain: async (batch: BatchShown): Promise<void> => {
      const template = templates?.all.find(({id}) => id === batch.templateId);
      await writeAgain(batch, await parcelsOf(batch), template);
    },
    close: async (batch: BatchShown): Promise<void> => {
      deeds.did('upload:did.closed', [await data.mutate(closeUpload, {batchId: batch.id as UploadBatchId})]);
    },
  };
}
