import {useEffect, useRef} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import type {Result} from '#core/lib/result.ts';
import {check} from '#core/lib/shape.ts';
import {createOrder, editOrder} from '#core/orders/manual-mutators.ts';
import {orderInFull} from '#core/orders/queries.ts';
import type {Buyer, Order} from '#core/orders/schema.ts';
import type {Instant} from '#core/time/instant.ts';
import type {ZoneId} from '#core/time/zone.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNow} from '../../app/data/use-now.ts';
import {useNotices} from '../../app/frame/notices.ts';
import type {TrayFormProps} from '../../app/sync/tray-form.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {entryOf} from './order-entry.ts';
import {OrderFormDesk} from './order-form-desk.tsx';
import {closeForm, openForm, useOrderForms} from './order-forms.ts';
import {useEntryPlace} from './use-entry-place.ts';

type Beginning = Parameters<typeof openForm>[1];

/** The form of an order that was to be made, and was refused. */
export function CreateOrderAgain(props: TrayFormProps) {
  return <OrderAgain {...props} begin={createdAgain} />;
}

/** The form of an order as it is now, with what was to be changed of it written in. */
export function EditOrderAgain(props: TrayFormProps) {
  return <OrderAgain {...props} begin={editedAgain} />;
}

interface OrderAgainProps extends TrayFormProps {
  readonly begin: (data: DataClient, args: unknown, zone: ZoneId) => Promise<Result<Beginning>>;
}

function OrderAgain({id, args, begin, onDone, onClose}: OrderAgainProps) {
  const name = `again ${id}`;
  const {i18n} = useTranslation();
  const data = useData();
  const now = useNow() as Instant;
  const place = useEntryPlace(now);
  const open = useOrderForms((forms) => forms.open);
  const wasOpen = useRef(false);
  const begun = useRef(false);

  useEffect(() => {
    if (!place || begun.current) return;
    begun.current = true;
    const refuse = (fault: Fault): void => {
      useNotices.getState().say(faultWords(i18n, fault));
      onClose();
    };
    void begin(data, args, place.zone).then((start) => (start.ok ? openForm(name, start.value) : refuse(start.fault)));
  }, [place, name, begin, data, args, i18n, onClose]);
  useEffect(() => {
    if (wasOpen.current && open !== name) onClose();
    wasOpen.current = open === name;
  }, [open, name, onClose]);
  // A form that nobody sees must not wait for its owner somewhere else.
  useEffect(
    () => () => {
      if (useOrderForms.getState().open === name) closeForm();
    },
    [name],
  );
  return open === name && place ? <OrderFormDesk name={name} place={place} now={now} tell={onDone} /> : null;
}

async function createdAgain(data: DataClient, args: unknown, zone: ZoneId): Promise<Result<Beginning>> {
  const checked = check(createOrder.shape, args);
  if (!checked.ok) return checked;
  const {orderId, money, products: _products, contact: _contact, ...rest} = checked.value;
  const buyer = await data.call('data.open', {sealed: rest.buyer});
  if (!buyer.ok) return buyer;
  const order: Order = {id: orderId, ...rest, ...money};
  return {ok: true, value: {start: entryOf(order, buyer.value as Buyer, zone), numberTyped: true}};
}

async function editedAgain(data: DataClient, args: unknown, zone: ZoneId): Promise<Result<Beginning>> {
  const checked = check(editOrder.shape, args);
  if (!checked.ok) return checked;
  const {orderId, money, groups: _groups, products: _products, contact: _contact, ...parts} = checked.value;
  const order = (await readOnce(data, orderInFull, {orderId}))?.order;
  if (!order) return {ok: false, fault: {code: 'orders.not_found', values: {}}};
  const [buyer, wanted] = await Promise.all([
    data.call('data.open', {sealed: order.buyer}),
    data.call('data.open', {sealed: parts.buyer ?? order.buyer}),
  ]);
  if (!buyer.ok) return buyer;
  if (!wanted.ok) return wanted;
  const start = entryOf(order, buyer.value as Buyer, zone);
  const entry = entryOf({...order, ...parts, ...money}, wanted.value as Buyer, zone);
  return {ok: true, value: {edits: {order, buyer: buyer.value as Buyer}, start, entry}};
}
