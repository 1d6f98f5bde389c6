import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {ways} from '#core/printing/printer.ts';
import type {QueuesSaid} from '#core/printing/printer-port.ts';
import {callPrinting} from '../../app/printing/print-store.ts';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import type {FieldWrong, PrinterForm} from './printer-form.ts';
import own from './printer-dialog.module.css';

interface WayFieldsProps {
  readonly form: PrinterForm;
  readonly wordsOf: (field: FieldWrong) => string | null;
  readonly onChange: (changes: Partial<PrinterForm>) => void;
}

/** How a printer is reached. */
export function WayFields({form, wordsOf, onChange}: WayFieldsProps) {
  const {t} = useTranslation('printing');
  return (
    <>
      <SelectField
        label={t('form.way')}
        hint={t(`wayHint.${form.way}`)}
        options={ways.map((value) => ({value, label: t(`way.${value}`)}))}
        value={form.way}
        onChange={(way) => onChange({way})}
      />
      {form.way === 'raw' ? (
        <div className={own.hostAndPort}>
          <TextField
            label={t('form.host')}
            value={form.host}
            maxLength={253}
            autoComplete="off"
            error={wordsOf('host')}
            onChange={(event) => onChange({host: event.currentTarget.value})}
          />
          <TextField
            label={t('form.port')}
            value={form.port}
            maxLength={5}
            inputMode="numeric"
            error={wordsOf('port')}
            onChange={(event) => onChange({port: event.currentTarget.value})}
          />
        </div>
      ) : null}
      {form.way === 'ipp' ? (
        <TextField
          label={t('form.uri')}
          hint={t('form.uriHint')}
          value={form.uri}
          maxLength={500}
          autoComplete="off"
          error={wordsOf('uri')}
          onChange={(event) => onChange({uri: event.currentTarget.value})}
        />
      ) : null}
      {form.way === 'queue' ? <QueueField form={form} wordsOf={wordsOf} onChange={onChange} /> : null}
    </>
  );
}

/** The queues that the system tells of, and the one that was chosen, even if it is not among them now. */
function QueueField({form, wordsOf, onChange}: WayFieldsProps) {
  const {t} = useTranslation('printing');
  const [said, setSaid] = useState<QueuesSaid | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void callPrinting('printing.queues', {}).then((heard) => {
      if (wanted) setSaid(heard.ok ? heard.value : {queues: [], words: ''});
    });
    return () => {
      wanted = false;
    };
  }, []);
  const told = (said?.queues ?? []).map(({name, info}) => ({
    value: name,
    label: info === '' ? name : `${info} (${name})`,
  }));
  const isTold = form.queue === '' || told.some(({value}) => value === form.queue);
  const options = isTold ? told : [{value: form.queue, label: form.queue}, ...told];
  if (said && options.length === 0) {
    const words = said.words === '' ? t('form.queueNoneAtAll') : t('form.queueNone', {words: said.words});
    return <MeaningLine meaning="watch" words={words} role="status" />;
  }
  return (
    <SelectField
      label={t('form.queue')}
      options={options}
      value={form.queue === '' ? null : form.queue}
      error={wordsOf('queue')}
      disabled={!said}
      onChange={(queue) => onChange({queue})}
    />
  );
}
