import {must} from '#core/lib/assert.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {isChecked} from '#core/printing/check-barcodes.ts';
import type {PrintJobId} from '#core/printing/print-job.ts';
import {labelForParcel} from '#core/shipping/bought/label-for-parcel.ts';
import type {LabelNow} from '#core/shipping/bought/queries.ts';
import type {BoughtLabel, BoughtLabelId} from '#core/shipping/bought/schema.ts';
import type {Package} from '#core/shipping/packing-bench/bench.ts';
import {labelCodes} from '#core/shipping/packing-bench/packages.ts';
import type {Parcel, ParcelTracking} from '#core/shipping/packing/schema.ts';
import type {Order} from '#core/orders/schema.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {jobOfLabel, printedBySystem} from '../../app/labels/printed-together.ts';
import type {LabelReader} from '../../app/labels/label-reader.ts';
import {type LabelOutlet, targetOf} from './label-printer.ts';

/** Of a label that was bought elsewhere: which it is, and its print job where it may have been printed with its file. */
export interface BoughtUse {
  readonly labelId: BoughtLabelId;
  readonly jobId: PrintJobId | undefined;
  /** It came out of the system's print window with its file. */
  readonly isPrinted: boolean;
}

export interface BoughtMade {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly codes: readonly string[];
  readonly tracking: ParcelTracking | undefined;
  readonly bought: BoughtUse;
}

interface Making {
  readonly pack: Package;
  readonly parcel: Parcel | undefined;
  readonly outlet: LabelOutlet;
}

/** The label that was bought for a package; undefined where there is none, or the package has one of ours already. */
export function boughtFor(
  labels: readonly LabelNow[],
  {pack: {parcelId}, parcel}: Pick<Making, 'pack' | 'parcel'>,
): BoughtLabel | undefined {
  const label = labelForParcel(labels, parcelId);
  return label && (parcel?.status !== 'labelled' || label.parcelId === parcelId) ? label : undefined;
}

/** That label for the printer, as it was bought. */
export async function makeBoughtLabel(
  {data, makeBought}: {readonly data: DataClient; readonly makeBought: LabelReader['make']},
  label: BoughtLabel,
  {pack, outlet}: Making & {readonly order?: Order},
): Promise<Result<BoughtMade>> {
  const kept = await data.call('bought.bytes', {labelId: label.id as BoughtLabelId});
  if (!kept.ok) return kept;
  if (kept.value === null) return fail('shipping.bought_elsewhere');
  const checking = outlet.to === 'printer' ? outlet.printer.checking : 'never';
  const made = await makeBought([{form: label.form, bytes: kept.value}], {
    target: targetOf(outlet),
    isChecked: isChecked(checking, pack.parcelId),
  });
  if (!made.ok) return made;
  const {number, carrier, scheme, service} = label;
  const tracking =
    number === ''
      ? undefined
      : {number, carrier, ...(scheme !== undefined && {scheme}), ...(service !== undefined && {service})};
  const own = labelCodes(pack.order.order.channelOrderId, {place: pack.place, ...(tracking && {tracking})});
  const labelId = label.id as BoughtLabelId;
  // One that stuck on a parcel that is void is torn up: it has to come out once more.
  const isFresh = label.parcelId === undefined || label.parcelId === pack.parcelId;
  const bought: BoughtUse = {
    labelId,
    jobId: isFresh ? jobOfLabel(labelId) : undefined,
    isPrinted: isFresh && printedBySystem.has(labelId),
  };
  const codes = [must(own[0], 'a label says its code'), ...label.scans, ...own.slice(1)];
  return ok({bytes: made.value, codes, tracking, bought});
}
