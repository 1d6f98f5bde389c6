import {useTranslation} from 'react-i18next';

/** What a carrier is called; parcels without its number have none. */
export function useCarrierWords(): (carrier: string) => string {
  const {t} = useTranslation('day');
  return (carrier) => (carrier === '' ? t('end.noCarrier') : carrier);
}
