import {useTranslation} from 'react-i18next';
import type {NumberKind, NumberPart} from '#core/shipping/ranges/number-kinds.ts';
import {TextField} from '../../ui/text-field.tsx';

interface PartFieldsProps {
  readonly kind: NumberKind;
  readonly parts: Readonly<Record<string, string>>;
  readonly errorOf: (part: string) => string | null;
  readonly onChange: (parts: Readonly<Record<string, string>>) => void;
}

const lengthMost = 40;

/** What a contract tells of every number, and what a range may tell instead of each parcel. */
export function PartFields({kind, parts, errorOf, onChange}: PartFieldsProps) {
  const {t} = useTranslation('numbers');
  const field = ({name, lengths}: NumberPart, hint: string) => (
    <TextField
      key={name}
      label={t(`part.${name as 'service'}`, {defaultValue: name})}
      hint={hint}
      autoComplete="off"
      maxLength={lengths.at(-1) ?? lengthMost}
      value={parts[name] ?? ''}
      error={errorOf(name)}
      onChange={(event) => onChange({...parts, [name]: event.currentTarget.value.toUpperCase()})}
    />
  );
  const lengthWords = ({lengths}: NumberPart): string =>
    lengths.length === 1
      ? t('form.length', {count: lengths[0] ?? 0})
      : t('form.lengths', {lengths: lengths.join(', ')});
  return (
    <>
      {kind.contract.filter(({only}) => only === undefined).map((part) => field(part, lengthWords(part)))}
      {kind.parcel.map((part) => field(part, t('form.eachParcel')))}
    </>
  );
}
