import {useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import type {Mapping} from '#core/intake/mapping.ts';
import {type CurrencyCode, currencyCodes} from '#core/money/currency.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {currencyWords} from '../../ui/format/currency-words.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {zoneOptions} from '../../ui/format/zone-options.ts';
import styles from './mapping.module.css';

interface MappingFactsProps {
  readonly mapping: Mapping;
  readonly businessZone: ZoneId;
  readonly onChange: (mapping: Mapping) => void;
}

const auto = '';

/** How the file writes times and amounts, as far as its cells do not show it themselves. */
export function MappingFacts({mapping, businessZone, onChange}: MappingFactsProps) {
  const {t} = useTranslation('intake');
  const locale = useLocale();
  const {dateOrder: _order, currency: _currency, ...rest} = mapping;
  const zones = useMemo(() => zoneOptions(mapping.zone ?? businessZone), [mapping.zone, businessZone]);
  const currencies = useMemo(
    () =>
      currencyCodes.map((code) => ({value: code as CurrencyCode | typeof auto, label: currencyWords(locale, code)})),
    [locale],
  );
  return (
    <div className={styles.fields}>
      <SelectField
        label={t('mapping.zone')}
        searchable
        options={zones}
        value={mapping.zone ?? businessZone}
        onChange={(zone) => onChange({...mapping, zone})}
      />
      <SelectField
        label={t('mapping.dateOrder')}
        options={[
          {value: auto, label: t('mapping.auto')},
          {value: 'dmy', label: t('ask.dmyPlain')},
          {value: 'mdy', label: t('ask.mdyPlain')},
        ]}
        value={mapping.dateOrder ?? auto}
        onChange={(order) =>
          onChange({
            ...rest,
            ...(mapping.currency === undefined ? {} : {currency: mapping.currency}),
            ...(order === auto ? {} : {dateOrder: order}),
          })
        }
      />
      <SelectField
        label={t('mapping.decimal')}
        options={[
          {value: '.', label: t('mapping.point')},
          {value: ',', label: t('mapping.comma')},
        ]}
        value={mapping.decimalSign}
        onChange={(decimalSign) => onChange({...mapping, decimalSign})}
      />
      <SelectField
        label={t('mapping.currency')}
        searchable
        options={[{value: auto, label: t('mapping.fromFile')}, ...currencies]}
        value={mapping.currency ?? auto}
        onChange={(code) =>
          onChange({
            ...rest,
            ...(mapping.dateOrder === undefined ? {} : {dateOrder: mapping.dateOrder}),
            ...(code === auto ? {} : {currency: code}),
          })
        }
      />
      <SelectField
        label={t('mapping.price')}
        options={[
          {value: 'per_unit', label: t('mapping.perPiece')},
          {value: 'per_line', label: t('mapping.perLine')},
        ]}
        value={mapping.prices}
        onChange={(prices) => onChange({...mapping, prices})}
      />
      <SelectField
        label={t('mapping.tax')}
        options={[
          {value: 'included', label: t('mapping.taxIncluded')},
          {value: 'added', label: t('mapping.taxAdded')},
        ]}
        value={mapping.tax}
        onChange={(tax) => onChange({...mapping, tax})}
      />
    </div>
  );
}
