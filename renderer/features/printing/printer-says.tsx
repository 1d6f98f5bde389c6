import {useTranslation} from 'react-i18next';
import type {PrinterSaid} from '#core/printing/printer-port.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import own from './printer-dialog.module.css';
import {languagesOf, type PrinterForm} from './printer-form.ts';
import {stateShown} from './printer-words.ts';

interface PrinterSaysProps {
  readonly form: PrinterForm;
  readonly said: PrinterSaid | 'asking';
  readonly onTrust: (fingerprint: string) => void;
}

/** What a printer answers to whoever is about to save it. */
export function PrinterSays({form, said, onTrust}: PrinterSaysProps) {
  const {t} = useTranslation('printing');
  const locale = useLocale();
  if (form.way === 'raw') return <MeaningLine meaning="note" words={t('form.rawSays')} role="status" />;
  if (said === 'asking') return <MeaningLine meaning="note" words={t('state.asking')} role="status" />;
  const state = stateShown(t, {way: {way: 'queue', name: form.queue}}, said);
  const words = state.said === '' ? state.word : `${state.word} · ${state.said}`;
  const {certificate} = said;
  if (certificate !== undefined) {
    return (
      <div role="status">
        <MeaningLine meaning="watch" words={form.trusted ? t('form.otherCertificate') : t('form.unknownCertificate')} />
        <p className={own.fingerprint}>{certificate.match(/.{8}/g)?.join(' ')}</p>
        <Button onClick={() => onTrust(certificate)}>{t('form.trust')}</Button>
      </div>
    );
  }
  const known = languagesOf(said.mimeTypes).map((language) => t(`language.${language}`));
  const list = new Intl.ListFormat(locale).format(known);
  return (
    <div role="status">
      <MeaningLine meaning={state.meaning} words={words} />
      {said.mimeTypes.length > 0 ? (
        <p>{known.length > 0 ? t('form.takes', {languages: list}) : t('form.takesNone')}</p>
      ) : null}
    </div>
  );
}
