import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type CurrencyCode, currencyCodes} from '#core/money/currency.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {zoneOptions} from '../../ui/format/zone-options.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {currencyWords} from '../../ui/format/currency-words.ts';
import styles from './settings.module.css';

/** What figures depend on. */
export interface BusinessFacts {
  readonly name: string;
  readonly zone: ZoneId;
  readonly dayStartsAtHour: number;
  readonly reportingCurrency: CurrencyCode;
}

interface BusinessFormProps {
  readonly start: BusinessFacts;
  readonly submit: string;
  /** A form that has not been changed has nothing to store, unless it is new. */
  readonly isNew: boolean;
  readonly onSubmit: (facts: BusinessFacts) => void;
}

const hours = Array.from({length: 24}, (_, hour) => hour);

export function BusinessForm({start, submit, isNew, onSubmit}: BusinessFormProps) {
  const {t} = useTranslation('settings');
  const locale = useLocale();
  const [facts, setFacts] = useState(start);
  const [tried, setTried] = useState(false);
  const name = facts.name.trim();
  const changed = isNew || JSON.stringify(facts) !== JSON.stringify(start);
  const zones = useMemo(() => zoneOptions(start.zone), [start.zone]);
  const set = (some: Partial<BusinessFacts>): void => setFacts({...facts, ...some});

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name !== '') onSubmit({...facts, name});
      }}
    >
      <TextField
        label={t('name')}
        value={facts.name}
        maxLength={120}
        error={tried && name === '' ? t('nameMissing') : null}
        onChange={(event) => set({name: event.currentTarget.value})}
      />
      <SelectField
        label={t('currency')}
        hint={t('currencyHint')}
        searchable
        options={currencyCodes.map((code) => ({value: code, label: currencyWords(locale, code)}))}
        value={facts.reportingCurrency}
        onChange={(reportingCurrency) => set({reportingCurrency})}
      />
      <SelectField
        label={t('zone')}
        hint={t('zoneHint')}
        searchable
        options={zones}
        value={facts.zone}
        onChange={(zone) => set({zone})}
      />
      <SelectField
        label={t('dayStart')}
        options={hours.map((hour) => ({value: String(hour), label: `${String(hour).padStart(2, '0')}:00`}))}
        value={String(facts.dayStartsAtHour)}
        onChange={(hour) => set({dayStartsAtHour: Number(hour)})}
      />
      <div>
        <Button type="submit" variant={isNew ? 'primary' : 'plain'} disabled={!changed}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
