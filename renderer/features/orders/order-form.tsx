import {type RefObject, memo, useEffect, useRef} from 'react';
import {useTranslation} from 'react-i18next';
import {type CurrencyCode, currencyCodes} from '#core/money/currency.ts';
import type {Storefront} from '#core/storefronts/schema.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {CheckField} from '../../ui/check-field.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {countryName} from '../../ui/format/countries.ts';
import {currencyWords} from '../../ui/format/currency-words.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {Money} from '../../ui/money.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {AddressFields} from './address-fields.tsx';
import {AmountFields} from './amount-fields.tsx';
import {amountsOf} from './entry-amounts.ts';
import type {KnownBuyer} from './known.ts';
import {LineFields} from './line-fields.tsx';
import type {OrderEntry} from './order-entry.ts';
import {type OrderDraft, beginAnew, changeForm, typeInto} from './order-forms.ts';
import type {EntryFaults, EntryField} from './read-entry.ts';
import styles from './order-form.module.css';

interface OrderFormProps {
  readonly draft: OrderDraft;
  /** The draft with the number it is proposed. */
  readonly entry: OrderEntry;
  /** What is wrong with it, as far as saving was tried. */
  readonly faults: EntryFaults;
  readonly storefronts: readonly Storefront[];
  readonly buyers: readonly KnownBuyer[];
  readonly today: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

const width = 880;
const linesShownMax = 200;

/** An order by hand: new, a copy of another, or one that is changed. */
export function OrderForm({draft, entry, faults, storefronts, buyers, today, onSave, onClose}: OrderFormProps) {
  const {t, i18n} = useTranslation('orders');
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const {edits} = draft;
  // Wherever the focus is: on a field, on a button below, or still on its way into the dialog.
  useKeys('dialog', [
    {
      id: 'orders.form.save',
      word: edits ? 'orders:form.save' : 'orders:form.create',
      section: 'app:section.page',
      keys: 'Ctrl+Enter',
      inPalette: false,
      comesFirst: true,
      run: onSave,
    },
  ]);
  useFocusOnFault(form, faults);

  const amounts = amountsOf(entry);
  const faultOf = (field: EntryField): string | null => {
    const fault = faults.get(field);
    if (!fault) return null;
    const {country, max, ...values} = fault.values ?? {};
    return t(`form.fault.${fault.word}`, {
      ...values,
      country: typeof country === 'string' ? countryName(locale, country) : '',
      max: typeof max === 'number' ? formatCount(locale, max) : '',
    });
  };
  const title = edits ? t('form.editTitle', {number: edits.order.channelOrderId}) : t('form.newTitle');
  return (
    <Dialog
      title={title}
      opened
      tall
      width={width}
      onClose={onClose}
      actions={
        <>
          <span className={styles.faults} role="status">
            {faults.size > 0 ? t('form.faults', {count: faults.size}) : null}
          </span>
          <span className={styles.total}>
            {t('panel.total')}
            <span className={styles.sum}>
              <Money amount={amounts.total.ok ? amounts.total.value : null} />
            </span>
          </span>
          <Button onClick={onClose}>{i18n.t('ui:cancel')}</Button>
          <Button variant="primary" keys="Ctrl+Enter" onClick={onSave}>
            {edits ? t('form.save') : t('form.create')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className={styles.form}
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {draft.resumed ? (
          <p className={styles.resumed}>
            {t('form.resumed')}
            <Button variant="quiet" onClick={beginAnew}>
              {t('form.anew')}
            </Button>
          </p>
        ) : null}
        {edits ? null : <Head entry={entry} storefronts={storefronts} today={today} faultOf={faultOf} />}
        <section className={styles.section}>
          <h3>{t('panel.lines')}</h3>
          {entry.lines.length > linesShownMax ? (
            <p>{t('form.line.tooMany', {count: entry.lines.length})}</p>
          ) : (
            <LineFields entry={entry} amounts={amounts} faultOf={faultOf} onChange={(lines) => typeInto({lines})} />
          )}
        </section>
        <div className={styles.columns}>
          <section className={styles.section}>
            <h3>{t('panel.shipTo')}</h3>
            <AddressFields entry={entry} faultOf={faultOf} buyers={buyers} onChange={typeInto} />
          </section>
          <section className={styles.section}>
            <h3>{t('panel.amounts')}</h3>
            <AmountFields entry={entry} amounts={amounts} faultOf={faultOf} onChange={typeInto} />
            {edits ? null : (
              <CheckField label={t('form.paid')} checked={entry.paid} onChange={(paid) => typeInto({paid})} />
            )}
          </section>
        </div>
        {/* Without a button of its own a form is not sent by Enter. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}

interface HeadProps {
  readonly entry: OrderEntry;
  readonly storefronts: readonly Storefront[];
  readonly today: string;
  readonly faultOf: (field: EntryField) => string | null;
}

/** What names an order; once stored it stays, as the id is made from it. */
function Head({entry, storefronts, today, faultOf}: HeadProps) {
  const {t} = useTranslation('orders');
  const {currency, date, number, storefrontId} = entry;
  const choose = (id: string): void => {
    const before = storefronts.find((each) => each.id === storefrontId);
    const next = storefronts.find((each) => each.id === id);
    const follows = next && currency === before?.currency;
    typeInto({storefrontId: id, ...(follows ? {currency: next.currency} : {})});
  };
  return (
    <div className={styles.head}>
      <SelectField
        label={t('column.storefront')}
        options={storefronts.map(({id, name}) => ({value: id as string, label: name}))}
        value={storefrontId === '' ? null : storefrontId}
        error={faultOf('storefront')}
        onChange={choose}
      />
      <TextField
        label={t('form.number')}
        value={number}
        maxLength={80}
        autoComplete="off"
        error={faultOf('number')}
        onChange={(event) => {
          const written = event.currentTarget.value;
          changeForm((draft) => ({...draft, numberTyped: true, entry: {...draft.entry, number: written}}));
        }}
      />
      <TextField
        label={t('form.date')}
        type="date"
        max={today}
        value={date}
        error={faultOf('date')}
        onChange={(event) => typeInto({date: event.currentTarget.value})}
      />
      <CurrencyField currency={currency} />
    </div>
  );
}

/** Drawn again only with another currency: its list is long, and the form is drawn at every letter. */
const CurrencyField = memo(function CurrencyField({currency}: {readonly currency: CurrencyCode}) {
  const {t} = useTranslation('orders');
  const locale = useLocale();
  return (
    <SelectField
      label={t('form.currency')}
      searchable
      options={currencyCodes.map((code) => ({value: code, label: currencyWords(locale, code)}))}
      value={currency}
      onChange={(next) => typeInto({currency: next})}
    />
  );
});

/** Leads to the first field that is wrong, each time saving was refused. */
function useFocusOnFault(form: RefObject<HTMLFormElement | null>, faults: EntryFaults): void {
  const before = useRef(faults.size);
  useEffect(() => {
    if (before.current === 0 && faults.size > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
    before.current = faults.size;
  }, [form, faults]);
}
