import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Storefront} from '#core/storefronts/schema.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {AddStorefront} from '../../app/shop/add-storefront.tsx';
import type {TrayFormProps} from '../../app/sync/tray-form.ts';

/** A storefront that was to be added, to be changed and added again. */
export function StorefrontAgain({args, onDone, onClose}: TrayFormProps) {
  const shop = useQuery(businessesInFull, {});
  const asked = args as Storefront;
  const business = shop?.businesses.find(({id}) => id === asked.businessId) ?? shop?.businesses[0];
  if (!shop || !business) return null;
  return <AddStorefront business={business} taken={shop.storefronts} start={asked} tell={onDone} onClose={onClose} />;
}
