import {must} from '../../lib/assert.ts';
import {callOf} from '../../sync/define.ts';
import {parcelClosed, parcelPacked} from '../packing/mutators.ts';
import type {ParcelId, WeightReason} from '../packing/schema.ts';
import {
  type Bench,
  type BenchOrder,
  type Effect,
  type InOneBox,
  type Package,
  type Stage,
  type Step,
  type After,
  saying,
} from './bench.ts';
import {
  allLeft,
  boxOf,
  insideOf,
  isFree,
  isSerialThere,
  linesLeft,
  nextPlace,
  numberOf,
  ordersOf,
  packedLines,
  rowsOf,
  stillLeft,
  stopOfAny,
  withParcel,
} from './packages.ts';
import {said} from './said.ts';
import type {Scan} from './scan.ts';
import {expectedGrams, isAsExpected} from './weight.ts';

type At<Name extends Stage['at']> = Extract<Stage, {at: Name}>;

/** An empty box for what is left of orders; others may be offered to go into it. */
export function beginPackage(
  bench: Bench,
  box: InOneBox,
  {parcelId, offered = []}: {readonly parcelId: ParcelId; readonly offered?: readonly BenchOrder[]},
): Step {
  const orders = ordersOf(box);
  const place = nextPlace([...orders, ...offered]);
  const stage: Stage = {at: 'packing', order: box.order, others: box.others, parcelId, place, pieces: [], offered};
  const ahead = labelAhead(stage);
  if (offered.length > 0) return saying({...bench, stage}, said('offered', {count: offered.length}), ahead);
  const values = {number: numberOf(orders), place};
  return saying({...bench, stage}, place > 1 ? said('nextPackage', values) : said('opened', values), ahead);
}

/** What goes on, where a screen comes back to a bench on which something stands. */
export function resumed({stage}: Bench): readonly Effect[] {
  return stage.at === 'packing' ? [labelAhead(stage)] : [];
}

/** What a step prepares, where something else is said than that a package begins. */
export function preparing({effects}: Step): readonly Effect[] {
  return effects.filter(({does}) => does === 'prepare');
}

/** Most packages take all that is left of their orders. */
function labelAhead({order, others, parcelId, place}: Package): Effect {
  const lines = linesLeft([order, ...others]);
  const filled = withParcel({order, others}, {id: parcelId, status: 'packed', place, lines});
  return {does: 'prepare', pack: {...filled, parcelId, place}, lines};
}

/** Puts offered orders into the box too, those that can still be packed. */
export function joined(bench: Bench, stage: At<'packing'>, wanted: readonly BenchOrder[]): Step {
  const able = wanted.filter(isFree);
  if (able.length === 0) return saying(bench, said('nobodyElse'));
  const others = [...stage.others, ...able];
  const offered = stage.offered.filter((each) => !wanted.includes(each));
  const together = {...stage, others, offered};
  return saying(
    {...bench, times: 1, stage: together},
    said('together', {count: others.length + 1}),
    labelAhead(together),
  );
}

/** Takes the others out of the box again, as long as nothing lies in it. */
export function apart(bench: Bench, stage: At<'packing'>): Step {
  const {order, others, offered} = stage;
  const alone = {...stage, others: [], offered: [...others, ...offered]};
  return saying({...bench, stage: alone}, said('apart', {number: order.order.channelOrderId}), labelAhead(alone));
}

/** Puts what was scanned into the box; with the last piece of its orders its label is made. */
export function addPiece(
  bench: Bench,
  stage: At<'packing'>,
  {item, scan}: {readonly item: string; readonly scan: Extract<Scan, {tells: 'code'}>},
): Step {
  const {pieces} = stage;
  const orders = ordersOf(stage);
  const once = {...bench, times: 1, stranger: undefined};
  const stop = stopOfAny(orders);
  if (stop) return saying(once, stop);
  const {serial} = scan;
  const count = scan.quantity ?? bench.times;
  const row = must(
    rowsOf(orders, pieces).find((each) => each.item === item),
    'an item of the orders',
  );
  const {title} = row;
  if (serial !== undefined && count > 1) return saying(once, said('serialOne', {item}));
  if (serial !== undefined && isSerialThere(orders, pieces, serial)) return saying(once, said('serialTwice', {serial}));
  if (count > stillLeft(row)) return saying(once, said('extra', {item, title, wanted: row.wanted - row.before}));

  const piece = {item, count, ...(serial !== undefined && {serial})};
  const filled = {...stage, pieces: [...pieces, piece]};
  if (rowsOf(orders, filled.pieces).every((each) => stillLeft(each) === 0)) return pack(once, filled, 'idle');
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
  const expected = scale && expectedGrams(ordersOf(stage), stage.pieces, scale);
  if (!scale || expected === undefined) return seal(bench, stage);
  if (grams !== undefined && isAsExpected(grams, expected, scale)) return seal(bench, stage);
  const told = grams === undefined ? said('weigh', {expected}) : said('weightOff', {grams, expected});
  const isSaid = bench.stage.at === 'weighing' && bench.said.code === told.code && bench.said.values['grams'] === grams;
  return isSaid ? {bench, effects: []} : saying({...bench, stage}, told);
}

/** What lies in the box is a package: a fact from here on, with its weight and why that is another than it should be. Its label comes. */
export function seal(bench: Bench, stage: At<'weighing'>, reason?: WeightReason): Step {
  const {parcelId, place, pieces, after} = stage;
  const lines = packedLines(ordersOf(stage), pieces);
  const packedBy = must(bench.packer, 'somebody who packs');
  const {grams} = bench;
  const weight = {...(grams !== undefined && grams > 0 && {weightGrams: grams}), ...(reason && {weightReason: reason})};
  const packed: Package = {...withParcel(stage, {id: parcelId, status: 'packed', place, lines}), parcelId, place};
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
  const inside = insideOf(stage);
  const stop = stopOfAny(inside);
  if (stop) return saying(bench, stop);
  const parcel = must(
    order.parcels.find(({id}) => id === parcelId),
    'the package on the bench',
  );
  const closed = withParcel(stage, {...parcel, status: 'closed'});
  const left = allLeft(ordersOf(closed)).reduce((sum, {quantity}) => sum + quantity, 0);
  const done = {
    ...bench,
    grams: undefined,
    stage: {at: 'idle'},
    last: {...closed, parcelId, place, codes},
  } satisfies Bench;
  const number = numberOf(inside);
  const effects: readonly Effect[] = [
    {does: 'tell', calls: [callOf(parcelClosed, {parcelId})]},
    {does: 'settle', parcelId, outcome: 'used'},
  ];
  if (left === 0) return saying(done, said('orderDone', {number}), ...effects);
  const closing = saying(done, said('closed', {number, left}), ...effects);
  if (after === 'idle') return closing;
  const begun = beginPackage(closing.bench, boxOf(ordersOf(closed).filter((each) => allLeft([each]).length > 0)), {
    parcelId: fresh,
  });
  return {bench: begun.bench, effects: [...closing.effects, ...preparing(begun)]};
}
