import {useTranslation} from 'react-i18next';
import {isSameMedia, knownMedia, type Media} from '#core/printing/media.ts';
import {checkings, languages} from '#core/printing/printer.ts';
import {SelectField} from '../../ui/select-field.tsx';
import styles from '../../ui/sheet.module.css';
import {TextField} from '../../ui/text-field.tsx';
import {dpis, type FieldWrong, mediaTold, type PrinterForm} from './printer-form.ts';
import {mediaNames, mediaWords} from './printer-words.ts';

interface PaperFieldsProps {
  readonly form: PrinterForm;
  /** Papers that the printer says it takes. */
  readonly told: readonly string[];
  readonly wordsOf: (field: FieldWrong) => string | null;
  readonly onChange: (changes: Partial<PrinterForm>) => void;
}

/** More are a list nobody reads; what is missing can be told by its size. */
const toldMax = 12;

/** What lies in a printer, what it reads, and how fine it prints. */
export function PaperFields({form, told, wordsOf, onChange}: PaperFieldsProps) {
  const {t} = useTranslation('printing');
  const papers: Media[] = mediaNames.map((name) => knownMedia[name]);
  for (const media of [...(form.media === '' ? [] : [form.media]), ...mediaTold(told).slice(0, toldMax)])
    if (!papers.some((each) => isSameMedia(each, media))) papers.push(media);
  const chosen = form.media === '' ? '' : (papers.find((each) => isSameMedia(each, form.media)) ?? '');
  return (
    <>
      <SelectField
        label={t('form.media')}
        options={[
          ...papers.map((value) => ({value, label: mediaWords(t, value)})),
          {value: '', label: t('media.other')},
        ]}
        value={chosen}
        onChange={(media) => onChange({media})}
      />
      {form.media === '' ? (
        <div className={styles.pair}>
          <TextField
            label={t('form.width')}
            value={form.width}
            inputMode="numeric"
            error={wordsOf('media')}
            onChange={(event) => onChange({width: event.currentTarget.value})}
          />
          <TextField
            label={t('form.height')}
            value={form.height}
            inputMode="numeric"
            onChange={(event) => onChange({height: event.currentTarget.value})}
          />
        </div>
      ) : null}
      <div className={styles.pair}>
        <SelectField
          label={t('form.language')}
          hint={t(`languageHint.${form.language}`)}
          options={languages.map((value) => ({value, label: t(`language.${value}`)}))}
          value={form.language}
          onChange={(language) => onChange({language})}
        />
        <SelectField
          label={t('form.dpi')}
          hint={t('form.dpiHint')}
          options={dpiOptions(form.dpi)}
          value={form.dpi}
          onChange={(dpi) => onChange({dpi})}
        />
      </div>
      <SelectField
        label={t('checking.label')}
        hint={t('checking.hint')}
        options={checkings.map((value) => ({value, label: t(`checking.${value}`)}))}
        value={form.checking}
        onChange={(checking) => onChange({checking})}
      />
    </>
  );
}

function dpiOptions(now: string): readonly {readonly value: string; readonly label: string}[] {
  const known: readonly string[] = dpis;
  return (known.includes(now) ? known : [now, ...known]).map((value) => ({value, label: value}));
}
