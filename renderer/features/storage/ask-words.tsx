import {useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {TextField} from '../../ui/text-field.tsx';
import styles from '../../ui/sheet.module.css';
import {twoPlaces} from './two-places.ts';

interface AskWordsProps {
  readonly words: readonly string[];
  readonly onAgain: () => void;
  readonly onClose: () => void;
  readonly onRight: () => void;
}

/** Whether the words were written down: two of them, at places that nobody knew before. */
export function AskWords({words, onAgain, onClose, onRight}: AskWordsProps) {
  const {t} = useTranslation('storage');
  const [places] = useState(() => twoPlaces(words.length));
  const [typed, setTyped] = useState<readonly string[]>(['', '']);
  const [tried, setTried] = useState(false);
  const isRight = (index: number): boolean => plain(typed[index]) === plain(words[places[index] ?? 0]);
  const formId = useId();
  useKeys('dialog', []);
  const submit = (): void => {
    setTried(true);
    if (places.every((_, index) => isRight(index))) onRight();
  };
  return (
    <Dialog
      title={t('backup.title')}
      opened
      onClose={onClose}
      actions={
        <>
          <Button onClick={onAgain}>{t('backup.again')}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t('backup.make')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.asked}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t('backup.ask')}</p>
        <div className={styles.pair}>
          {places.map((place, index) => (
            <TextField
              key={place}
              label={t('backup.word', {position: place + 1})}
              autoComplete="off"
              value={typed[index] ?? ''}
              error={tried && !isRight(index) ? t('backup.wrong', {position: place + 1}) : null}
              onChange={(event) => setTyped(typed.with(index, event.currentTarget.value))}
            />
          ))}
        </div>
      </form>
    </Dialog>
  );
}

function plain(word = ''): string {
  return word.normalize('NFKC').trim().toLowerCase();
}
