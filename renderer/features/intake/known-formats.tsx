import {useTranslation} from 'react-i18next';
import {EmptyState} from '../../ui/empty-state.tsx';
import {formatIds, formatWord} from './intake-words.ts';
import styles from './intake.module.css';

/** Before the first file: what to do, and what is known without being told. */
export function NoFiles({onChoose}: {readonly onChoose: () => void}) {
  const {t} = useTranslation('intake');
  return (
    <div className={styles.none}>
      <EmptyState sentence={t('empty.sentence')} action={{word: t('act.choose'), keys: 'i', onAct: onChoose}} />
      <section aria-label={t('empty.known')}>
        <h2>{t('empty.known')}</h2>
        <ul>
          {formatIds(t).map((id) => (
            <li key={id}>{formatWord(t, id)}</li>
          ))}
          <li>{t('empty.other')}</li>
        </ul>
      </section>
    </div>
  );
}
