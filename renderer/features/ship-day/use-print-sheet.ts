import {useTranslation} from 'react-i18next';
import type {Buyer} from '#core/orders/schema.ts';
import {sheetTarget} from '#core/printing/make-document.ts';
import type {ManifestParcel} from '#core/shipping/documents/manifest.ts';
import {parcelsToHandOver} from '#core/shipping/handover/queries.ts';
import type {Manifest} from '#core/shipping/handover/schema.ts';
import {firstAndMore, ordersIn} from '#core/shipping/packing/orders-in.ts';
import type {Address} from '#core/storefronts/address.ts';
import type {Business} from '#core/storefronts/schema.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useData} from '../../app/data/use-data.ts';
import {sheetJobOf} from '../../app/printing/sheet-job-of.ts';
import type {Printing} from '../../app/printing/use-paper.tsx';
import {useCarrierWords} from './carrier-words.ts';

export type PrintSheet = (manifest: Manifest) => Promise<boolean>;

/** Prints the sheet of what was handed over: with it the carrier signs. */
export function usePrintSheet(print: Printing['print'], business: Business | undefined): PrintSheet {
  const {t} = useTranslation(['paper', 'day']);
  const data = useData();
  const carrierWords = useCarrierWords();
  return async (manifest) => {
    const {id, number, carrier, day, handedAt} = manifest;
    const sender = business?.sender && (await opened<Address>(data, business.sender));
    const parcels = await parcelsOn(data, manifest);
    const says = {number, carrier: carrierWords(carrier), handedOn: day, parcels, ...(sender && {sender})};
    const title = t('day:sheet.document', {number});
    return print({
      kind: 'manifest',
      about: id,
      document: {make: 'sheet', job: sheetJobOf({sheet: {is: 'manifest', says}, title, madeAt: handedAt}, t)},
      sheet: sheetTarget,
    });
  };
}

async function parcelsOn(data: DataClient, {parcelIds}: Manifest): Promise<readonly ManifestParcel[]> {
  const told = await readOnce(data, parcelsToHandOver, {parcelIds});
  return Promise.all(
    told.map(async ({parcel, order}): Promise<ManifestParcel> => {
      const buyer = order && (await opened<Buyer>(data, order.buyer));
      const {country, postalCode, city} = buyer?.shipTo ?? {country: order?.shipCountry ?? ''};
      const own = order ? `${order.channelOrderId}/${parcel.place}` : '';
      return {
        tracking: parcel.tracking?.number ?? own,
        orderNumber: firstAndMore(order?.channelOrderId ?? '', ordersIn(parcel).length),
        place: [country, postalCode, city].filter(Boolean).join(' '),
        ...(parcel.weightGrams !== undefined && {weightGrams: parcel.weightGrams}),
      };
    }),
  );
}

async function opened<T>(data: DataClient, sealed: Parameters<typeof openCall>[1]): Promise<T | undefined> {
  const answer = await openCall(data, sealed);
  return answer.ok ? (answer.value as T) : undefined;
}

function openCall(data: DataClient, sealed: {readonly key: string; readonly bytes: string}) {
  return data.call('data.open', {sealed});
}
