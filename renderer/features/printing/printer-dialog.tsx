import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import type {Printer} from '#core/printing/printer.ts';
import {firstRoutes} from '#core/printing/routing.ts';
import type {PrinterSaid} from '#core/printing/printer-port.ts';
import {newId} from '../../app/data/new-id.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {callPrinting, usePrinting} from '../../app/printing/print-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {FormDialog} from '../../ui/form-dialog.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import styles from '../../ui/sheet.module.css';
import {TextField} from '../../ui/text-field.tsx';
import {type FieldWrong, formOf, languagesOf, newForm, type PrinterForm, readForm} from './printer-form.ts';
import {PaperFields} from './paper-fields.tsx';
import {PrinterSays} from './printer-says.tsx';
import {WayFields} from './way-fields.tsx';

interface PrinterDialogProps {
  /** The one that is changed; without it one is added. */
  readonly printer: Printer | undefined;
  readonly onClose: () => void;
}

/** Everything that is to be known of a printer. It can be asked before it is saved. */
export function PrinterDialog({printer: before, onClose}: PrinterDialogProps) {
  const {t, i18n} = useTranslation('printing');
  const [id] = useState(() => before?.id ?? newId('printer'));
  const [form, setForm] = useState<PrinterForm>(before ? formOf(before) : newForm);
  const [wrong, setWrong] = useState<readonly FieldWrong[]>([]);
  const [fault, setFault] = useState<Fault | undefined>(undefined);
  const [said, setSaid] = useState<PrinterSaid | 'asking' | undefined>(undefined);
  useKeys('dialog', []);
  const change = (changes: Partial<PrinterForm>): void => {
    setForm((now) => ({...now, ...changes}));
    setWrong([]);
  };
  const wordsOf = (field: FieldWrong): string | null => (wrong.includes(field) ? t(`form.error.${field}`) : null);

  const save = async (): Promise<void> => {
    const read = readForm(form, id, before);
    if (!read.ok) return setWrong(read.wrong);
    const saved = await callPrinting('printing.save', read.printer);
    if (!saved.ok) return setFault(saved.fault);
    useNotices.getState().say(await (before ? t('list.saved', {name: read.printer.name}) : used(read.printer)));
    return onClose();
  };
  /** Lets a new printer do what no other does yet, and says so. */
  const used = async (printer: Printer): Promise<string> => {
    const {desk} = usePrinting.getState();
    const first = desk ? firstRoutes(printer, desk) : [];
    const others = desk?.routes.filter(({kind}) => first.every((route) => route.kind !== kind)) ?? [];
    const routed = first.length > 0 && (await callPrinting('printing.route', {routes: [...others, ...first]})).ok;
    if (!routed) return t('list.saved', {name: printer.name});
    const kinds = new Intl.ListFormat(i18n.language).format(first.map(({kind}) => t(`kind.${kind}`)));
    return t('list.savedFor', {name: printer.name, kinds});
  };
  const trust = (fingerprint: string): Promise<void> => {
    const trusted = {uri: form.uri.trim(), fingerprint};
    change({trusted});
    return ask({...form, trusted});
  };
  const ask = async (asked: PrinterForm): Promise<void> => {
    // It is asked where it is, whatever it will be called.
    const read = readForm({...asked, name: asked.name || asked.way}, id, before);
    if (!read.ok) return setWrong(read.wrong);
    setSaid('asking');
    const heard = await callPrinting('printing.look', read.printer);
    setSaid(heard.ok ? heard.value : undefined);
    const [first] = heard.ok ? languagesOf(heard.value.mimeTypes) : [];
    if (heard.ok && first && !languagesOf(heard.value.mimeTypes).includes(form.language)) change({language: first});
    return undefined;
  };
  return (
    <FormDialog
      title={before ? t('form.change', {name: before.name}) : t('form.add')}
      act={t('form.save')}
      tall
      onAct={() => void save()}
      onClose={onClose}
    >
      {fault ? <MeaningLine meaning="stop" words={faultWords(i18n, fault)} role="alert" /> : null}
      <TextField
        label={t('form.name')}
        hint={t('form.nameHint')}
        value={form.name}
        maxLength={100}
        error={wordsOf('name')}
        onChange={(event) => change({name: event.currentTarget.value})}
      />
      <WayFields form={form} wordsOf={wordsOf} onChange={change} />
      <div className={styles.acts}>
        <Button onClick={() => void ask(form)}>{t('form.ask')}</Button>
      </div>
      {said ? <PrinterSays form={form} said={said} onTrust={(fingerprint) => void trust(fingerprint)} /> : null}
      <PaperFields form={form} told={said && said !== 'asking' ? said.media : []} wordsOf={wordsOf} onChange={change} />
    </FormDialog>
  );
}
