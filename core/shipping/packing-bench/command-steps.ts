import {unreachable} from '../../lib/assert.ts';
import {holdOrder} from '../../orders/mutators.ts';
import type {HoldReason} from '../../orders/schema.ts';
import {callOf} from '../../sync/define.ts';
import {parcelReopened, parcelVoided} from '../packing/mutators.ts';
import type {ParcelId} from '../packing/schema.ts';
import {type Bench, type BenchOrder, type Package, type Stage, type Step, saying} from './bench.ts';
import type {BenchCommand} from './commands.ts';
import {apart, beginPackage, joined, labelAgain, pack, preparing, seal} from './package-steps.ts';
import {boxOf, insideOf, numberOf, ordersOf, stopOf, stopOfAny, withParcel} from './packages.ts';
import {type SayCode, said} from './said.ts';

type At<Name extends Stage['at']> = Extract<Stage, {at: Name}>;

/** What a command does depends on where the bench stands; where it would do nothing it says so. */
export function onCommand(bench: Bench, command: BenchCommand, fresh: ParcelId): Step {
  const {stage} = bench;
  switch (stage.at) {
    case 'idle':
      return whileIdle(bench, command);
    case 'looking':
    case 'making':
      return saying(bench, said('wait'));
    case 'packing':
      return whilePacking(bench, stage, command);
    case 'weighing':
      return whileWeighing(bench, stage, command);
    case 'unmade':
      return whileUnmade(bench, stage, {command, fresh});
    case 'closing':
      return whileClosing(bench, stage, {command, fresh});
    default:
      return unreachable(stage);
  }
}

/** With nothing on the bench, commands are about the package that was closed here last. */
function whileIdle(bench: Bench, command: BenchCommand): Step {
  const {last} = bench;
  const number = last ? numberOf(insideOf(last)) : '';
  if (!last) return saying(bench, said(command === 'undo' ? 'nothingToUndo' : 'notNow'));
  switch (command) {
    case 'undo': {
      const {codes, ...closed} = last;
      const stage: Stage = {at: 'closing', after: 'idle', codes, ...closed};
      const calls = [callOf(parcelReopened, {parcelId: last.parcelId})];
      return saying({...bench, stage, last: undefined}, said('reopened', {number}), {does: 'tell', calls});
    }
    case 'reprint':
      return saying(bench, said('reprinting', {number}), {does: 'reprint', pack: last});
    case 'void':
      return voided({...bench, last: undefined}, last);
    case 'abort':
    case 'partial':
    case 'next':
    case 'hold':
    case 'problem':
    case 'accept':
    case 'together':
      return saying(bench, said('notNow'));
    default:
      return unreachable(command);
  }
}

function whilePacking(bench: Bench, stage: At<'packing'>, command: BenchCommand): Step {
  const {pieces, others, offered} = stage;
  const orders = ordersOf(stage);
  switch (command) {
    case 'abort':
      return saying(idle(bench), said('aborted', {number: numberOf(orders)}));
    case 'together':
      return joined(bench, stage, offered);
    case 'partial':
    case 'next': {
      const stop = stopOfAny(orders);
      if (stop) return saying(bench, stop);
      if (pieces.length === 0) return saying(bench, said('nothingPacked'));
      return pack(bench, stage, command === 'next' ? 'next' : 'idle');
    }
    case 'undo': {
      const last = pieces.at(-1);
      if (!last) return others.length > 0 ? apart(bench, stage) : saying(bench, said('nothingToUndo'));
      const {item, count} = last;
      return saying({...bench, stage: {...stage, pieces: pieces.slice(0, -1)}}, said('undone', {item, count}));
    }
    case 'hold':
      return held(bench, orders, {reason: 'other', code: 'held'});
    case 'problem':
      return held(bench, orders, {reason: 'stock', code: 'problem'});
    case 'reprint':
    case 'void':
    case 'accept':
      return saying(bench, said('notNow'));
    default:
      return unreachable(command);
  }
}

/** All in, and the weight is not what it should be. */
function whileWeighing(bench: Bench, stage: At<'weighing'>, command: BenchCommand): Step {
  const {pieces} = stage;
  switch (command) {
    case 'accept':
      return seal(bench, stage, 'counted');
    case 'undo': {
      const last = pieces.at(-1);
      if (!last) return saying(bench, said('nothingToUndo'));
      const {after: _, ...open} = stage;
      const packing: Stage = {...open, at: 'packing', pieces: pieces.slice(0, -1)};
      return saying({...bench, stage: packing}, said('undone', {item: last.item, count: last.count}));
    }
    case 'abort':
      return saying(idle(bench), said('aborted', {number: numberOf(ordersOf(stage))}));
    case 'hold':
      return held(bench, ordersOf(stage), {reason: 'other', code: 'held'});
    case 'problem':
      return held(bench, ordersOf(stage), {reason: 'stock', code: 'problem'});
    case 'partial':
    case 'next':
    case 'reprint':
    case 'void':
    case 'together':
      return saying(bench, said('notNow'));
    default:
      return unreachable(command);
  }
}

/** The package is packed, and its label could not be made. */
function whileUnmade(
  bench: Bench,
  stage: At<'unmade'>,
  {command, fresh}: {readonly command: BenchCommand; readonly fresh: ParcelId},
): Step {
  const {after, order, others, parcelId, place} = stage;
  const open: Package = {order, others, parcelId, place};
  switch (command) {
    case 'reprint':
      return labelAgain(bench, open, after);
    case 'void':
      return packAnew(bench, open, fresh);
    case 'abort':
      return saying(idle(bench), said('leftOpen', {number: numberOf(insideOf(open))}));
    case 'hold':
    case 'problem': {
      // What most often keeps a label from being made is the address; the box is opened again when that is mended.
      const reason = command === 'problem' ? 'address' : 'other';
      const step = held(bench, insideOf(open), {reason, code: command === 'problem' ? 'problem' : 'held'});
      const {effects} = voided(bench, open);
      return {bench: step.bench, effects: [...step.effects, ...effects.filter(({does}) => does !== 'sound')]};
    }
    case 'undo':
      return saying(bench, said('voidFirst'));
    case 'partial':
    case 'next':
    case 'accept':
    case 'together':
      return saying(bench, said('notNow'));
    default:
      return unreachable(command);
  }
}

function whileClosing(
  bench: Bench,
  stage: At<'closing'>,
  {command, fresh}: {readonly command: BenchCommand; readonly fresh: ParcelId},
): Step {
  const {order, others, parcelId, place} = stage;
  const open: Package = {order, others, parcelId, place};
  const inside = insideOf(open);
  const number = numberOf(inside);
  switch (command) {
    case 'reprint':
      return saying(bench, said('reprinting', {number}), {does: 'reprint', pack: open});
    case 'void':
      return packAnew(bench, open, fresh);
    case 'abort':
      return saying(idle(bench), said('leftOpen', {number}));
    case 'hold':
      return held(bench, inside, {reason: 'other', code: 'held'});
    case 'problem':
      return held(bench, inside, {reason: 'stock', code: 'problem'});
    case 'undo':
      return saying(bench, said('voidFirst'));
    case 'partial':
    case 'next':
    case 'accept':
    case 'together':
      return saying(bench, said('notNow'));
    default:
      return unreachable(command);
  }
}

function idle(bench: Bench): Bench {
  return {...bench, stage: {at: 'idle'}, times: 1, grams: undefined};
}

function held(
  bench: Bench,
  orders: readonly BenchOrder[],
  {reason, code}: {readonly reason: HoldReason; readonly code: SayCode},
): Step {
  // One of several may be on hold already, or cancelled.
  const able = orders.length > 1 ? orders.filter(({order}) => !stopOf(order)) : orders;
  const calls = able.map(({order: {id: orderId}}) => callOf(holdOrder, {orderId, reason}));
  return saying(idle(bench), said(code, {number: numberOf(orders)}), {does: 'tell', calls});
}

function voided(bench: Bench, open: Package): Step {
  const {parcelId} = open;
  return saying(
    idle(bench),
    said('voided', {number: numberOf(insideOf(open))}),
    {does: 'tell', calls: [callOf(parcelVoided, {parcelId})]},
    {does: 'settle', parcelId, outcome: 'void'},
  );
}

/** The label is torn up: the same orders again, from an empty box, without those that are not to be packed any more. */
function packAnew(bench: Bench, open: Package, fresh: ParcelId): Step {
  const {bench: emptied, effects} = voided(bench, open);
  const parcel = open.order.parcels.find(({id}) => id === open.parcelId);
  const box = parcel ? withParcel(open, {...parcel, status: 'voided'}) : open;
  const able = ordersOf(box).filter(({order}) => !stopOf(order));
  const begun = beginPackage(emptied, able.length > 0 ? boxOf(able) : box, {parcelId: fresh});
  return {bench: {...begun.bench, said: emptied.said}, effects: [...effects, ...preparing(begun)]};
}
