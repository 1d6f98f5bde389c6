import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {IntakeFile} from '#core/intake/messages.ts';
import type {Mapping} from '#core/intake/mapping.ts';
import type {ZoneId} from '#core/time/zone.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {ActBar} from '../../ui/act-bar.tsx';
import {Button} from '../../ui/button.tsx';
import {firstMapping, missingOf} from './edit-mapping.ts';
import {MappingColumns} from './mapping-columns.tsx';
import {MappingFacts} from './mapping-facts.tsx';
import {MappingPreview} from './mapping-preview.tsx';
import styles from './mapping.module.css';

interface MappingEditorProps {
  readonly file: IntakeFile;
  readonly businessZone: ZoneId;
  readonly onApply: (mapping: Mapping) => void;
  readonly onClose: () => void;
}

/** What the columns of a table mean, said once; its first orders show at every choice what comes of it. */
export function MappingEditor({file, businessZone, onApply, onClose}: MappingEditorProps) {
  const {t, i18n} = useTranslation('intake');
  const {header = [], sample = [], choice} = file;
  const [mapping, setMapping] = useState(() => firstMapping(choice.mapping, header, sample));
  const missing = missingOf(mapping);
  const apply = (): void => (missing === undefined ? onApply(mapping) : undefined);
  const given = useMemo(() => ({header, sample, businessZone}), [header, sample, businessZone]);
  useKeys('panel', [
    {
      id: 'intake.applyMapping',
      word: 'intake:mapping.apply',
      section: 'app:section.page',
      keys: 'Ctrl+Enter',
      when: () => missing === undefined,
      run: apply,
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
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key of its fields: no shortcut of the window reaches into a field
    <section
      className={styles.mapping}
      aria-label={t('mapping.title', {name: file.name})}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        apply();
      }}
    >
      <div className={styles.sides}>
        <MappingColumns header={header} sample={sample} mapping={mapping} onChange={setMapping} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with keys */}
        <div className={styles.facts} role="group" aria-label={t('mapping.preview')} tabIndex={0}>
          <MappingFacts mapping={mapping} businessZone={businessZone} onChange={setMapping} />
          <MappingPreview mapping={mapping} given={given} />
        </div>
      </div>
      <ActBar>
        <p role="status">
          {missing === undefined
            ? t('mapping.remembered')
            : missing === 'worth'
              ? t('mapping.required')
              : t('mapping.missing', {field: t(`field.${missing}`)})}
        </p>
        <Button onClick={onClose} keys="Escape">
          {i18n.t('ui:cancel')}
        </Button>
        <Button variant="primary" keys="Ctrl+Enter" disabled={missing !== undefined} onClick={apply}>
          {t('mapping.apply')}
        </Button>
      </ActBar>
    </section>
  );
}
