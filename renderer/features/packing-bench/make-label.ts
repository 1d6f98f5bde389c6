import type {i18n} from 'i18next';
import {must} from '#core/lib/assert.ts';
import {canonical} from '#core/lib/canonical.ts';
import {type Result, ok} from '#core/lib/result.ts';
import type {Buyer} from '#core/orders/schema.ts';
import {isChecked} from '#core/printing/check-barcodes.ts';
import type {Package} from '#core/shipping/packing-bench/bench.ts';
import type {LabelJob} from '#core/shipping/documents/label-page.ts';
import type {LabelCode} from '#core/shipping/documents/parcel-label.ts';
import {labelCodeOf} from '#core/shipping/packing-bench/label-code.ts';
import {contentsOf, labelCodes, ownText} from '#core/shipping/packing-bench/packages.ts';
import {numberOfOrder} from '#core/shipping/packing/number-of-order.ts';
import type {orderToPack} from '#core/shipping/packing/queries.ts';
import type {PackedLine, Parcel, ParcelTracking} from '#core/shipping/packing/schema.ts';
import type {Address} from '#core/storefronts/address.ts';
import {businessDay} from '#core/time/business-day.ts';
import type {Instant} from '#core/time/instant.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import type {DocumentClient} from '../../app/printing/document-client.ts';
import {labelJobOf} from '../../app/printing/label-job.ts';
import {useBench} from './bench-view.ts';
import type {LabelReader} from '../../app/labels/label-reader.ts';
import {type LabelOutlet, targetOf} from './label-printer.ts';
import {type BoughtUse, boughtFor, makeBoughtLabel} from './make-bought-label.ts';
import {numberInHand, voidInHand} from './number-in-hand.ts';
import type {NumberChoice} from './numbers.ts';
import type {StoredForLabel} from './stored-for-label.ts';

/** A label as its printer takes it. */
export interface MadeLabel {
  readonly outlet: LabelOutlet;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly title: string;
  /** What scanners read on it. */
  readonly codes: readonly string[];
  readonly tracking: ParcelTracking | undefined;
  /** The parcel as the store has it. */
  readonly parcel: Parcel | undefined;
  /** The label was bought elsewhere. */
  readonly bought?: BoughtUse;
}

export interface Making {
  readonly pack: Package;
  readonly lines: readonly PackedLine[];
  readonly outlet: LabelOutlet;
}

export interface LabelPorts {
  readonly data: DataClient;
  readonly make: DocumentClient['make'];
  readonly makeBought: LabelReader['make'];
  readonly words: i18n;
}

/** A label that can be made. */
export interface LabelPlan {
  /** All that it depends on: as long as this is the same, so is the label. */
  readonly basis: string;
  readonly make: () => Promise<Result<MadeLabel>>;
}

/**
 * Decides what the label of a package is: the one that was bought for its order, else one of ours. The same package always has the same
 * label: its number is drawn once, only for a label that can be made, and not at all where the carrier has given the order one. Undefined where
 * the order is gone.
 */
export function planLabel(ports: LabelPorts, making: Making, {found, labels}: StoredForLabel): LabelPlan | undefined {
  if (!found) return undefined;
  const {pack, lines, outlet} = making;
  const {products: _, ...told} = found;
  const parcel = told.parcels.find(({id}) => id === pack.parcelId);
  const bought = boughtFor(labels, {pack, parcel});
  const number = bought ? undefined : numberWanted(told, {pack, parcel});
  const basis = canonical({
    told,
    bought,
    number,
    parcelId: pack.parcelId,
    place: pack.place,
    own: ownText(pack),
    contents: contentsOf(lines),
    outlet,
    language: ports.words.language,
  });
  return {
    basis,
    make: async () => {
      if (!bought) return makeOurs(ports, told, {...making, parcel, number});
      const made = await makeBoughtLabel(ports, bought, {pack, parcel, outlet});
      const title = ports.words.t('shipping:label.document', {number: told.order.channelOrderId});
      return made.ok ? ok({...made.value, title, outlet, parcel}) : made;
    },
  };
}

/** The number on a label: told already, or the next that this account has on a day. */
type NumberWanted =
  | {readonly is: 'told'; readonly tracking: ParcelTracking | undefined}
  | {readonly is: 'next'; readonly choice: NumberChoice; readonly on: LocalDate};

function numberWanted(
  {order, parcels, business}: Told,
  {pack, parcel}: {readonly pack: Package; readonly parcel: Parcel | undefined},
): NumberWanted {
  const isLabelled = parcel?.status === 'labelled';
  const tracking = parcel?.tracking ?? (isLabelled ? undefined : numberOfOrder(order, parcels, pack.parcelId));
  const {numbers: choice} = useBench.getState();
  if (tracking || isLabelled || !choice || !business) return {is: 'told', tracking};
  const {zone, dayStartsAtHour: startsAtHour} = business;
  return {is: 'next', choice, on: businessDay(Date.now() as Instant, {zone, startsAtHour})};
}

async function makeOurs(
  ports: LabelPorts,
  told: Told,
  {
    pack,
    lines,
    outlet,
    parcel,
    number,
  }: Making & {readonly parcel: Parcel | undefined; readonly number: NumberWanted | undefined},
): Promise<Result<MadeLabel>> {
  const {data, make} = ports;
  const says = await saidOn(ports, told, {pack, lines});
  if (!says.ok) return says;
  const checking = outlet.to === 'printer' ? outlet.printer.checking : 'never';
  const making = {make: 'label', target: targetOf(outlet), isChecked: isChecked(checking, pack.parcelId)} as const;
  const tracking = number?.is === 'told' ? number.tracking : undefined;
  const without = says.value(tracking);
  const first = await make({...making, job: without.job});
  if (!first.ok) return first;
  const ours = {title: without.job.title, outlet, parcel};
  if (number?.is !== 'next') return ok({...without, ...ours, bytes: first.value, tracking});
  const drawn = await numberInHand(data, number.choice, number.on);
  if (!drawn.ok) return drawn;
  const withNumber = says.value(drawn.value);
  const made = await make({...making, job: withNumber.job});
  if (made.ok) return ok({...withNumber, ...ours, bytes: made.value, tracking: drawn.value});
  await voidInHand(data);
  return made;
}

type Told = Omit<NonNullable<Awaited<ReturnType<typeof orderToPack.run>>>, 'products'>;

interface LabelSays {
  readonly job: LabelJob;
  /** What scanners read on it. */
  readonly codes: readonly string[];
}

/** What the label says, with a carrier's number or without. */
async function saidOn(
  {data, words}: LabelPorts,
  {order, storefront, business}: Told,
  {pack, lines}: Pick<Making, 'pack' | 'lines'>,
): Promise<Result<(tracking: ParcelTracking | undefined) => LabelSays>> {
  const opened = await data.call('data.open', {sealed: order.buyer});
  if (!opened.ok) return opened;
  const buyer = opened.value as Buyer;
  const sealedSender = business?.sender && (await data.call('data.open', {sealed: business.sender}));
  const sender = sealedSender?.ok ? (sealedSender.value as Address) : undefined;
  const contents = contentsOf(lines);
  const t = words.getFixedT(null, ['shipping', 'paper'] as const);
  return ok((tracking) => {
    const codes = labelCodes(order.channelOrderId, {place: pack.place, ...(tracking && {tracking})});
    const own = must(codes[0], 'a label says its code');
    const code: LabelCode = tracking ? labelCodeOf(tracking.number, buyer.shipTo) : {kind: 'code128', data: own};
    const job = labelJobOf(
      {
        order,
        buyer,
        storefront,
        sender,
        contents,
        tracking: {text: tracking?.number ?? ownText(pack), code},
        ...(tracking?.service !== undefined && {service: tracking.service}),
      },
      t,
    );
    return {job, codes};
  });
}
