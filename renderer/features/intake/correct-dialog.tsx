import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {IntakeChoice, IntakeFile} from '#core/intake/messages.ts';
import {type CurrencyCode, currencyCodes} from '#core/money/currency.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {currencyWords} from '../../ui/format/currency-words.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {zoneOptions} from '../../ui/format/zone-options.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {formatIds, formatWord} from './intake-words.ts';
import styles from './intake.module.css';

interface CorrectDialogProps {
  readonly file: IntakeFile;
  readonly businessZone: ZoneId;
  readonly onApply: (choice: IntakeChoice) => void;
  readonly onMap: () => void;
  readonly onClose: () => void;
}

/** As text files are written in the countries goods are sold in. */
const encodings = ['utf-8', 'utf-16le', 'windows-1252', 'windows-1250', 'windows-1251', 'gb18030', 'big5', 'shift_jis'];
const detected = '';

/** Everything that was found out about a file can be said otherwise; then it is read again. */
export function CorrectDialog({file, businessZone, onApply, onMap, onClose}: CorrectDialogProps) {
  const {t, i18n} = useTranslation('intake');
  const locale = useLocale();
  const [choice, setChoice] = useState<IntakeChoice>({});
  const zones = useMemo(() => zoneOptions(businessZone), [businessZone]);
  const currencies = useMemo(
    () => currencyCodes.map((code) => ({value: code as string, label: currencyWords(locale, code)})),
    [locale],
  );
  useKeys('dialog', []);
  const said = {...file.choice, ...choice};
  const change = (next: IntakeChoice): void => setChoice({...choice, ...next});
  const auto = {value: detected, label: t('correct.detected')};
  return (
    <Dialog
      title={t('correct.title', {name: file.name})}
      opened
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('ui:cancel')}</Button>
          {file.container === undefined ? null : <Button onClick={onMap}>{t('act.map')}</Button>}
          <Button variant="primary" disabled={Object.keys(choice).length === 0} onClick={() => onApply(choice)}>
            {t('correct.apply')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <SelectField
          label={t('ask.format')}
          options={formatIds(t).map((id) => ({value: id, label: formatWord(t, id)}))}
          value={said.format ?? file.format ?? null}
          onChange={(format) => change({format})}
        />
        {file.container === 'text' ? (
          <SelectField
            label={t('correct.encoding')}
            options={[...new Set([file.encoding ?? 'utf-8', ...encodings])].map((name) => ({
              value: name,
              label: name.toUpperCase(),
            }))}
            value={said.encoding ?? file.encoding ?? null}
            onChange={(encoding) => change({encoding})}
          />
        ) : null}
        <SelectField
          label={t('correct.zone')}
          placeholder={t('correct.zoneFormat')}
          searchable
          options={zones}
          value={said.zone ?? null}
          onChange={(zone) => change({zone})}
        />
        <SelectField
          label={t('ask.currency')}
          placeholder={auto.label}
          searchable
          options={currencies}
          value={said.currency ?? null}
          onChange={(currency) => change({currency: currency as CurrencyCode})}
        />
        <SelectField
          label={t('ask.dateOrder')}
          placeholder={auto.label}
          options={[
            {value: 'dmy', label: t('ask.dmyPlain')},
            {value: 'mdy', label: t('ask.mdyPlain')},
          ]}
          value={said.dateOrder ?? null}
          onChange={(dateOrder) => change({dateOrder})}
        />
      </div>
    </Dialog>
  );
}
