import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type CurrencyCode, currencyCodes} from '#core/money/currency.ts';
import {parseDecimal} from '#core/money/parse-decimal.ts';
import type {TypedRate} from '#core/money/schema.ts';
import {type LocalDate, localDate} from '#core/time/local-date.ts';
import {Button} from '../../ui/button.tsx';
import {currencyWords} from '../../ui/format/currency-words.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {typedDecimal} from '../../ui/format/typed-decimal.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import styles from './rates-section.module.css';

/** A rate as a person reads it somewhere: on that day, one unit of `base` is so much of `currency`. */
export interface RateOfDay extends TypedRate {
  readonly date: LocalDate;
}

interface RateFormProps {
  readonly today: LocalDate;
  readonly start: {
    readonly base: CurrencyCode;
    readonly currency: CurrencyCode | null;
    readonly date?: LocalDate;
    readonly figure?: string;
  };
  readonly onSubmit: (rate: RateOfDay) => void;
}

const unitsMax = 1_000_000_000_000;
const scaleMax = 12;

/** Asks for one exchange rate, digit by digit. What was typed stays until it is stored. */
export function RateForm({today, start, onSubmit}: RateFormProps) {
  const {t} = useTranslation('rates');
  const locale = useLocale();
  const [date, setDate] = useState<string>(start.date ?? today);
  const [base, setBase] = useState(start.base);
  const [currency, setCurrency] = useState(start.currency);
  const [figure, setFigure] = useState(start.figure ?? '');
  const [tried, setTried] = useState(false);
  const options = currencyCodes.map((code) => ({value: code, label: currencyWords(locale, code)}));

  const day = localDate(date);
  const decimal = parseDecimal(typedDecimal(figure));
  const isRate =
    decimal.ok && decimal.value.units > 0 && decimal.value.units <= unitsMax && decimal.value.scale <= scaleMax;
  const faultOfDay = !day.ok ? t('form.dateMissing') : day.value > today ? t('form.dateAhead') : null;
  const faultOfCurrency =
    currency === null ? t('form.currencyMissing') : currency === base ? t('form.sameCurrency') : null;
  const submit = (): void => {
    setTried(true);
    if (!day.ok || faultOfDay !== null || currency === null || faultOfCurrency !== null || !decimal.ok || !isRate)
      return;
    onSubmit({date: day.value, base, currency, ...decimal.value});
    setFigure('');
    setTried(false);
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t('form.date')}
        type="date"
        max={today}
        value={date}
        error={tried ? faultOfDay : null}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <SelectField label={t('form.base')} searchable options={options} value={base} onChange={setBase} />
      <TextField
        label={t('form.rate', {base})}
        inputMode="decimal"
        autoComplete="off"
        maxLength={30}
        value={figure}
        error={tried && !isRate ? t('form.rateWrong') : null}
        onChange={(event) => setFigure(event.currentTarget.value)}
      />
      <SelectField
        label={t('form.currency')}
        searchable
        options={options}
        value={currency}
        error={tried ? faultOfCurrency : null}
        onChange={setCurrency}
      />
      <div className={styles.submit}>
        <Button type="submit">{t('form.add')}</Button>
      </div>
    </form>
  );
}
