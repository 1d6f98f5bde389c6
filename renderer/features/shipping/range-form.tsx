import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import {endRange} from '#core/shipping/ranges/mutators.ts';
import type {NumberKind} from '#core/shipping/ranges/number-kinds.ts';
import {callOf} from '#core/sync/define.ts';
import {useData} from '../../app/data/use-data.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {FormDialog} from '../../ui/form-dialog.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {type RangeField, type RangeText, blankRange, fieldOf, missingIn, rangeOf} from './entered-range.ts';
import {PartFields} from './part-fields.tsx';
import styles from './range-form.module.css';
import {RangeLookPanel} from './range-look-panel.tsx';
import {kindWords} from './use-numbers.ts';
import {useRangeLook} from './use-range-look.ts';

interface RangeFormProps {
  readonly kinds: readonly NumberKind[];
  readonly onClose: () => void;
}

const formWidth = 640;

/** Asks for a range as the carrier's letter has it, and shows its first and last number while it is written. */
export function RangeForm({kinds, onClose}: RangeFormProps) {
  const {t, i18n} = useTranslation('numbers');
  const data = useData();
  const deeds = useDeeds();
  const [scheme, setScheme] = useState<string | null>(null);
  const [text, setText] = useState(blankRange);
  const [tried, setTried] = useState(false);
  useKeys('dialog', []);

  const kind = kinds.find((one) => one.scheme === scheme);
  const missing = kind ? missingIn(text, kind) : new Set<RangeField>();
  const look = useRangeLook(kind && missing.size === 0 ? rangeOf(text, kind) : undefined);
  const fault: Fault | undefined = look?.ok === false ? look.fault : undefined;
  const faultField = fault && fieldOf(fault);
  const says = (field: RangeField, words: string): string | null => {
    if (tried && missing.has(field)) return words;
    return fault && faultField === field ? faultWords(i18n, fault) : null;
  };
  const write = (changes: Partial<RangeText>): void => setText({...text, ...changes});
  const add = async (): Promise<void> => {
    setTried(true);
    if (!kind || missing.size > 0 || fault) return;
    const added = await data.call('numbers.register', {range: rangeOf(text, kind)});
    if (!added.ok) return deeds.did('numbers:did.added', [added]);
    const {id: rangeId, desk} = added.value;
    onClose();
    deeds.did('numbers:did.added', [{ok: true, n: 0, undo: callOf(endRange, {rangeId, desk})}]);
  };
  const digits = kind?.digits ?? [];
  const digitsHint =
    digits.length === 0
      ? undefined
      : digits.length === 1
        ? t('form.digits', {count: digits[0] ?? 0})
        : t('form.digitsAny', {lengths: digits.join(', ')});
  return (
    <FormDialog
      title={t('addTitle')}
      act={t('add')}
      tall
      width={formWidth}
      className={styles.form}
      onAct={() => void add()}
      onClose={onClose}
    >
      <SelectField
        label={t('form.kind')}
        searchable
        options={kinds.map((one) => ({value: one.scheme, label: kindWords(one)}))}
        value={scheme}
        error={tried && !kind ? t('form.kindMissing') : null}
        onChange={setScheme}
      />
      <TextField
        label={t('form.account')}
        autoComplete="off"
        maxLength={60}
        value={text.account}
        error={says('account', t('form.accountMissing'))}
        onChange={(event) => write({account: event.currentTarget.value})}
      />
      {kind ? (
        <PartFields
          kind={kind}
          parts={text.parts}
          errorOf={(name) => says(`part ${name}`, t('form.partMissing'))}
          onChange={(parts) => write({parts})}
        />
      ) : null}
      <TextField
        label={t('form.from')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        {...(digitsHint === undefined ? {} : {hint: digitsHint})}
        value={text.from}
        error={says('from', t('form.digitsWrong'))}
        onChange={(event) => write({from: event.currentTarget.value})}
      />
      <TextField
        label={t('form.to')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        {...(digitsHint === undefined ? {} : {hint: digitsHint})}
        value={text.to}
        error={says('to', t('form.digitsWrong'))}
        onChange={(event) => write({to: event.currentTarget.value})}
      />
      <TextField
        label={t('form.validFrom')}
        type="date"
        value={text.validFrom}
        onChange={(event) => write({validFrom: event.currentTarget.value})}
      />
      <TextField
        label={t('form.validTo')}
        type="date"
        value={text.validTo}
        error={says('validTo', '')}
        onChange={(event) => write({validTo: event.currentTarget.value})}
      />
      <SelectField
        label={t('form.wrap')}
        options={[
          {value: 'end', label: t('form.wrapEnd')},
          {value: 'again', label: t('form.wrapAgain')},
        ]}
        value={text.wrap}
        onChange={(wrap) => write({wrap})}
      />
      {text.wrap === 'again' ? (
        <TextField
          label={t('form.wrapDays')}
          inputMode="numeric"
          maxLength={4}
          value={text.wrapDays}
          error={says('wrapDays', t('form.wrapDaysWrong'))}
          onChange={(event) => write({wrapDays: event.currentTarget.value})}
        />
      ) : null}
      <TextField
        label={t('form.alert')}
        inputMode="numeric"
        maxLength={9}
        value={text.alertBelow}
        error={says('alertBelow', t('form.alertWrong'))}
        onChange={(event) => write({alertBelow: event.currentTarget.value})}
      />
      <RangeLookPanel look={look} isSaidAtField={faultField !== undefined} />
    </FormDialog>
  );
}
