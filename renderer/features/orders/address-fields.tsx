import {memo} from 'react';
import {useTranslation} from 'react-i18next';
import {unknownCountry} from '#core/storefronts/address.ts';
import {countriesByName} from '../../ui/format/countries.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {SuggestField} from '../../ui/suggest-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {type AddressFormField, addressFields, addressForm, scriptOf} from './address-form.ts';
import {type KnownBuyer, buyersLike} from './known.ts';
import type {OrderEntry} from './order-entry.ts';
import type {EntryField} from './read-entry.ts';
import styles from './order-form.module.css';

interface AddressFieldsProps {
  readonly entry: OrderEntry;
  readonly faultOf: (field: EntryField) => string | null;
  readonly buyers: readonly KnownBuyer[];
  readonly onChange: (part: Partial<OrderEntry>) => void;
}

const lengthMax = {name: 200, company: 200, street: 300, extra: 300, city: 200, region: 100, postalCode: 20} as const;
/** Parts that share a line with the one beside them. */
const short = ['city', 'region', 'postalCode'];

/** Who gets the order, in the fields, the order and the words of the country it goes to. */
export function AddressFields({entry, faultOf, buyers, onChange}: AddressFieldsProps) {
  const {t} = useTranslation('orders');
  const locale = useLocale();
  const {country, address} = entry;
  const used = addressForm(country, scriptOf(country, locale));
  // What is written already stays in sight, also where the country has no place for it.
  const left = addressFields.filter((field) => address[field] !== '' && !used.some((one) => one.field === field));
  const fields: readonly AddressFormField[] = [
    ...used,
    ...left.map((field) => ({field, word: wordOf(field), required: false})),
  ];
  const choose = (id: string): void => {
    const chosen = buyers.find((known) => known.id === id);
    if (chosen) onChange(buyerPart(chosen));
  };
  return (
    <div className={styles.address}>
      <CountryField country={country} error={faultOf('country')} onChange={onChange} />
      {fields.map(({field, word, required}) => {
        const label = required ? t(`form.address.${word}`) : t('form.optional', {label: t(`form.address.${word}`)});
        const change = (value: string): void => onChange({address: {...address, [field]: value}});
        return (
          <div key={field} data-short={short.includes(field)}>
            {field === 'name' ? (
              <SuggestField
                label={label}
                value={address.name}
                maxLength={lengthMax.name}
                error={faultOf('name')}
                onChange={change}
                suggestions={buyersLike(address.name, buyers).map(({id, contact: {shipTo, name = ''}}) => ({
                  id,
                  label: shipTo?.name || name,
                  hint: [shipTo?.city, shipTo?.country].filter(Boolean).join(', '),
                }))}
                onChoose={choose}
              />
            ) : (
              <TextField
                label={label}
                value={address[field]}
                maxLength={lengthMax[field]}
                error={faultOf(field)}
                autoComplete="off"
                onChange={(event) => change(event.currentTarget.value)}
              />
            )}
          </div>
        );
      })}
      <div data-short="true" data-begins="true">
        <TextField
          label={t('form.optional', {label: t('form.email')})}
          value={entry.email}
          maxLength={254}
          inputMode="email"
          error={faultOf('email')}
          autoComplete="off"
          onChange={(event) => onChange({email: event.currentTarget.value})}
        />
      </div>
      <div data-short="true">
        <TextField
          label={t('form.optional', {label: t('form.phone')})}
          value={entry.phone}
          maxLength={40}
          inputMode="tel"
          autoComplete="off"
          onChange={(event) => onChange({phone: event.currentTarget.value})}
        />
      </div>
    </div>
  );
}

interface CountryFieldProps {
  readonly country: string;
  readonly error: string | null;
  readonly onChange: AddressFieldsProps['onChange'];
}

/** Drawn again only with another country: its list is long, and the form is drawn at every letter. */
const CountryField = memo(function CountryField({country, error, onChange}: CountryFieldProps) {
  const {t} = useTranslation('orders');
  const locale = useLocale();
  return (
    <SelectField
      label={t('form.country')}
      searchable
      options={countriesByName(locale, 'all').map(({code, name}) => ({value: code, label: name}))}
      value={country === '' ? null : country}
      error={error}
      onChange={(next) => onChange({country: next})}
    />
  );
});

function wordOf(field: AddressFormField['field']): AddressFormField['word'] {
  return field;
}

/** Everything that is known of a buyer, into the form. */
function buyerPart({contact: {name, email, phone, shipTo}}: KnownBuyer): Partial<OrderEntry> {
  const written = addressFields.map((field) => [field, shipTo?.[field] ?? ''] as const);
  const address = Object.fromEntries(written) as OrderEntry['address'];
  return {
    ...(shipTo && shipTo.country !== unknownCountry ? {country: shipTo.country} : {}),
    address: {...address, name: address.name || (name ?? '')},
    email: email ?? '',
    phone: phone ?? '',
  };
}
