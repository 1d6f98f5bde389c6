import type {Dice} from '#core/lib/dice.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import {editOrder} from '#core/orders/manual-mutators.ts';
import {holdOrder, recallOrder, releaseOrder, resumeOrder} from '#core/orders/mutators.ts';
import {type Buyer, type OrderId, holdReasons} from '#core/orders/schema.ts';
import {createStorefront, removeStorefront} from '#core/storefronts/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {idFromName} from '#core/lib/id.ts';
import {givenOrder, storefront} from '#core/testing/given.ts';
import {bursts} from '../kill/load.ts';

/** Orders that both desks have from the beginning, and meet at. */
export const shared = {from: 1, count: 6} as const;
/** Each desk counts its own orders from elsewhere, so that only meant meetings happen. */
const apart = 100_000;

/** What a person does at a desk: much with the few orders that the other desk has in hand too. */
export function deed(
  dice: Dice,
  {desk, act, buyer}: {readonly desk: number; readonly act: number; readonly buyer: Sealed<Buyer>},
): readonly Call[] {
  const own = shared.from + (desk + 1) * apart + act * 10;
  const name = dice.chance(0.7)
    ? numberOf(dice.integer(shared.from, shared.from + shared.count - 1))
    : numberOf(own - 10);
  const order = givenOrder(name);
  const orderId = order.id as OrderId;
  const deeds: readonly (() => readonly Call[])[] = [
    () => created(own, dice.integer(1, 4), buyer),
    () => created(own, 1, buyer),
    () => [callOf(holdOrder, {orderId, reason: dice.pick(holdReasons)})],
    () => [callOf(resumeOrder, {orderId})],
    () => [callOf(releaseOrder, {orderId}), callOf(recallOrder, {orderId})],
    () => [callOf(editOrder, {orderId, groups: ['lines'], lines: titled(order.lines, `${desk}-${act}`), products: []})],
    () => [
      callOf(createStorefront, {
        ...storefront,
        id: idFromName('storefront', `${desk}-${act % 5}`),
        name: `Shop ${act % 5}`,
      }),
    ],
    () => [callOf(removeStorefront, {storefrontId: idFromName('storefront', `${dice.integer(0, 1)}-${act % 5}`)})],
  ];
  return dice.pick(deeds)();
}

/** So many orders, and each second of them released. */
export function created(from: number, count: number, buyer: Sealed<Buyer>): readonly Call[] {
  return bursts(from, count, buyer).flatMap((burst) => burst.map(({call}) => call));
}

function titled<T>(lines: readonly T[], title: string): T[] {
  return lines.map((line) => ({...line, title}));
}

function numberOf(nth: number): string {
  return `R-${nth}`;
}
