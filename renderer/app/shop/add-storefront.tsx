import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type CurrencyCode, currencyCodes} from '#core/money/currency.ts';
import {createStorefront} from '#core/storefronts/mutators.ts';
import {type Business, type Channel, type Storefront, type StorefrontId, channels} from '#core/storefronts/schema.ts';
import type {Outcome} from '#core/sync/replica.ts';
import {FormDialog} from '../../ui/form-dialog.tsx';
import {currencyWords} from '../../ui/format/currency-words.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {newId} from '../data/new-id.ts';
import {useData} from '../data/use-data.ts';
import {useKeys} from '../keys/use-keys.ts';
import {useDeeds} from '../undo/use-deeds.ts';
import styles from './add-storefront.module.css';

interface AddStorefrontProps {
  readonly business: Business;
  readonly taken: readonly Storefront[];
  readonly channel?: Channel | undefined;
  /** What is written in it at first. */
  readonly start?: Pick<Storefront, 'name' | 'channel' | 'currency'>;
  readonly onAdded?: (storefrontId: StorefrontId) => void;
  /** Says how it ended, where the usual notice would not say all. */
  readonly tell?: (outcome: Outcome) => void;
  readonly onClose: () => void;
}

/** Asks for a new account on a channel, and keeps it. */
export function AddStorefront({
  business,
  taken,
  channel: likely = 'amazon',
  start,
  onAdded,
  tell,
  onClose,
}: AddStorefrontProps) {
  const {t, i18n} = useTranslation('settings');
  const locale = useLocale();
  const data = useData();
  const deeds = useDeeds();
  const [name, setName] = useState(start?.name ?? '');
  const [channel, setChannel] = useState<Channel>(start?.channel ?? likely);
  const [currency, setCurrency] = useState<CurrencyCode>(start?.currency ?? business.reportingCurrency);
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
    const outcome = await data.mutate(createStorefront, storefront);
    if (tell) tell(outcome);
    else deeds.did('settings:did.added', [outcome]);
    if (outcome.ok) onAdded?.(storefront.id);
  };
  return (
    <FormDialog title={t('addTitle')} act={t('add')} onAct={() => void add()} onClose={onClose} className={styles.form}>
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
    </FormDialog>
  );
}
