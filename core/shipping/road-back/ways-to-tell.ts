import type {Fault} from '../../faults.ts';
import {fail} from '../../lib/result.ts';
import type {Channel, StorefrontId} from '../../storefronts/schema.ts';
import type {ParcelId} from '../packing/schema.ts';
import type {ParcelToTell, ToTell} from './parcels-to-shipped.ts';
import {type CarrierWords, type RoadBackWish, type UploadFile, roadBack} from './road-back.ts';

/** What one storefront is to be told, and which parcels it knows of once it is. */
export interface WayToTell {
  readonly storefrontId: StorefrontId;
  readonly channel: Channel;
  readonly file: UploadFile | undefined;
  /** Those that the file tells of, each with all its orders of this storefront. */
  readonly parcelIds: readonly ParcelId[];
  readonly orders: number;
  /** Orders that no file can tell of: a person tells them, one by one. */
  readonly byHand: readonly ByHand[];
}

export interface ByHand {
  readonly channelOrderId: string;
  /** Other orders here that lie in one parcel with it: marked as told, it is told for them too. */
  readonly beside: readonly string[];
  readonly fault: Fault;
  readonly parcelIds: readonly ParcelId[];
  /** Blank where its parcel has none. */
  readonly numbers: readonly string[];
  /** As in `assets/carriers`, or its own name. */
  readonly courier: string;
}

/**
 * The file of each storefront. A parcel is told with all its orders there or with none: what lies in one parcel with an order that
 * no file can tell of is told by hand as well, so that nothing is told twice and nothing forgotten.
 */
export function waysToTell(
  {parcels, numberless}: ToTell,
  carriers: CarrierWords,
  {channelOf, ...wish}: RoadBackWish & {readonly channelOf: (storefrontId: StorefrontId) => Channel | undefined},
): readonly WayToTell[] {
  const bare = new Map<StorefrontId, OneByHand[]>();
  for (const {parcelId, order} of numberless) {
    const {storefrontId, channelOrderId} = order;
    const {fault} = fail('shipping.no_number');
    const one: OneByHand = {channelOrderId, fault, parcelIds: [parcelId], numbers: [], courier: ''};
    bare.set(storefrontId, [...(bare.get(storefrontId) ?? []), one]);
  }
  const storefrontIds = new Set([
    ...parcels.flatMap(({shares}) => shares.map(({storefrontId}) => storefrontId)),
    ...bare.keys(),
  ]);
  return [...storefrontIds].flatMap((storefrontId) => {
    const channel = channelOf(storefrontId);
    if (!channel) return [];
    const own = parcels.flatMap((parcel): ParcelToTell[] => {
      const shares = parcel.shares.filter((share) => share.storefrontId === storefrontId);
      return shares.length > 0 ? [{...parcel, shares}] : [];
    });
    const faults = untellable(own, carriers, wish);
    const told = own.filter(({shares}) => !shares.some(({channelOrderId}) => faults.has(channelOrderId)));
    const [way] = roadBack(told, carriers, wish);
    return [
      {
        storefrontId,
        channel,
        file: way?.file,
        parcelIds: told.map(({parcelId}) => parcelId),
        orders: new Set(told.flatMap(({shares}) => shares.map(({channelOrderId}) => channelOrderId))).size,
        byHand: withThoseBeside([
          ...[...faults].map(([number, fault]) => handOf(number, fault, own)),
          ...(bare.get(storefrontId) ?? []),
        ]),
      },
    ];
  });
}

/** The orders of one storefront that are not told by its file, and those that lie in one parcel with them. */
function untellable(
  own: readonly ParcelToTell[],
  carriers: CarrierWords,
  wish: RoadBackWish,
): ReadonlyMap<string, Fault> {
  const [way] = roadBack(own, carriers, wish);
  const faults = new Map((way?.untold ?? []).map(({channelOrderId, fault}) => [channelOrderId, fault]));
  for (let before = -1; before !== faults.size;) {
    before = faults.size;
    for (const {shares} of own) {
      const fault = shares.flatMap(({channelOrderId}) => faults.get(channelOrderId) ?? [])[0];
      if (fault)
        for (const {channelOrderId} of shares) if (!faults.has(channelOrderId)) faults.set(channelOrderId, fault);
    }
  }
  return faults;
}

type OneByHand = Omit<ByHand, 'beside'>;

function withThoseBeside(rows: readonly OneByHand[]): readonly ByHand[] {
  return rows.map((row) => {
    const beside = rows.filter((other) => other !== row && other.parcelIds.some((one) => row.parcelIds.includes(one)));
    return {...row, beside: beside.map(({channelOrderId}) => channelOrderId)};
  });
}

function handOf(channelOrderId: string, fault: Fault, own: readonly ParcelToTell[]): OneByHand {
  const parcels = own.filter(({shares}) => shares.some((share) => share.channelOrderId === channelOrderId));
  return {
    channelOrderId,
    fault,
    parcelIds: parcels.map(({parcelId}) => parcelId),
    numbers: parcels.map(({number}) => number),
    courier: parcels[0]?.courier ?? '',
  };
}
