import type {Fault} from '../../faults.ts';
import {type Result, fail} from '../../lib/result.ts';
import {utf8} from '../../lib/utf8.ts';
import type {Channel, StorefrontId} from '../../storefronts/schema.ts';
import type {LocalDate} from '../../time/local-date.ts';
import type {Carriers} from '../tracking/carriers.ts';
import {amazonUpload} from './amazon.ts';
import {ebayFeedUpload, ebayUpload} from './ebay.ts';
import {etsyUpload} from './etsy.ts';
import type {OrderShare, OrderTold, ParcelTold, ShippedParcel} from './shipment.ts';
import {shopifyUpload} from './shopify.ts';
import {isSafeCell, tableText} from './table-text.ts';
import {tiktokUpload} from './tiktok.ts';
import type {UploadShape} from './upload-shape.ts';
import {woocommerceUpload} from './woocommerce.ts';
import {workbookBytes} from './workbook.ts';

/** Every shape there is; the first of a channel is the one its sellers use. */
export const uploadShapes: readonly UploadShape[] = [
  amazonUpload,
  ebayUpload,
  ebayFeedUpload,
  etsyUpload,
  shopifyUpload,
  tiktokUpload,
  woocommerceUpload,
];

/** What one storefront is told. */
export interface WayBack {
  readonly storefrontId: StorefrontId;
  readonly channel: Channel;
  /** None where there is nobody to tell in bulk. */
  readonly file: UploadFile | undefined;
  /** Orders that the file cannot tell of, and why: a person does it. */
  readonly untold: readonly {readonly channelOrderId: string; readonly fault: Fault}[];
}

export interface UploadFile {
  readonly name: string;
  readonly takenBy: UploadShape['takenBy'];
  readonly form: UploadShape['form'];
  readonly sheet?: string;
  readonly rows: readonly (readonly string[])[];
}

/** What is known of carriers' names. */
export type CarrierWords = Pick<Carriers, 'names' | 'calledBy'>;

/** What the seller says beside the parcels. */
export interface RoadBackWish {
  /** The shape for a channel that has more than one. */
  readonly shapes?: readonly string[];
  /** How a channel of the seller's calls a carrier, where it is not as in `assets/carriers`: `woocommerce dhl` to a name. */
  readonly names?: ReadonlyMap<string, string>;
}

/**
 * The files that bring tracking numbers back to where the orders came from, one for each storefront. Every source order is
 * told of every parcel it lies in, whether its parcel was merged with others or it was split over several.
 */
export function roadBack(
  parcels: readonly ShippedParcel[],
  carriers: CarrierWords,
  wish: RoadBackWish = {},
): readonly WayBack[] {
  const storefronts = new Map<StorefrontId, OrderShare>();
  for (const share of parcels.flatMap(({shares}) => shares)) storefronts.set(share.storefrontId, share);
  return [...storefronts.values()].map(({storefrontId, channel}) => {
    const orders = ordersOf(storefrontId, parcels, (courier) => ({
      listed: wish.names?.get(`${channel} ${courier}`) ?? carriers.calledBy.get(courier)?.[channel],
      plain: carriers.names.get(courier) ?? courier,
    }));
    const shape =
      uploadShapes.find((one) => one.channel === channel && wish.shapes?.includes(one.id)) ??
      uploadShapes.find((one) => one.channel === channel);
    return {storefrontId, channel, ...told(shape, orders)};
  });
}

function ordersOf(
  storefrontId: StorefrontId,
  parcels: readonly ShippedParcel[],
  nameOf: (courier: string) => ParcelTold['carrier'],
): readonly OrderTold[] {
  const orders = new Map<string, {parcels: ParcelTold[]; remains: boolean; othersTold: boolean}>();
  for (const {courier, number, shippedOn, shares} of parcels) {
    for (const {channelOrderId, lines, remains, othersTold = false} of shares.filter(
      (share) => share.storefrontId === storefrontId,
    )) {
      const order = orders.get(channelOrderId) ?? {parcels: [], remains: false, othersTold: false};
      order.parcels.push({number, shippedOn, lines, carrier: nameOf(courier)});
      order.remains ||= remains;
      order.othersTold ||= othersTold;
      orders.set(channelOrderId, order);
    }
  }
  return [...orders].map(([channelOrderId, order]) => ({channelOrderId, ...order}));
}

function told(shape: UploadShape | undefined, orders: readonly OrderTold[]): Pick<WayBack, 'file' | 'untold'> {
  const found = orders.map((order) => ({order, rows: shape ? safeRows(shape, order) : noShape()}));
  const untold = found.flatMap(({order: {channelOrderId}, rows}) =>
    rows.ok ? [] : [{channelOrderId, fault: rows.fault}],
  );
  const rows = found.flatMap(({rows: one}) => (one.ok ? one.value : []));
  if (!shape || rows.length === 0) return {file: undefined, untold};
  const {above = [], columns, takenBy, form, sheet} = shape;
  const file = {name: fileName(shape, orders), takenBy, form, rows: [...above, columns, ...rows]};
  return {file: sheet === undefined ? file : {...file, sheet}, untold};
}

function noShape(): Result<readonly (readonly string[])[]> {
  return fail('shipping.channel_takes_no_file');
}

function safeRows(shape: UploadShape, order: OrderTold): Result<readonly (readonly string[])[]> {
  const rows = shape.rows(order);
  if (!rows.ok) return rows;
  const unsafe = rows.value.flatMap((cells) => cells.findIndex((cell) => !isSafeCell(cell))).find((at) => at >= 0);
  return unsafe === undefined ? rows : fail('shipping.cell_unsafe', {column: shape.columns[unsafe] ?? ''});
}

const endings: Readonly<Record<UploadShape['form'], string>> = {csv: 'csv', tab: 'txt', xlsx: 'xlsx'};

function fileName({fileName: stem, form}: UploadShape, orders: readonly OrderTold[]): string {
  const days = orders.flatMap(({parcels}) => parcels.map(({shippedOn}) => shippedOn));
  const last = days.reduce<LocalDate | undefined>((latest, day) => (latest && latest > day ? latest : day), undefined);
  return `${stem}-${last ?? ''}.${endings[form]}`;
}

/** The bytes of a file as they are uploaded. */
export function bytesOf({form, sheet, rows}: UploadFile): Uint8Array {
  return form === 'xlsx' ? workbookBytes(rows, sheet ?? 'Sheet1') : utf8(tableText(rows, form === 'tab' ? '\t' : ','));
}
