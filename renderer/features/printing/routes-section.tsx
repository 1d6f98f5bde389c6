import {useTranslation} from 'react-i18next';
import type {DocumentKind} from '#core/printing/print-job.ts';
import type {PrinterId} from '#core/printing/printer.ts';
import type {PrintingDesk} from '#core/shell/printing-calls.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {callPrinting} from '../../app/printing/print-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Section} from '../../ui/section.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import own from './printing.module.css';

/** The documents that can be printed so far; a test sheet goes to the printer it is about. */
const routedKinds = [
  'label',
  'packingSlip',
  'pickList',
  'manifest',
  'invoice',
  'customsForm',
  'smallLabel',
] as const satisfies readonly DocumentKind[];

/** Which printer each kind of document goes to. */
export function RoutesSection({desk: {printers, routes}}: {readonly desk: PrintingDesk}) {
  const {t, i18n} = useTranslation('printing');
  const set = async (kind: DocumentKind, printerId: PrinterId | ''): Promise<void> => {
    const others = routes.filter((route) => route.kind !== kind);
    const saved = await callPrinting('printing.route', {
      routes: printerId === '' ? others : [...others, {kind, printerId}],
    });
    if (!saved.ok) useNotices.getState().say(faultWords(i18n, saved.fault));
  };
  const options = [
    {value: '' as const, label: t('routes.none')},
    ...printers.map(({id, name}) => ({value: id, label: name})).toSorted((a, b) => a.label.localeCompare(b.label)),
  ];
  return (
    <Section title={t('section.routes')}>
      <p>{t('routes.lead')}</p>
      <div className={own.routes}>
        {routedKinds.map((kind) => (
          <RouteOf
            key={kind}
            word={t(`kind.${kind}`)}
            options={options}
            value={routes.find((route) => route.kind === kind)?.printerId ?? ''}
            onChange={(printerId) => void set(kind, printerId)}
          />
        ))}
      </div>
    </Section>
  );
}

interface RouteOfProps {
  readonly word: string;
  readonly options: readonly {readonly value: PrinterId | ''; readonly label: string}[];
  readonly value: PrinterId | '';
  readonly onChange: (printerId: PrinterId | '') => void;
}

function RouteOf({word, options, value, onChange}: RouteOfProps) {
  return (
    <>
      <span aria-hidden="true">{word}</span>
      <SelectField label={word} hideLabel options={options} value={value} onChange={onChange} />
    </>
  );
}
