import {useTranslation} from 'react-i18next';
import type {Result} from '#core/lib/result.ts';
import type {Money as Amount} from '#core/money/money.ts';
import {CheckField} from '../../ui/check-field.tsx';
import {Money} from '../../ui/money.tsx';
import {TextField} from '../../ui/text-field.tsx';
import type {EntryAmounts} from './entry-amounts.ts';
import type {OrderEntry} from './order-entry.ts';
import type {EntryField} from './read-entry.ts';
import styles from './order-form.module.css';

interface AmountFieldsProps {
  readonly entry: OrderEntry;
  readonly amounts: EntryAmounts;
  readonly faultOf: (field: EntryField) => string | null;
  readonly onChange: (part: Partial<OrderEntry>) => void;
}

/** What is added and taken off, and what it comes to while it is typed. */
export function AmountFields({entry, amounts, faultOf, onChange}: AmountFieldsProps) {
  const {t} = useTranslation('orders');
  const field = (name: 'shipping' | 'discount' | 'tax', label: string) => (
    <TextField
      label={label}
      value={entry[name]}
      maxLength={30}
      inputMode="decimal"
      autoComplete="off"
      error={faultOf(name)}
      onChange={(event) => onChange({[name]: event.currentTarget.value})}
    />
  );
  const shown = (amount: Result<Amount>) => <Money amount={amount.ok ? amount.value : null} />;
  const other = {minor: entry.otherMinor, currency: entry.currency};
  return (
    <div className={styles.amounts}>
      {field('shipping', t('panel.shipping'))}
      {field('discount', t('panel.discount'))}
      {field('tax', entry.taxAdded ? t('form.taxAdded') : t('panel.tax'))}
      <CheckField label={t('form.taxIsAdded')} checked={entry.taxAdded} onChange={(taxAdded) => onChange({taxAdded})} />
      <dl className={styles.sums}>
        <div>
          <dt>{t('panel.subtotal')}</dt>
          <dd>{shown(amounts.items)}</dd>
        </div>
        {entry.otherMinor === 0 ? null : (
          <div>
            <dt>{t('form.other')}</dt>
            <dd>
              <Money amount={other} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
