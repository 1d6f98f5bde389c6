import type {ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import styles from './error-screen.module.css';
import {MeaningShape} from './status-mark.tsx';

interface ErrorScreenProps {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
  /** For support only, shown last and small. */
  readonly detail?: string | undefined;
  readonly actions: ReactNode;
}

/** What happened, what is safe, what to do. */
export function ErrorScreen({title, happened, safe, todo, detail, actions}: ErrorScreenProps) {
  const {t} = useTranslation('ui');
  return (
    <section className={styles.screen} role="alert">
      <h1 className={styles.title}>
        <MeaningShape meaning="stop" />
        {title}
      </h1>
      <p>{happened}</p>
      <h2>{t('error.safe')}</h2>
      <p>{safe}</p>
      <h2>{t('error.todo')}</h2>
      <p>{todo}</p>
      <div className={styles.actions}>{actions}</div>
      {detail === undefined ? null : (
        <details className={styles.detail}>
          <summary>{t('error.detail')}</summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with keys */}
          <pre tabIndex={0}>{detail}</pre>
        </details>
      )}
    </section>
  );
}
