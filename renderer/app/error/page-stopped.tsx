import {useTranslation} from 'react-i18next';
import {Button} from '../../ui/button.tsx';
import {ErrorScreen} from '../../ui/error-screen.tsx';
import styles from './page-stopped.module.css';

interface PageStoppedProps {
  readonly error: Error;
  readonly onAgain: () => void;
}

export function PageStopped({error, onAgain}: PageStoppedProps) {
  const {t} = useTranslation('app');
  const detail = error.stack ?? `${error.name}: ${error.message}`;
  return (
    <main id="page" className={styles.page} tabIndex={-1}>
      <ErrorScreen
        title={t('error.title')}
        happened={t('error.happened')}
        safe={t('error.safe')}
        todo={t('error.todo')}
        detail={detail}
        actions={
          <>
            <Button variant="primary" onClick={onAgain}>
              {t('error.again')}
            </Button>
            <Button onClick={() => void navigator.clipboard.writeText(detail)}>{t('error.copy')}</Button>
          </>
        }
      />
    </main>
  );
}
