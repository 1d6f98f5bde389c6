import {useTranslation} from 'react-i18next';
import type {LocalDate} from '#core/time/local-date.ts';
import {TextField} from '../../ui/text-field.tsx';
import {type Dates, showDates} from './sales-view.ts';

/** The first and the last day of the sales on screen. A day that is half typed changes nothing. */
export function DateFields({from, to}: Dates) {
  const {t} = useTranslation('sales');
  const field = (label: string, value: LocalDate, change: (day: LocalDate) => Dates) => (
    <TextField
      type="date"
      label={label}
      hideLabel
      value={value}
      onChange={({currentTarget: {value: typed}}) => {
        if (/^[12]\d{3}-\d{2}-\d{2}$/.test(typed)) showDates(change(typed as LocalDate));
      }}
    />
  );
  return (
    <>
      {field(t('dates.from'), from, (day) => ({from: day, to}))}
      {field(t('dates.to'), to, (day) => ({from, to: day}))}
    </>
  );
}
