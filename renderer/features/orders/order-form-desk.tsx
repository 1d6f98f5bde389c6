import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {must} from '#core/lib/assert.ts';
import {freeOrderNumber} from '#core/orders/free-number.ts';
import type {StorefrontId} from '#core/storefronts/schema.ts';
import type {Outcome} from '#core/sync/replica.ts';
import type {Instant} from '#core/time/instant.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import type {EntryPlace} from './order-entry.ts';
import {OrderForm} from './order-form.tsx';
import {type OrderDraft, changeForm, closeForm, dropForm, isChanged, useOrderForms} from './order-forms.ts';
import {useOrdersView} from './orders-view.ts';
import {type EntryFault, type EntryFaults, type EntryField, readEntry} from './read-entry.ts';
import {saveOrder} from './save-order.ts';
import {useKnownBuyers} from './use-known-buyers.ts';

interface OrderFormDeskProps {
  readonly name: string;
  readonly place: EntryPlace;
  readonly now: Instant;
  /** Says how saving ended, where the usual notice would not say all. */
  readonly tell?: (outcome: Outcome) => void;
}

/** The open form with all it needs of the shop, and what becomes of it. */
export function OrderFormDesk({name, place, now, tell}: OrderFormDeskProps) {
  const {t} = useTranslation('orders');
  const data = useData();
  const deeds = useDeeds();
  const say = useNotices((notices) => notices.say);
  const draft = useOrderForms(({drafts}) => must(drafts[name], 'a form that is open'));
  const buyers = useKnownBuyers(draft.entry.address.name.trim() !== '');
  const [saving, setSaving] = useState(false);
  const {storefronts, zone, today} = place;
  const storefrontId = (draft.entry.storefrontId || storefronts[0]?.id) as StorefrontId;
  const proposed = useQuery(freeOrderNumber, {storefrontId});

  const entry = draft.numberTyped ? draft.entry : {...draft.entry, number: proposed ?? ''};
  const stored = draft.edits && {...draft.edits, entry: draft.start};
  const read = readEntry(entry, {now, zone, ...(stored ? {stored} : {})});
  const save = async (): Promise<void> => {
    changeForm((typed) => ({...typed, tried: true}));
    if (!read.content || saving) return;
    if (draft.edits && !isChanged(draft)) return dropForm(name);

    setSaving(true);
    const {orderId, outcome} = await saveOrder(data, draft, read.content);
    setSaving(false);
    if (!outcome.ok && outcome.fault.code === 'orders.already_there') {
      changeForm((typed) => ({
        ...typed,
        numberTyped: true,
        taken: entry.number,
        entry: {...typed.entry, number: entry.number},
      }));
      return undefined;
    }
    if (tell) tell(outcome);
    else deeds.did(draft.edits ? 'orders:did.edited' : 'orders:did.created', [outcome]);
    if (!outcome.ok) return undefined;
    dropForm(name);
    useOrdersView.setState({panelId: orderId});
    return undefined;
  };
  const close = (): void => {
    if (closeForm()) say(t('form.kept'));
  };
  return (
    <OrderForm
      draft={draft}
      entry={entry}
      faults={faultsShown(draft, entry.number, read.faults)}
      storefronts={storefronts}
      buyers={buyers}
      today={today}
      onSave={() => void save()}
      onClose={close}
    />
  );
}

const none: EntryFaults = new Map();

/** Nothing is called wrong before somebody tried to save it. */
function faultsShown({tried, taken}: OrderDraft, number: string, faults: EntryFaults): EntryFaults {
  if (!tried) return none;
  const isTaken = taken !== undefined && number.trim() === taken.trim();
  return isTaken ? new Map<EntryField, EntryFault>([...faults, ['number', {word: 'numberTaken'}]]) : faults;
}
