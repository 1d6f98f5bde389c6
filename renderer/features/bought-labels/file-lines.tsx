import {useTranslation} from 'react-i18next';
import {type SessionFile, removeLabelFile, stopReading, useLabelSession} from '../../app/labels/label-session.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import styles from './bought.module.css';

/** The files of the session that are being read or were refused; one that was read has nothing to say. */
export function FileLines() {
  const {t, i18n} = useTranslation('bought');
  const files = useLabelSession((session) => session.files);
  const told = files.filter(({state}) => state !== 'read');
  const isReading = told.some(({state}) => state !== 'refused');
  useKeys('page', [
    {
      id: 'bought.stop',
      word: 'bought:act.stop',
      section: 'app:section.page',
      keys: 'Escape',
      when: () => isReading,
      run: stopReading,
    },
  ]);
  if (told.length === 0) return null;
  return (
    <ul className={styles.files}>
      {told.map((file) => (
        <li key={file.key}>
          <strong title={file.name}>{file.name}</strong>
          {file.state === 'refused' ? (
            <>
              <MeaningLine meaning="stop" role="alert" words={file.fault ? faultWords(i18n, file.fault) : ''} />
              <Button variant="quiet" onClick={() => removeLabelFile(file.key)}>
                {t('act.dismiss')}
              </Button>
            </>
          ) : (
            <Reading file={file} />
          )}
        </li>
      ))}
      {isReading ? (
        <li>
          <Button keys="Escape" onClick={stopReading}>
            {t('act.stop')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

function Reading({file: {name, state, pace}}: {readonly file: SessionFile}) {
  const {t} = useTranslation('bought');
  if (state === 'waiting' || pace.total === 0) return <span>{t('file.waiting')}</span>;
  return (
    <>
      <progress value={pace.done} max={pace.total} aria-label={t('file.reading', {name})} />
      <span>{t('file.pages', {done: pace.done, count: pace.total})}</span>
    </>
  );
}
