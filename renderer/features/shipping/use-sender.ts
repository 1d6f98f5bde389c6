import type {Address} from '#core/storefronts/address.ts';
import type {Business} from '#core/storefronts/schema.ts';
import {useData} from '../../app/data/use-data.ts';

/** Opens the address a business sends from; undefined where it has none. */
export function useSender(business: Business | undefined): () => Promise<Address | undefined> {
  const data = useData();
  const sealed = business?.sender;
  return async () => {
    const opened = sealed && (await data.call('data.open', {sealed}));
    return opened?.ok ? (opened.value as Address) : undefined;
  };
}
