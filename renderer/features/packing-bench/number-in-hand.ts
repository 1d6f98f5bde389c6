import {type Result, ok} from '#core/lib/result.ts';
import {numbersSettled} from '#core/shipping/ranges/mutators.ts';
import type {ParcelTracking} from '#core/shipping/packing/schema.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {useBench} from './bench-view.ts';
import {type DrawnTracking, type NumberChoice, drawNumber} from './numbers.ts';

/** A number that was drawn for a label that is not told of yet. */
export interface NumberInHand {
  readonly choice: NumberChoice;
  readonly on: LocalDate;
  readonly drawn: DrawnTracking;
}

/**
 * The number for the next label: the one in hand, else the next that is drawn. A label that was made and then not wanted (the order was put
 * away, only part of it was packed) leaves its number to the next; a window that is closed leaves it void. Not twice at once.
 */
export async function numberInHand(
  data: DataClient,
  choice: NumberChoice,
  on: LocalDate,
): Promise<Result<DrawnTracking>> {
  const {inHand} = useBench.getState();
  const {scheme, account} = choice;
  if (inHand?.choice.scheme === scheme && inHand.choice.account === account && inHand.on === on) {
    return ok(inHand.drawn);
  }
  if (inHand) await voidInHand(data);
  const drawn = await drawNumber(data, choice, on);
  if (drawn.ok) useBench.setState({inHand: {choice, on, drawn: drawn.value}});
  return drawn;
}

/** No label will ever have the number in hand. */
export async function voidInHand(data: DataClient): Promise<void> {
  const draw = useBench.getState().inHand?.drawn.draw;
  useBench.setState({inHand: undefined});
  if (draw) await data.call('numbers.settle', {numbers: [draw], outcome: 'void'});
}

/** To be told with the label that has it: the number is used. */
export function usedCalls(tracking: ParcelTracking | undefined): readonly Call[] {
  const draw = tracking?.draw;
  return draw ? [callOf(numbersSettled, {drawId: draw.drawId, used: [draw.at], void: []})] : [];
}

/** Its label was told of. */
export function leaveHand(tracking: ParcelTracking | undefined): void {
  if (useBench.getState().inHand?.drawn.number === tracking?.number) useBench.setState({inHand: undefined});
}
