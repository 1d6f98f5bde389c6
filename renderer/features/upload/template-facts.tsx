import {useTranslation} from 'react-i18next';
import {SelectField} from '../../ui/select-field.tsx';
import {TextAreaField, TextField} from '../../ui/text-field.tsx';
import type {TemplateForm} from './template-form.ts';
import styles from './template.module.css';

interface TemplateFactsProps {
  readonly form: TemplateForm;
  readonly onChange: (changes: Partial<TemplateForm>) => void;
}

/** What a template says of the file as a whole, and of its answer. */
export function TemplateFacts({form, onChange}: TemplateFactsProps) {
  const {t} = useTranslation('upload');
  return (
    <div className={styles.facts}>
      <TextField
        label={t('edit.name')}
        value={form.name}
        maxLength={80}
        onChange={(event) => onChange({name: event.currentTarget.value})}
      />
      <TextField
        label={t('edit.carrier')}
        hint={t('edit.carrierHint')}
        value={form.carrier}
        maxLength={60}
        onChange={(event) => onChange({carrier: event.currentTarget.value})}
      />
      <SelectField
        label={t('edit.separator')}
        options={[
          {value: ',', label: t('separator.comma')},
          {value: ';', label: t('separator.semicolon')},
          {value: '\t', label: t('separator.tab')},
        ]}
        value={form.separator}
        onChange={(separator) => onChange({separator})}
      />
      <SelectField
        label={t('edit.encoding')}
        options={[
          {value: 'utf-8', label: t('encoding.utf8')},
          {value: 'iso-8859-1', label: t('encoding.latin1')},
        ]}
        value={form.encoding}
        onChange={(encoding) => onChange({encoding})}
      />
      <TextField
        label={t('edit.rowsMax')}
        value={form.rowsMax}
        inputMode="numeric"
        maxLength={5}
        onChange={(event) => onChange({rowsMax: event.currentTarget.value})}
      />
      <TextAreaField
        label={t('edit.answerReference')}
        hint={t('edit.oneALine')}
        value={form.reference}
        rows={2}
        maxLength={900}
        onChange={(event) => onChange({reference: event.currentTarget.value})}
      />
      <TextAreaField
        label={t('edit.answerNumber')}
        hint={t('edit.oneALine')}
        value={form.number}
        rows={2}
        maxLength={900}
        onChange={(event) => onChange({number: event.currentTarget.value})}
      />
    </div>
  );
}
