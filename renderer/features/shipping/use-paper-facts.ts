import {useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import {productsOfSkus} from '#core/catalog/queries.ts';
import type {Sealed} from '#core/lib/sealed.ts';
import type {Buyer, Order} from '#core/orders/schema.ts';
import type {PaperFacts} from '#core/shipping/documents/order-papers.ts';
import {wantedOf} from '#core/shipping/packing/pieces.ts';
import {orderToPack} from '#core/shipping/packing/queries.ts';
import type {Address} from '#core/storefronts/address.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {businessDay} from '#core/time/business-day.ts';
import type {Instant} from '#core/time/instant.ts';
import {useNow} from '../../app/data/use-now.ts';
import {useOpened, useQuery} from '../../app/data/use-data.ts';

interface About {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly storefront: Storefront | undefined;
  readonly business: Business;
  readonly said: PaperFacts['said'];
}

/** What is known for the papers of an order, kept live; undefined until all of it is here. */
export function usePaperFacts({order, buyer, storefront, business: first, said}: About): PaperFacts | undefined {
  const {t} = useTranslation('papers');
  const shop = useQuery(businessesInFull, {});
  const business = shop?.businesses.find(({id}) => id === first.id) ?? first;
  const sender = useOpened<Address>(business.sender as Sealed<Address> | undefined);
  const skus = useMemo(() => wantedOf(order).map(({item}) => item), [order]);
  const products = useQuery(productsOfSkus, {skus});
  const packed = useQuery(orderToPack, {orderId: order.id as never});
  const now = useNow() as Instant;
  const today = businessDay(now, {zone: business.zone, startsAtHour: business.dayStartsAtHour});
  const shipping = t('line.shipping');
  const discount = t('line.discount');
  return useMemo(() => {
    if (!products || !packed || (business.sender && !sender)) return undefined;
    const {taxNumbers = [], customsReference} = business;
    return {
      order,
      buyer,
      parcels: packed.parcels,
      products,
      sender,
      taxNumbers,
      customsReference,
      storefrontName: storefront?.name ?? '',
      today,
      said,
      words: {shipping, discount},
    };
  }, [order, buyer, packed, products, sender, business, storefront, today, said, shipping, discount]);
}
