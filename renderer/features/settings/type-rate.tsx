import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {CurrencyCode} from '#core/money/currency.ts';
import type {Business} from '#core/storefronts/schema.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {RateForm} from './rate-form.tsx';
import {useTypedRates} from './rates-section.tsx';

interface TypeRateProps {
  readonly business: Business;
  /** What has no rate; it is to be turned into what the business reports in. */
  readonly currency: CurrencyCode;
}

/** Stands where an amount could not be converted, and asks for the rate that it needs. */
export function TypeRate({business, currency}: TypeRateProps) {
  const {t} = useTranslation('rates');
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button variant="quiet" aria-label={t('typeFor', {currency})} onClick={() => setAsks(true)}>
        {t('type')}
      </Button>
      {asks ? <Ask business={business} currency={currency} onClose={() => setAsks(false)} /> : null}
    </>
  );
}

function Ask({business, currency, onClose}: TypeRateProps & {readonly onClose: () => void}) {
  const {t} = useTranslation('rates');
  const {today, store} = useTypedRates(business);
  useKeys('dialog', []);
  return (
    <Dialog title={t('typeFor', {currency})} opened onClose={onClose}>
      <RateForm
        today={today}
        start={{base: currency, currency: business.reportingCurrency}}
        onSubmit={(rate) => {
          onClose();
          void store(rate);
        }}
      />
    </Dialog>
  );
}
