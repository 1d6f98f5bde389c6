import {useTranslation} from 'react-i18next';
import type {Printer} from '#core/printing/printer.ts';
import {SelectField} from '../../ui/select-field.tsx';
import styles from '../../ui/sheet.module.css';
import {TextField} from '../../ui/text-field.tsx';
import {type SheetForm, edges, numbers, widths} from './sheet-form.ts';
import {squareOf} from './use-test-print.ts';

interface SheetFieldsProps {
  readonly printer: Printer;
  readonly form: SheetForm;
  readonly isWrong: boolean;
  readonly onChange: (changes: Partial<SheetForm>) => void;
}

const optionsOf = (values: readonly string[]) => values.map((value) => ({value, label: value}));

/** What is asked about a test sheet. Darkness and speed are asked of label printers only: others are not told any. */
export function SheetFields({printer, form, isWrong, onChange}: SheetFieldsProps) {
  const {t} = useTranslation('printing');
  const isLabelPrinter = printer.language === 'zpl' || printer.language === 'tspl';
  return (
    <>
      <TextField
        label={t('calibrate.square')}
        hint={t('calibrate.squareHint', {mm: squareOf(printer)})}
        inputMode="decimal"
        value={form.square}
        error={isWrong ? t('calibrate.error.square') : null}
        onChange={(event) => onChange({square: event.currentTarget.value})}
      />
      <fieldset className={styles.group}>
        <legend>{t('calibrate.edges')}</legend>
        <div className={styles.pair}>
          {edges.map((edge) => (
            <SelectField
              key={edge}
              label={t(`calibrate.${edge}`)}
              options={optionsOf(numbers)}
              value={form[edge]}
              onChange={(number) => onChange({[edge]: number})}
            />
          ))}
        </div>
      </fieldset>
      {isLabelPrinter ? (
        <div className={styles.pair}>
          <SelectField
            label={t('calibrate.wholeBlack')}
            options={optionsOf(widths)}
            value={form.wholeBlack}
            onChange={(wholeBlack) => onChange({wholeBlack})}
          />
          <SelectField
            label={t('calibrate.openWhite')}
            options={optionsOf(widths)}
            value={form.openWhite}
            onChange={(openWhite) => onChange({openWhite})}
          />
        </div>
      ) : null}
      <div className={styles.pair}>
        {isLabelPrinter ? (
          <SelectField
            label={t('calibrate.across')}
            options={(['sharp', 'smeared'] as const).map((value) => ({value, label: t(`calibrate.${value}`)}))}
            value={form.across}
            onChange={(across) => onChange({across})}
          />
        ) : null}
        <SelectField
          label={t('calibrate.wayUp')}
          options={(['asItDid', 'otherWay'] as const).map((value) => ({value, label: t(`calibrate.${value}`)}))}
          value={form.wayUp}
          onChange={(wayUp) => onChange({wayUp})}
        />
      </div>
    </>
  );
}
