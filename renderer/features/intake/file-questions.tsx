import {useTranslation} from 'react-i18next';
import type {IntakeChoice, IntakeFile} from '#core/intake/messages.ts';
import {type CurrencyCode, currencyCodes} from '#core/money/currency.ts';
import type {Storefront, StorefrontId} from '#core/storefronts/schema.ts';
import {Button} from '../../ui/button.tsx';
import {currencyWords} from '../../ui/format/currency-words.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {exampleDates} from './example-dates.ts';
import {formatIds, formatWord, isFound} from './intake-words.ts';
import styles from './intake.module.css';

export interface FileAnswers {
  readonly onChoose: (choice: IntakeChoice) => void;
  readonly onNewStorefront: () => void;
  readonly onMap: () => void;
}

interface FileQuestionsProps extends Pick<FileAnswers, 'onChoose' | 'onMap'> {
  readonly file: IntakeFile;
}

/** What is not clear about how a file is to be read, each with one choice. */
export function FileQuestions({file, onChoose, onMap}: FileQuestionsProps) {
  const {t} = useTranslation('intake');
  const locale = useLocale();
  const {asks} = file;
  if (asks.every((each) => each === 'storefront')) return null;
  return (
    <div className={styles.questions}>
      {asks.includes('format') ? <FormatQuestion file={file} onChoose={onChoose} onMap={onMap} /> : null}
      {asks.includes('currency') ? (
        <SelectField
          label={t('ask.currency')}
          placeholder={t('ask.currencyHint')}
          searchable
          options={currencyCodes.map((code) => ({value: code, label: currencyWords(locale, code)}))}
          value={file.choice.currency ?? null}
          onChange={(currency: CurrencyCode) => onChoose({currency})}
        />
      ) : null}
      {asks.includes('dateOrder') ? <DateOrderQuestion file={file} onChoose={onChoose} /> : null}
    </div>
  );
}

const byHand = 'by-hand';

function FormatQuestion({file, onChoose, onMap}: Pick<FileQuestionsProps, 'file' | 'onChoose' | 'onMap'>) {
  const {t} = useTranslation('intake');
  const likely = file.format === undefined || isFound(file.format) ? undefined : file.format;
  const ids = formatIds(t).toSorted((a, b) => Number(b === likely) - Number(a === likely));
  return (
    <>
      <SelectField
        label={t('ask.format')}
        placeholder={likely === undefined ? '' : t('ask.formatHint', {format: formatWord(t, likely)})}
        options={[...ids.map((id) => ({value: id, label: formatWord(t, id)})), {value: byHand, label: t('ask.map')}]}
        value={null}
        onChange={(format) => (format === byHand ? onMap() : onChoose({format}))}
      />
      {file.header ? <Button onClick={onMap}>{t('act.map')}</Button> : null}
    </>
  );
}

const fresh = 'new';

interface StorefrontQuestionProps extends Pick<FileQuestionsProps, 'file' | 'onChoose'> {
  readonly storefronts: readonly Storefront[];
  readonly onNew: () => void;
}

/** Whose orders they are: asked once for each header, and to be corrected as long as nothing is taken in. */
export function StorefrontQuestion({file, storefronts, onChoose, onNew}: StorefrontQuestionProps) {
  const {t} = useTranslation('intake');
  const fits = (storefront: Storefront): number => Number(storefront.channel === file.channel);
  const sorted = storefronts.toSorted((a, b) => fits(b) - fits(a) || a.name.localeCompare(b.name));
  const asked = file.asks.includes('storefront');
  const suggested = storefronts.find(({id}) => id === file.storefrontId);
  return (
    <SelectField
      label={t('ask.storefront')}
      hideLabel
      placeholder={asked && suggested ? `${suggested.name}?` : t('ask.storefrontHint')}
      options={[
        ...sorted.map(({id, name}) => ({value: id as string, label: name})),
        {value: fresh, label: t('ask.newStorefront')},
      ]}
      value={asked ? null : (file.storefrontId ?? null)}
      onChange={(id) => (id === fresh ? onNew() : onChoose({storefrontId: id as StorefrontId}))}
    />
  );
}

function DateOrderQuestion({file, onChoose}: Pick<FileQuestionsProps, 'file' | 'onChoose'>) {
  const {t} = useTranslation('intake');
  const locale = useLocale();
  const examples = exampleDates(file.sample ?? []);
  const options = (['dmy', 'mdy'] as const).map((order) => {
    const read = examples.map((example) => {
      const date = formatMoment(locale, example[order], 'date', 'UTC');
      return t(`ask.${order}`, {text: example.text, date});
    });
    return {value: order, label: read.length > 0 ? read.join(' · ') : t(`ask.${order}Plain`)};
  });
  return (
    <SelectField
      label={t('ask.dateOrder')}
      placeholder={t('ask.dateOrderHint')}
      options={options}
      value={file.choice.dateOrder ?? null}
      onChange={(dateOrder) => onChoose({dateOrder})}
    />
  );
}
