import {useTranslation} from 'react-i18next';
import {typeRate} from '#core/insights/rates/mutators.ts';
import {withPoint} from '#core/money/decimal-text.ts';
import type {TypedRate} from '#core/money/schema.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import type {Business} from '#core/storefronts/schema.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {TrayFormProps} from '../../app/sync/tray-form.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {RateForm, type RateOfDay} from './rate-form.tsx';
import {useTypedRates} from './rates-section.tsx';

/** A rate that was to be typed, to be changed and typed again. */
export function RateAgain(props: TrayFormProps) {
  const business = useQuery(businessesInFull, {})?.businesses[0];
  return business ? <Ask {...props} business={business} /> : null;
}

function Ask({args, business, onDone, onClose}: TrayFormProps & {readonly business: Business}) {
  const {t} = useTranslation('tray');
  const data = useData();
  const {today} = useTypedRates(business);
  const {day, base, currency, ...rate} = args as TypedRate & {readonly day: LocalDate};
  useKeys('dialog', []);
  const type = async ({date, ...typed}: RateOfDay): Promise<void> => {
    const outcome = await data.mutate(typeRate, {day: date, ...typed});
    onClose();
    onDone(outcome);
  };
  return (
    <Dialog title={t('again.rate')} opened onClose={onClose}>
      <RateForm
        today={today}
        start={{base, currency, date: day, figure: withPoint(rate)}}
        onSubmit={(typed) => void type(typed)}
      />
    </Dialog>
  );
}
