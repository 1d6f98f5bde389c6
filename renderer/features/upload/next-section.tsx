import {useTranslation} from 'react-i18next';
import type {UploadTemplate} from '#core/shipping/upload/template.ts';
import {Button} from '../../ui/button.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import {Section} from '../../ui/section.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {SuggestField} from '../../ui/suggest-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {MisfitList} from './misfit-list.tsx';
import {KnownFrom} from './known-from.tsx';
import {RowsPreview} from './rows-preview.tsx';
import type {Templates} from './templates.ts';
import {templateName} from './template-name.ts';
import {useUploadView} from './upload-view.ts';
import type {NextFile} from './use-next-file.ts';
import styles from './upload.module.css';

interface NextSectionProps {
  readonly templates: Templates;
  /** Undefined until it is known. */
  readonly file: NextFile | undefined;
  readonly carriers: readonly string[];
  /** Somebody wanted to write the file and had not said whose numbers they will be. */
  readonly isCarrierMissing: boolean;
  readonly onEdit: () => void;
  readonly onOrder: (order: {readonly id: string; readonly number: string}) => void;
}

const suggestionsMax = 8;
const previewRows = 3;

/** What would be written: by which template, of which orders, and which of them stay out and why. */
export function NextSection({templates, file, carriers, isCarrierMissing, onEdit, onOrder}: NextSectionProps) {
  const {t} = useTranslation('upload');
  const {service, weight, carrier} = useUploadView();
  const {all, chosen, isOwn} = templates;
  const written = carrier.toLowerCase();
  const likely = carriers.filter((name) => written !== '' && name !== carrier && name.toLowerCase().includes(written));
  return (
    <Section title={t('next.title')} busy={!file}>
      <p>{t('next.lead')}</p>
      <div className={styles.fields}>
        <SelectField
          label={t('next.template')}
          options={all.map((template) => ({value: template.id, label: templateName(t, template)}))}
          value={chosen.id}
          onChange={(templateId) => useUploadView.setState({templateId})}
        />
        {chosen.carrier === undefined ? (
          <SuggestField
            label={t('next.carrier')}
            value={carrier}
            maxLength={60}
            error={isCarrierMissing ? t('next.noCarrier') : null}
            suggestions={likely.slice(0, suggestionsMax).map((name) => ({id: name, label: name}))}
            onChange={(typed) => useUploadView.setState({carrier: typed})}
            onChoose={(name) => useUploadView.setState({carrier: name})}
          />
        ) : null}
        {holds(chosen, 'weightGrams') ? (
          <TextField
            label={t('next.weight')}
            value={weight}
            inputMode="numeric"
            maxLength={7}
            onChange={(event) => useUploadView.setState({weight: event.currentTarget.value.replaceAll(/\D/g, '')})}
          />
        ) : null}
        {holds(chosen, 'service') ? (
          <TextField
            label={t('next.service')}
            value={service}
            maxLength={80}
            onChange={(event) => useUploadView.setState({service: event.currentTarget.value})}
          />
        ) : null}
      </div>
      <div className={styles.about}>
        <Button keys="e" onClick={onEdit}>
          {isOwn ? t('act.edit') : t('act.copy')}
        </Button>
        {isOwn ? null : <KnownFrom template={chosen} />}
      </div>
      {file ? <Counts file={file} /> : null}
      {file && file.untold.length > 0 ? <MisfitList file={file} onOrder={onOrder} /> : null}
      {file && file.fitting.length > 0 ? (
        <>
          <h3>{t('next.preview')}</h3>
          <RowsPreview label={t('next.preview')} rows={file.rows.slice(0, previewRows + 1)} />
        </>
      ) : null}
    </Section>
  );
}

function Counts({file: {fitting, untold, inFiles, bought, isPart, orders}}: {readonly file: NextFile}) {
  const {t} = useTranslation('upload');
  return (
    <div className={styles.counts}>
      {orders.size === 0 ? <MeaningLine meaning="note" words={t('next.none')} /> : null}
      {fitting.length > 0 ? <MeaningLine meaning="good" words={t('next.fit', {count: fitting.length})} /> : null}
      {untold.length > 0 ? <MeaningLine meaning="watch" words={t('next.misfit', {count: untold.length})} /> : null}
      {inFiles > 0 ? <MeaningLine meaning="note" words={t('next.inFile', {count: inFiles})} /> : null}
      {bought > 0 ? <MeaningLine meaning="note" words={t('next.bought', {count: bought})} /> : null}
      {isPart ? <MeaningLine meaning="note" words={t('next.more', {count: orders.size})} /> : null}
    </div>
  );
}

function holds({columns}: UploadTemplate, field: 'weightGrams' | 'service'): boolean {
  return columns.some(({of}) => of === field);
}
