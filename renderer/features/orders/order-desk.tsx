import {memo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Instant} from '#core/time/instant.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useNow} from '../../app/data/use-now.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {AddStorefront} from '../../app/shop/add-storefront.tsx';
import {Button} from '../../ui/button.tsx';
import {openStored} from './open-stored.ts';
import {emptyEntry} from './order-entry.ts';
import {openForm, useOrderForms} from './order-forms.ts';
import {OrderFormDesk} from './order-form-desk.tsx';
import {useOrdersView} from './orders-view.ts';
import {useEntryPlace} from './use-entry-place.ts';

/** Orders by hand on the orders page: the keys, the button of the head, and the form while one is open. */
export const OrderDesk = memo(Desk);

function Desk() {
  const {t} = useTranslation('orders');
  const data = useData();
  const shop = useQuery(businessesInFull, {});
  const now = useNow() as Instant;
  const open = useOrderForms((forms) => forms.open);
  const [asksStorefront, setAsksStorefront] = useState(false);
  const business = shop?.businesses[0];
  const place = useEntryPlace(now);

  const create = (): void => {
    if (!place) return;
    if (place.storefronts.length === 0) setAsksStorefront(true);
    else openForm('new', {start: emptyEntry(place, homeCountry())});
  };
  // The first storefront was asked for only because an order needs one.
  const goOn = async (): Promise<void> => {
    const {storefronts} = await readOnce(data, businessesInFull, {});
    if (place) openForm('new', {start: emptyEntry({...place, storefronts}, homeCountry())});
  };
  const fromTarget = (way: 'edit' | 'copy'): void => {
    const target = targetId();
    if (place && target !== undefined) void openStored(data, way, target, place);
  };
  const hasTarget = (): boolean => targetId() !== undefined;
  const onPage = {section: 'app:section.page'} as const;
  useKeys('page', [
    {
      id: 'orders.create',
      word: 'orders:act.create',
      keys: 'n',
      when: () => place !== undefined,
      run: create,
      ...onPage,
    },
    {
      id: 'orders.edit',
      word: 'orders:act.editOrder',
      keys: 'e',
      when: hasTarget,
      run: () => fromTarget('edit'),
      ...onPage,
    },
    {
      id: 'orders.duplicate',
      word: 'orders:act.duplicateOrder',
      keys: 'Shift+D',
      when: hasTarget,
      run: () => fromTarget('copy'),
      ...onPage,
    },
  ]);
  return (
    <>
      <Button keys="n" disabled={!place} onClick={create}>
        {t('act.create')}
      </Button>
      {open !== undefined && place ? <OrderFormDesk key={open} name={open} place={place} now={now} /> : null}
      {asksStorefront && business && shop ? (
        <AddStorefront
          business={business}
          taken={shop.storefronts}
          channel="other"
          onAdded={() => void goOn()}
          onClose={() => setAsksStorefront(false)}
        />
      ) : null}
    </>
  );
}

/** The order that is meant: of the panel while that has the focus, else under the cursor, else in the panel. */
function targetId(): string | undefined {
  const {cursor, panelId} = useOrdersView.getState();
  if (panelId !== undefined && document.activeElement?.closest('aside')) return panelId;
  return cursor?.id ?? panelId;
}

/** Where the person at this desk most likely lives: the country of the browser's language. */
function homeCountry(): string {
  return new Intl.Locale(navigator.language).maximize().region ?? '';
}
