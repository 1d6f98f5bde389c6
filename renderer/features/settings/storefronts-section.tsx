import {IconTrash} from '@tabler/icons-react';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type CurrencyCode, currencyCodes} from '#core/money/currency.ts';
import {createStorefront, removeStorefront} from '#core/storefronts/mutators.ts';
import {type Business, type Channel, type Storefront, channels} from '#core/storefronts/schema.ts';
import {useData} from '../../app/data/use-data.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {Button, IconButton} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {currencyWords} from './currency-words.ts';
import {newId} from './new-id.ts';
import {Section} from '../../ui/section.tsx';
import styles from './settings.module.css';

interface StorefrontsSectionProps {
  readonly business: Business;
  readonly storefronts: readonly Storefront[];
}

/** The accounts a business sells through. */
export function StorefrontsSection({business, storefronts}: StorefrontsSectionProps) {
  const {t} = useTranslation('settings');
  const data = useData();
  const deeds = useDeeds();
  const [adding, setAdding] = useState(false);
  const remove = async (storefront: Storefront): Promise<void> => {
    deeds.did('settings:did.removed', [await data.mutate(removeStorefront, {storefrontId: storefront.id})]);
  };
  const sorted = storefronts.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <Section title={t('section.storefronts')}>
      {sorted.length === 0 ? <p>{t('noStorefronts')}</p> : null}
      <ul className={styles.list}>
        {sorted.map((storefront) => (
          <li key={storefront.id}>
            <span>{storefront.name}</span>
            <span className={styles.quiet}>{t(`channels.${storefront.channel}`)}</span>
            <span className={styles.quiet}>{storefront.currency}</span>
            <IconButton
              label={t('remove', {name: storefront.name})}
              icon={<IconTrash stroke={1.5} />}
              onClick={() => void remove(storefront)}
            />
          </li>
        ))}
      </ul>
      <Button onClick={() => setAdding(true)}>{t('add')}</Button>
      {adding ? <AddStorefront business={business} taken={storefronts} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

interface AddStorefrontProps {
  readonly business: Business;
  readonly taken: readonly Storefront[];
  readonly onClose: () => void;
}

function AddStorefront({business, taken, onClose}: AddStorefrontProps) {
  const {t, i18n} = useTranslation('settings');
  const locale = useLocale();
  const data = useData();
  const deeds = useDeeds();
  const [name, setName] = useState('');
  const [channel, setChannel] = useState<Channel>('amazon');
  const [currency, setCurrency] = useState<CurrencyCode>(business.reportingCurrency);
  const [tried, setTried] = useState(false);
  useKeys('dialog', []);

  const isTaken = taken.some((storefront) => storefront.name === name.trim());
  const problem =
    name.trim() === '' ? t('nameMissing') : isTaken ? i18n.t('storefronts:fault.name_taken', {name}) : null;
  const add = async (): Promise<void> => {
    setTried(true);
    if (problem !== null) return;
    onClose();
    const storefront = {id: newId('storefront'), businessId: business.id, channel, name: name.trim(), currency};
    deeds.did('settings:did.added', [await data.mutate(createStorefront, storefront)]);
  };
  return (
    <Dialog
      title={t('addTitle')}
      opened
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('ui:cancel')}</Button>
          <Button variant="primary" onClick={() => void add()}>
            {t('add')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          label={t('name')}
          value={name}
          maxLength={120}
          error={tried ? problem : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SelectField
          label={t('channel')}
          options={channels.map((value) => ({value, label: t(`channels.${value}`)}))}
          value={channel}
          onChange={setChannel}
        />
        <SelectField
          label={t('storefrontCurrency')}
          searchable
          options={currencyCodes.map((code) => ({value: code, label: currencyWords(locale, code)}))}
          value={currency}
          onChange={setCurrency}
        />
      </form>
    </Dialog>
  );
}
