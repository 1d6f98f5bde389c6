import type {IntakeState} from '#core/intake/messages.ts';
import {idFromName} from '#core/lib/id.ts';
import {orderIdOf} from '#core/orders/order-id.ts';
import type {Order, OrderId} from '#core/orders/schema.ts';
import type {Channel, Storefront, StorefrontId} from '#core/storefronts/schema.ts';
import {storefront} from '#core/testing/given.ts';
import {IntakeDesk, textFile} from './intake-desk.ts';

const desks: IntakeDesk[] = [];

export function storefrontOn(channel: Channel, name: string): Storefront & {readonly id: StorefrontId} {
  return {...storefront, id: idFromName('storefront', name), channel, name};
}

export const teapot = storefrontOn('shopify', 'Teapot');
export const kettle = storefrontOn('shopify', 'Kettle');

/** A desk with the storefronts, or Teapot alone. */
export async function givenDesk(...storefronts: readonly Storefront[]): Promise<IntakeDesk> {
  const desk = await IntakeDesk.open(storefronts.length > 0 ? storefronts : [teapot]);
  desks.push(desk);
  return desk;
}

/** The desk at its next start, with the shop that stands. */
export async function startedAgain(): Promise<IntakeDesk> {
  const desk = await IntakeDesk.open();
  desks.push(desk);
  return desk;
}

export function closeDesks(): void {
  for (const desk of desks.splice(0)) desk.close();
}

/** Brings a file of a storefront, answers what it asks, and keeps it. */
export async function imported(
  desk: IntakeDesk,
  text: string,
  {name = 'orders.csv', of = teapot}: {readonly name?: string; readonly of?: typeof teapot} = {},
): Promise<IntakeState> {
  await desk.ask('intake.clear', null);
  await desk.bring(textFile(name, text));
  await desk.belong(of.id);
  return desk.accept();
}

/** Orders that can be found. */
export async function ordersIn(desk: IntakeDesk): Promise<readonly Order[]> {
  const {orders} = await desk.found();
  return orders as readonly Order[];
}

export function teapotOrder(channelOrderId: string): OrderId {
  return orderIdOf({storefrontId: teapot.id, channelOrderId});
}
