import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type ParcelToUpload, carrierUpload} from '#core/shipping/upload/carrier-file.ts';
import type {UploadTemplate} from '#core/shipping/upload/template.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {ActBar} from '../../ui/act-bar.tsx';
import {Button} from '../../ui/button.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import {ColumnsTable} from './columns-table.tsx';
import {RowsPreview} from './rows-preview.tsx';
import {TemplateFacts} from './template-facts.tsx';
import {type TemplateForm, formOf, readTemplate, shownTemplate} from './template-form.ts';
import styles from './template.module.css';

interface TemplateEditorProps {
  /** What it begins with. */
  readonly start: UploadTemplate;
  readonly isNew: boolean;
  /** Orders of the seller's, to see what comes of it. */
  readonly samples: readonly ParcelToUpload[];
  readonly onSave: (fields: Omit<UploadTemplate, 'id'>) => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** A carrier's file said column by column; three orders show at every key what comes of it. */
export function TemplateEditor({start, isNew, samples, onSave, onDelete, onClose}: TemplateEditorProps) {
  const {t, i18n} = useTranslation('upload');
  const [form, setForm] = useState<TemplateForm>(() => formOf(start));
  const read = readTemplate(form);
  const save = (): void => (read.ok ? onSave(read.value) : undefined);
  useKeys('panel', [
    {
      id: 'upload.saveTemplate',
      word: 'upload:edit.save',
      section: 'app:section.page',
      keys: 'Ctrl+Enter',
      when: () => read.ok,
      comesFirst: true,
      run: save,
    },
    {
      id: 'panel.close',
      word: 'app:panel.close',
      section: 'app:section.page',
      keys: 'Escape',
      inPalette: false,
      // A list that is open has the first Escape.
      when: () => document.activeElement?.getAttribute('aria-expanded') !== 'true',
      run: onClose,
    },
  ]);
  const shown = shownTemplate(form);
  const upload = shown.ok ? carrierUpload(samples, {id: start.id, ...shown.value}) : undefined;
  const misfit = upload?.untold[0];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key of its fields: no shortcut of the window reaches into a field
    <section
      className={styles.editor}
      aria-label={isNew ? t('edit.new') : t('edit.change', {name: start.name})}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with keys */}
      <div className={styles.asked} role="group" aria-label={t('edit.columns')} tabIndex={0}>
        <TemplateFacts form={form} onChange={(changes) => setForm((now) => ({...now, ...changes}))} />
        <ColumnsTable form={form} onChange={setForm} />
      </div>
      <div className={styles.shown}>
        <h2>{t('edit.preview')}</h2>
        {samples.length === 0 ? <p>{t('edit.noOrders')}</p> : null}
        {upload && upload.rows.length > 1 ? <RowsPreview label={t('edit.preview')} rows={upload.rows} /> : null}
        {misfit ? <MeaningLine meaning="watch" words={faultWords(i18n, misfit.fault)} /> : null}
      </div>
      <ActBar>
        <p role="status">{read.ok ? '' : 'wrong' in read ? t(`edit.${read.wrong}`) : faultWords(i18n, read.fault)}</p>
        {isNew ? null : (
          <Button variant="quiet" onClick={onDelete}>
            {t('edit.delete')}
          </Button>
        )}
        <Button keys="Escape" onClick={onClose}>
          {i18n.t('ui:cancel')}
        </Button>
        <Button variant="primary" keys="Ctrl+Enter" disabled={!read.ok} onClick={save}>
          {t('edit.save')}
        </Button>
      </ActBar>
    </section>
  );
}
