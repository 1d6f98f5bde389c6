import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Sealed} from '#core/lib/sealed.ts';
import type {Address} from '#core/storefronts/address.ts';
import {changeBusiness} from '#core/storefronts/mutators.ts';
import type {Business} from '#core/storefronts/schema.ts';
import {countriesByName} from '../../ui/format/countries.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {FormDialog} from '../../ui/form-dialog.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import styles from '../../ui/sheet.module.css';
import {TextAreaField, TextField} from '../../ui/text-field.tsx';
import {useData, useOpened} from '../data/use-data.ts';
import {useNotices} from '../frame/notices.ts';
import {useKeys} from '../keys/use-keys.ts';
import {useDeeds} from '../undo/use-deeds.ts';
import {faultWords} from '../words/fault-words.ts';
import {type SenderText, readSender, senderText} from './sender-text.ts';

interface SenderDialogProps {
  readonly business: Business;
  readonly onClose: () => void;
}

/** Who sends: the address on labels and customs forms, and the numbers that laws ask for on papers. */
export function SenderDialog({business, onClose}: SenderDialogProps) {
  const sender = useOpened<Address>(business.sender as Sealed<Address> | undefined);
  useKeys('dialog', []);
  if (business.sender && !sender) return null;
  return <SenderForm business={business} sender={sender} onClose={onClose} />;
}

const lengths = {name: 200, company: 200, street: 300, extra: 300, postalCode: 20, city: 200, region: 100} as const;

function SenderForm({business, sender, onClose}: SenderDialogProps & {readonly sender: Address | undefined}) {
  const {t, i18n} = useTranslation('businesses');
  const locale = useLocale();
  const data = useData();
  const deeds = useDeeds();
  const say = useNotices((notices) => notices.say);
  const [text, setText] = useState(() => senderText(business, sender));
  const [tried, setTried] = useState(false);
  const {address, numbers, missing} = readSender(text);
  const wrong = (part: keyof SenderText): string | null =>
    tried && missing.includes(part) ? t('sender.missing') : null;
  const field = (part: keyof typeof lengths) => (
    <TextField
      label={t(`sender.${part}`)}
      maxLength={lengths[part]}
      autoComplete="off"
      value={text[part]}
      error={wrong(part)}
      onChange={(event) => setText({...text, [part]: event.currentTarget.value})}
    />
  );
  const save = async (): Promise<void> => {
    setTried(true);
    if (!address) return;
    const sealed = await data.call('data.seal', {value: address});
    if (!sealed.ok) return say(faultWords(i18n, sealed.fault));
    onClose();
    const {sender: _sender, taxNumbers: _numbers, customsReference: _reference, ...rest} = business;
    const changed = {...rest, ...numbers, sender: sealed.value as Sealed<Address>};
    deeds.did('businesses:sender.did', [await data.mutate(changeBusiness, changed)]);
  };
  return (
    <FormDialog
      title={t('sender.title')}
      act={t('sender.save')}
      tall
      width={560}
      onAct={() => void save()}
      onClose={onClose}
    >
      <div className={styles.pair}>
        {field('name')}
        {field('company')}
      </div>
      {field('street')}
      {field('extra')}
      <div className={styles.pair}>
        {field('postalCode')}
        {field('city')}
      </div>
      <div className={styles.pair}>
        {field('region')}
        <SelectField
          label={t('sender.country')}
          searchable
          options={countriesByName(locale, 'all').map(({code, name}) => ({value: code, label: name}))}
          value={text.country === '' ? null : text.country}
          error={wrong('country')}
          onChange={(country) => setText({...text, country})}
        />
      </div>
      <TextAreaField
        label={t('sender.taxNumbers')}
        hint={t('sender.taxNumbersHint')}
        maxLength={480}
        value={text.taxNumbers}
        onChange={(event) => setText({...text, taxNumbers: event.currentTarget.value})}
      />
      <TextField
        label={t('sender.customsReference')}
        hint={t('sender.customsReferenceHint')}
        maxLength={60}
        autoComplete="off"
        value={text.customsReference}
        onChange={(event) => setText({...text, customsReference: event.currentTarget.value})}
      />
    </FormDialog>
  );
}
