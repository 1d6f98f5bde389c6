import {useTranslation} from 'react-i18next';
import type {UploadTemplate} from '#core/shipping/upload/template.ts';
import styles from './upload.module.css';

/** Where what a template states is published, and what of it no source states. */
export function KnownFrom({template: {id, sources}}: {readonly template: UploadTemplate}) {
  const {t} = useTranslation('upload');
  return (
    <details className={styles.from}>
      <summary>{t('next.sources')}</summary>
      <p>{t(`note.${id as 'generic'}`)}</p>
      <ul>
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </details>
  );
}
