import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useKeys} from '../../app/keys/use-keys.ts';
import {FormDialog} from '../../ui/form-dialog.tsx';
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
  useKeys('dialog', []);
  const submit = (): void => {
    setTried(true);
    if (places.every((_, index) => isRight(index))) onRight();
  };
  return (
    <FormDialog
      title={t('backup.title')}
      act={t('backup.make')}
      otherwise={{words: t('backup.again'), run: onAgain}}
      onAct={submit}
      onClose={onClose}
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
    </FormDialog>
  );
}

function plain(word = ''): string {
  return word.normalize('NFKC').trim().toLowerCase();
}
