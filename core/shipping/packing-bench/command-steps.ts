import {unreachable} from '../../lib/assert.ts';
import {holdOrder} from '../../orders/mutators.ts';
import type {HoldReason} from '../../orders/schema.ts';
import {callOf} from '../../sync/define.ts';
import {parcelReopened, parcelVoided} from '../packing/mutators.ts';
import type {ParcelId} from '../packing/schema.ts';
import {type Bench, type Package, type Stage, type Step, saying} from './bench.ts';
import type {BenchCommand} from './commands.ts';
import {beginPackage, labelAgain, pack, preparing, seal} from './package-steps.ts';
import {stopOf, withParcel} from './packages.ts';
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
  const number = last?.order.order.channelOrderId ?? '';
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
      return saying(bench, said('notNow'));
    default:
      return unreachable(command);
  }
}

function whilePacking(bench: Bench, stage: At<'packing'>, command: BenchCommand): Step {
  const {order, pieces} = stage;
  const number = order.order.channelOrderId;
  switch (command) {
    case 'abort':
      return saying(idle(bench), said('aborted', {number}));
    case 'partial':
    case 'next': {
      const stop = stopOf(order.order);
      if (stop) return saying(bench, stop);
      if (pieces.length === 0) return saying(bench, said('nothingPacked'));
      return pack(bench, stage, command === 'next' ? 'next' : 'idle');
    }
    case 'undo': {
      const last = pieces.at(-1);
      if (!last) return saying(bench, said('nothingToUndo'));
      const {item, count} = last;
      return saying({...bench, stage: {...stage, pieces: pieces.slice(0, -1)}}, said('undone', {item, count}));
    }
    case 'hold':
      return held(bench, stage, {reason: 'other', code: 'held'});
    case 'problem':
      return held(bench, stage, {reason: 'stock', code: 'problem'});
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
  const {order, pieces, parcelId, place} = stage;
  const number = order.order.channelOrderId;
  switch (command) {
    case 'accept':
      return seal(bench, stage, 'counted');
    case 'undo': {
      const last = pieces.at(-1);
      if (!last) return saying(bench, said('nothingToUndo'));
      const packing: Stage = {at: 'packing', order, parcelId, place, pieces: pieces.slice(0, -1)};
      return saying({...bench, stage: packing}, said('undone', {item: last.item, count: last.count}));
    }
    case 'abort':
      return saying(idle(bench), said('aborted', {number}));
    case 'hold':
      return held(bench, stage, {reason: 'other', code: 'held'});
    case 'problem':
      return held(bench, stage, {reason: 'stock', code: 'problem'});
    case 'partial':
    case 'next':
    case 'reprint':
    case 'void':
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
  const {after, order, parcelId, place} = stage;
  const open: Package = {order, parcelId, place};
  switch (command) {
    case 'reprint':
      return labelAgain(bench, open, after);
    case 'void':
      return packAnew(bench, open, fresh);
    case 'abort':
      return saying(idle(bench), said('leftOpen', {number: order.order.channelOrderId}));
    case 'hold':
    case 'problem': {
      // What most often keeps a label from being made is the address; the box is opened again when that is mended.
      const reason = command === 'problem' ? 'address' : 'other';
      const step = held(bench, stage, {reason, code: command === 'problem' ? 'problem' : 'held'});
      const {effects} = voided(bench, open);
      return {bench: step.bench, effects: [...step.effects, ...effects.filter(({does}) => does !== 'sound')]};
    }
    case 'undo':
      return saying(bench, said('voidFirst'));
    case 'partial':
    case 'next':
    case 'accept':
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
  const {order, parcelId, place} = stage;
  const open: Package = {order, parcelId, place};
  const number = order.order.channelOrderId;
  switch (command) {
    case 'reprint':
      return saying(bench, said('reprinting', {number}), {does: 'reprint', pack: open});
    case 'void':
      return packAnew(bench, open, fresh);
    case 'abort':
      return saying(idle(bench), said('leftOpen', {number}));
    case 'hold':
      return held(bench, stage, {reason: 'other', code: 'held'});
    case 'problem':
      return held(bench, stage, {reason: 'stock', code: 'problem'});
    case 'undo':
      return saying(bench, said('voidFirst'));
    case 'partial':
    case 'next':
    case 'accept':
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
  {order}: Pick<Package, 'order'>,
  {reason, code}: {readonly reason: HoldReason; readonly code: SayCode},
): Step {
  const {id: orderId, channelOrderId: number} = order.order;
  const calls = [callOf(holdOrder, {orderId, reason})];
  return saying(idle(bench), said(code, {number}), {does: 'tell', calls});
}

function voided(bench: Bench, {order, parcelId}: Package): Step {
  return saying(
    idle(bench),
    said('voided', {number: order.order.channelOrderId}),
    {does: 'tell', calls: [callOf(parcelVoided, {parcelId})]},
    {does: 'settle', parcelId, outcome: 'void'},
  );
}

/** The label is torn up: the same order again, from an empty box. */
function packAnew(bench: Bench, open: Package, fresh: ParcelId): Step {
  const {bench: emptied, effects} = voided(bench, open);
  const parcel = open.order.parcels.find(({id}) => id === open.parcelId);
  const order = parcel ? withParcel(open.order, {...parcel, status: 'voided'}) : open.order;
  const begun = beginPackage(emptied, order, fresh);
  return {bench: {...begun.bench, said: emptied.said}, effects: [...effects, ...preparing(begun)]};
}
