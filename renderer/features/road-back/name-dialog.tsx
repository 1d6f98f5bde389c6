import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {CarrierWords} from '#core/shipping/road-back/road-back.ts';
import type {Channel} from '#core/storefronts/schema.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {FormDialog} from '../../ui/form-dialog.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {SuggestField} from '../../ui/suggest-field.tsx';
import {TextField} from '../../ui/text-field.tsx';

export interface NameWish {
  readonly channel: Channel;
  /** As it is known here: the code of a known carrier, else its name. */
  readonly carrier: string;
}

interface NameDialogProps {
  readonly start: NameWish;
  readonly channels: readonly Channel[];
  readonly carriers: CarrierWords;
  readonly onKeep: (named: NameWish & {readonly name: string}) => void;
  readonly onClose: () => void;
}

const suggestionsMax = 8;

/** Asks how a channel calls a carrier. */
export function NameDialog({start, channels, carriers, onKeep, onClose}: NameDialogProps) {
  const {t, i18n} = useTranslation('told');
  const [channel, setChannel] = useState(start.channel);
  const [carrier, setCarrier] = useState(carriers.names.get(start.carrier) ?? start.carrier);
  const [name, setName] = useState('');
  const [isAsked, setAsked] = useState(false);
  useKeys('dialog', []);
  const written = carrier.trim().toLowerCase();
  const known = [...carriers.names];
  const likely = known.filter(([, called]) => written !== '' && called.toLowerCase().includes(written));
  const keep = (): void => {
    setAsked(true);
    if (written === '' || name.trim() === '') return;
    const courier = known.find(([, called]) => called.toLowerCase() === written)?.[0];
    onKeep({channel, carrier: courier ?? carrier.trim(), name: name.trim()});
  };
  return (
    <FormDialog title={t('names.dialog')} act={t('names.keep')} onAct={keep} onClose={onClose}>
      <SelectField
        label={t('names.channel')}
        options={channels.map((each) => ({value: each, label: i18n.t(`settings:channels.${each}`)}))}
        value={channel}
        onChange={setChannel}
      />
      <SuggestField
        label={t('names.carrier')}
        value={carrier}
        maxLength={60}
        error={isAsked && written === '' ? t('names.noCarrier') : null}
        suggestions={likely.slice(0, suggestionsMax).map(([id, called]) => ({id, label: called}))}
        onChange={setCarrier}
        onChoose={(id) => setCarrier(carriers.names.get(id) ?? id)}
      />
      <TextField
        label={t('names.name')}
        hint={t('names.plain')}
        value={name}
        maxLength={80}
        error={isAsked && name.trim() === '' ? t('names.missing') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
