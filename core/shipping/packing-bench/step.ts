import {must, unreachable} from '../../lib/assert.ts';
import {teachBarcode} from '../../catalog/mutators.ts';
import {callOf} from '../../sync/define.ts';
import {parcelClosed, parcelLabelled} from '../packing/mutators.ts';
import type {ParcelId} from '../packing/schema.ts';
import {type Bench, type BenchEvent, type BenchOrder, type Found, type Step, saying} from './bench.ts';
import {onCommand} from './command-steps.ts';
import {addPiece, beginPackage, close, joined, labelAgain, preparing, seal, weighed} from './package-steps.ts';
import {allLeft, isFree, itemScanned, numberOf, ordersOf, rowsOf, stopOf, stopOfAny, toldAnew} from './packages.ts';
import {said} from './said.ts';
import {type Scan, isSameCode} from './scan.ts';

type Code = Extract<Scan, {tells: 'code'}>;

/**
 * One event after another: what the bench becomes, and what is to be done. It knows no clock, no store and no printer; `fresh` is an id
 * for a package that may begin now.
 */
export function step(bench: Bench, event: BenchEvent, fresh: ParcelId): Step {
  switch (event.what) {
    case 'scan':
      return onScan(bench, event.scan, fresh);
    case 'piece':
      return onPiece(bench, event.row);
    case 'teach':
      return onTeach(bench, event.row);
    case 'found':
      return onFound({...bench, stranger: undefined}, event.found, fresh);
    case 'order':
      return onOrder(bench, event.order);
    case 'labelled': {
      const {stage} = bench;
      if (stage.at !== 'making' || stage.parcelId !== event.parcelId) return quietly(bench);
      return saying({...bench, stage: {...stage, at: 'closing', codes: event.codes}}, said('scanLabel'));
    }
    case 'unlabelled': {
      const {stage} = bench;
      if (stage.at !== 'making' || stage.parcelId !== event.parcelId) return quietly(bench);
      return saying({...bench, stage: {...stage, at: 'unmade'}}, said('unmade', {}, event.fault));
    }
    case 'weighed':
      return onWeight({...bench, grams: event.grams});
    case 'scale':
      return onWeight({...bench, scale: event.rules, ...(!event.rules && {grams: undefined})});
    case 'accept':
      return bench.stage.at === 'weighing' ? seal(bench, bench.stage, event.reason) : saying(bench, said('notNow'));
    default:
      return unreachable(event);
  }
}

function onWeight(bench: Bench): Step {
  return bench.stage.at === 'weighing' ? weighed(bench, bench.stage) : quietly(bench);
}

function quietly(bench: Bench): Step {
  return {bench, effects: []};
}

function onScan(bench: Bench, scan: Scan, fresh: ParcelId): Step {
  switch (scan.tells) {
    case 'badge':
      return saying({...bench, packer: scan.badge}, said('hello', {badge: scan.badge}));
    case 'times':
      return saying({...bench, times: scan.times}, said('times', {times: scan.times}));
    case 'command':
      return onCommand({...bench, times: 1}, scan.command, fresh);
    case 'unreadable':
      return saying(bench, said('unreadable', {code: scan.text}));
    case 'code':
      return onCode(bench, scan, fresh);
    default:
      return unreachable(scan);
  }
}

function onCode(bench: Bench, scan: Code, fresh: ParcelId): Step {
  const {stage} = bench;
  const code = scan.texts[0] ?? '';
  if (bench.packer === undefined) return saying(bench, said('badgeFirst'));
  switch (stage.at) {
    case 'idle':
      if (bench.last && isOneOf(scan, bench.last.codes)) return saying(bench, said('closedAlready'));
      return saying({...bench, stage: {at: 'looking', scan, times: bench.times}, times: 1}, said('looking', {code}), {
        does: 'look',
        scan,
      });
    case 'packing': {
      const orders = ordersOf(stage);
      const item = itemScanned(orders, scan);
      if (item !== undefined) return addPiece(bench, stage, {item, scan});
      const stop = stopOfAny(orders);
      if (stop) return saying(bench, stop);
      const isNamed = ({order}: BenchOrder): boolean => isOneOf(scan, [order.channelOrderId]);
      if (orders.some(isNamed)) return saying({...bench, times: 1}, said('sameOrder'));
      const offered = stage.offered.filter(isNamed);
      if (offered.length > 0) return joined(bench, stage, offered);
      return saying({...bench, times: 1, stranger: code}, said('notInOrder', {code}));
    }
    case 'closing':
      if (isOneOf(scan, stage.codes)) return close(bench, stage, fresh);
      return saying(
        bench,
        itemScanned(ordersOf(stage), scan) === undefined ? said('labelWrong', {code}) : said('labelFirst'),
      );
    case 'looking':
    case 'making':
      return saying(bench, said('wait'));
    case 'weighing':
    case 'unmade':
      return saying(bench, {...bench.said});
    default:
      return unreachable(stage);
  }
}

function onPiece(bench: Bench, at: number): Step {
  const {stage} = bench;
  if (stage.at !== 'packing') return saying(bench, said('notNow'));
  const row = rowsOf(ordersOf(stage), stage.pieces)[at];
  if (!row) return saying(bench, said('notNow'));
  return addPiece(bench, stage, {item: row.item, scan: {tells: 'code', texts: [row.item]}});
}

/** Teaches the product a barcode, and takes the piece that was scanned by it. */
function onTeach(bench: Bench, at: number): Step {
  const {stage, stranger} = bench;
  const row = stage.at === 'packing' ? rowsOf(ordersOf(stage), stage.pieces)[at] : undefined;
  if (stage.at !== 'packing' || !row || stranger === undefined) return saying(bench, said('nothingToTeach'));
  const {item} = row;
  const {barcodes} = stage.order;
  const taught = {...stage.order, barcodes: {...barcodes, [item]: [...(barcodes[item] ?? []), stranger]}};
  const call = callOf(teachBarcode, {sku: item, barcode: stranger});
  const scan: Code = {tells: 'code', texts: [stranger]};
  const {bench: after, effects} = addPiece({...bench, stranger: undefined}, {...stage, order: taught}, {item, scan});
  return {bench: after, effects: [...effects, {does: 'tell', calls: [call]}]};
}

function onFound(bench: Bench, found: Found, fresh: ParcelId): Step {
  const {stage} = bench;
  if (stage.at !== 'looking') return quietly(bench);
  const idle: Bench = {...bench, stage: {at: 'idle'}};
  switch (found.is) {
    case 'nothing':
      return saying(idle, said('unknown', {code: stage.scan.texts[0] ?? ''}));
    case 'several':
      return saying(idle, said('several', {number: stage.scan.texts[0] ?? ''}));
    case 'label':
      return onLabel(idle, found);
    case 'order':
      return onOrderFound({...idle, times: stage.times}, {found, scan: stage.scan, fresh});
    default:
      return unreachable(found);
  }
}

/** The label of a package that is not on the bench: somebody left it, or the power did. */
function onLabel(bench: Bench, found: Extract<Found, {is: 'label'}>): Step {
  const {order, parcelId} = found;
  const parcel = must(
    order.parcels.find(({id}) => id === parcelId),
    'a label of one of the parcels of its order',
  );
  const number = numberOf(ordersOf(found));
  if (parcel.status === 'closed') return saying(bench, said('closedAlready'));
  if (parcel.status === 'voided') return saying(bench, said('labelVoid'));
  const stop = stopOfAny(ordersOf(found));
  if (stop) return saying(bench, stop);
  const labelled = parcel.status === 'packed' ? [callOf(parcelLabelled, {parcelId})] : [];
  return saying(
    bench,
    said('closed', {number}),
    {does: 'tell', calls: [...labelled, callOf(parcelClosed, {parcelId})]},
    {does: 'settle', parcelId, outcome: 'used'},
  );
}

function onOrderFound(
  bench: Bench,
  {found, scan, fresh}: {readonly found: Extract<Found, {is: 'order'}>; readonly scan: Code; readonly fresh: ParcelId},
): Step {
  const {order, others, offered, item} = found;
  const stop = stopOfAny(ordersOf(found));
  const open = order.parcels.find(({id}) => id === found.open);
  const pack = open && {order, others, parcelId: open.id, place: open.place};
  // The others in the box wait for it to be voided.
  if (pack && stop?.code === 'takeOut') return saying({...bench, stage: {at: 'unmade', after: 'idle', ...pack}}, stop);
  if (stop) return saying({...bench, times: 1}, stop);
  if (pack) return labelAgain(bench, pack);
  const closed = order.parcels.findLast(({status}) => status === 'closed');
  if (allLeft([order]).length === 0 && closed) {
    const calls = [callOf(parcelClosed, {parcelId: closed.id})];
    return saying(bench, said('orderDone', {number: order.order.channelOrderId}), {does: 'tell', calls});
  }
  const begun = beginPackage(bench, found, {parcelId: fresh, offered});
  // The piece may belong into a box with those of the others: it is put into none before that is known.
  if (item === undefined || offered.length > 0 || begun.bench.stage.at !== 'packing') return begun;
  const filled = addPiece(begun.bench, begun.bench.stage, {item, scan});
  return filled.bench.stage.at === 'packing' ? {...filled, effects: [...filled.effects, ...preparing(begun)]} : filled;
}

function onOrder(bench: Bench, told: BenchOrder): Step {
  const {stage} = bench;
  if (!('order' in stage)) return quietly(bench);
  const isIt = ({order}: BenchOrder): boolean => order.id === told.order.id;
  const anew = (each: BenchOrder): BenchOrder => (isIt(each) ? toldAnew(each, told) : each);
  const offered = 'offered' in stage ? {offered: stage.offered.map(anew).filter(isFree)} : {};
  const now = {...bench, stage: {...stage, order: anew(stage.order), others: stage.others.map(anew), ...offered}};
  const before = ordersOf(stage).find(isIt);
  const isNew = before && stopOf(told.order)?.code !== stopOf(before.order)?.code;
  const stop = isNew ? stopOfAny(ordersOf(now.stage)) : undefined;
  return stop ? saying(now, stop) : quietly(now);
}

function isOneOf({texts}: Code, codes: readonly string[]): boolean {
  return texts.some((text) => codes.some((code) => isSameCode(code, text)));
}
