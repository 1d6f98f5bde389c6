import type {Id} from '#core/lib/id.ts';
import {orderInFull} from '#core/orders/queries.ts';
import type {Buyer} from '#core/orders/schema.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import type {ZoneId} from '#core/time/zone.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {copyOf, entryOf} from './order-entry.ts';
import {openForm} from './order-forms.ts';

interface Day {
  readonly zone: ZoneId;
  readonly today: LocalDate;
}

/** Opens the form over a stored order: to change it, or to begin another with what it says. */
export async function openStored(
  data: DataClient,
  way: 'edit' | 'copy',
  orderId: string,
  {zone, today}: Day,
): Promise<void> {
  const order = (await readOnce(data, orderInFull, {orderId: orderId as Id<'order'>}))?.order;
  const opened = order && (await data.call('data.open', {sealed: order.buyer}));
  if (!order || !opened?.ok) return;

  const buyer = opened.value as Buyer;
  const start = entryOf(order, buyer, zone);
  if (way === 'edit') openForm(`edit ${orderId}`, {edits: {order, buyer}, start});
  else openForm(`copy ${orderId}`, {start: copyOf(start, today)});
}
