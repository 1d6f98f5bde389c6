import {must} from '../../lib/assert.ts';
import {callOf} from '../../sync/define.ts';
import {parcelClosed, parcelPacked} from '../packing/mutators.ts';
import {leftOf} from '../packing/pieces.ts';
import type {ParcelId, WeightReason} from '../packing/schema.ts';
import {
  type Bench,
  type BenchOrder,
  type Effect,
  type Package,
  type Stage,
  type Step,
  type After,
  saying,
} from './bench.ts';
import {isSerialThere, linesLeft, nextPlace, packedLines, rowsOf, stillLeft, stopOf, withParcel} from './packages.ts';
import {said} from './said.ts';
import type {Scan} from './scan.ts';
import {expectedGrams, isAsExpected} from './weight.ts';

type At<Name extends Stage['at']> = Extract<Stage, {at: Name}>;

/** An empty box for what is left of an order. */
export function beginPackage(bench: Bench, order: BenchOrder, parcelId: ParcelId): Step {
  const place = nextPlace(order);
  const stage: Stage = {at: 'packing', order, parcelId, place, pieces: []};
  const values = {number: order.order.channelOrderId, place};
  return saying(
    {...bench, stage},
    place > 1 ? said('nextPackage', values) : said('opened', values),
    labelAhead({order, parcelId, place}),
  );
}

/** What goes on, where a screen comes back to a bench on which something stands. */
export function resumed({stage}: Bench): readonly Effect[] {
  return stage.at === 'packing' ? [labelAhead(stage)] : [];
}

/** What a step prepares, where something else is said than that a package begins. */
export function preparing({effects}: Step): readonly Effect[] {
  return effects.filter(({does}) => does === 'prepare');
}

/** Most packages take all that is left of their order. */
function labelAhead({order, parcelId, place}: Package): Effect {
  return {does: 'prepare', pack: {order, parcelId, place}, lines: linesLeft(order)};
}

/** Puts what was scanned into the box; with the last piece of the order its label is made. */
export function addPiece(
  bench: Bench,
  stage: At<'packing'>,
  {item, scan}: {readonly item: string; readonly scan: Extract<Scan, {tells: 'code'}>},
): Step {
  const {order, pieces} = stage;
  const once = {...bench, times: 1, stranger: undefined};
  const stop = stopOf(order.order);
  if (stop) return saying(once, stop);
  const {serial} = scan;
  const count = scan.quantity ?? bench.times;
  const row = must(
    rowsOf(order, pieces).find((each) => each.item === item),
    'an item of the order',
  );
  const {title} = row;
  if (serial !== undefined && count > 1) return saying(once, said('serialOne', {item}));
  if (serial !== undefined && isSerialThere(order, pieces, serial)) return saying(once, said('serialTwice', {serial}));
  if (count > stillLeft(row)) return saying(once, said('extra', {item, title, wanted: row.wanted - row.before}));

  const piece = {item, count, ...(serial !== undefined && {serial})};
  const filled = {...stage, pieces: [...pieces, piece]};
  if (rowsOf(order, filled.pieces).every((each) => stillLeft(each) === 0)) return pack(once, filled, 'idle');
  const values = {item, title, now: row.before + row.now + count, wanted: row.wanted};
  return saying({...once, stage: filled}, said('right', values));
}

/** All that goes into the box lies in it. Where a scale is connected and knows what the box should weigh, it is weighed first. */
export function pack(bench: Bench, stage: At<'packing'>, after: After): Step {
  return weighed(bench, {...stage, at: 'weighing', after});
}

/** Goes on as soon as the scale says what it should; until then it says what is wrong. */
export function weighed(bench: Bench, stage: At<'weighing'>): Step {
  const {scale, grams} = bench;
  const expected = scale && expectedGrams(stage.order, stage.pieces, scale);
  if (!scale || expected === undefined) return seal(bench, stage);
  if (grams !== undefined && isAsExpected(grams, expected, scale)) return seal(bench, stage);
  const told = grams === undefined ? said('weigh', {expected}) : said('weightOff', {grams, expected});
  const isSaid = bench.stage.at === 'weighing' && bench.said.code === told.code && bench.said.values['grams'] === grams;
  return isSaid ? {bench, effects: []} : saying({...bench, stage}, told);
}

/** What lies in the box is a package: a fact from here on, with its weight and why that is another than it should be. Its label comes. */
export function seal(
  bench: Bench,
  {order, parcelId, place, pieces, after}: At<'weighing'>,
  reason?: WeightReason,
): Step {
  const lines = packedLines(order, pieces);
  const packedBy = must(bench.packer, 'somebody who packs');
  const {grams} = bench;
  const weight = {...(grams !== undefined && grams > 0 && {weightGrams: grams}), ...(reason && {weightReason: reason})};
  const packed: Package = {order: withParcel(order, {id: parcelId, status: 'packed', place, lines}), parcelId, place};
  return saying({...bench, stage: {at: 'making', after, ...packed}}, said('making'), {
    does: 'label',
    pack: packed,
    lines,
    calls: [callOf(parcelPacked, {parcelId, place, lines, packedBy, ...weight})],
  });
}

/** Goes on with a package whose label is not scanned yet: makes the label where there is none. */
export function labelAgain(bench: Bench, pack: Package, after: After = 'idle'): Step {
  const parcel = pack.order.parcels.find(({id}) => id === pack.parcelId);
  return saying({...bench, times: 1, stage: {at: 'making', after, ...pack}}, said('making'), {
    does: 'label',
    pack,
    lines: parcel?.lines ?? [],
    calls: [],
  });
}

/** The printed label was scanned. */
export function close(bench: Bench, stage: At<'closing'>, fresh: ParcelId): Step {
  const {order, parcelId, place, codes, after} = stage;
  const stop = stopOf(order.order);
  if (stop) return saying(bench, stop);
  const parcel = must(
    order.parcels.find(({id}) => id === parcelId),
    'the package on the bench',
  );
  const closed = withParcel(order, {...parcel, status: 'closed'});
  const left = leftOf(order.order, closed.parcels).reduce((sum, {quantity}) => sum + quantity, 0);
  const done = {
    ...bench,
    grams: undefined,
    stage: {at: 'idle'},
    last: {order: closed, parcelId, place, codes},
  } satisfies Bench;
  const {channelOrderId: number} = order.order;
  const effects: readonly Effect[] = [
    {does: 'tell', calls: [callOf(parcelClosed, {parcelId})]},
    {does: 'settle', parcelId, outcome: 'used'},
  ];
  if (left === 0) return saying(done, said('orderDone', {number}), ...effects);
  const closing = saying(done, said('closed', {number, left}), ...effects);
  if (after === 'idle') return closing;
  const begun = beginPackage(closing.bench, closed, fresh);
  return {bench: begun.bench, effects: [...closing.effects, ...preparing(begun)]};
}
