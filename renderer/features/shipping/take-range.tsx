import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {digitsAt} from '#core/shipping/ranges/range.ts';
import type {NumberRange} from '#core/shipping/ranges/schema.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {TextField} from '../../ui/text-field.tsx';
import styles from '../../ui/sheet.module.css';

interface TakeRangeProps {
  readonly range: NumberRange;
  readonly onClose: () => void;
}

/** Asks from which number on the range of another desk may be given here. */
export function TakeRange({range, onClose}: TakeRangeProps) {
  const {t, i18n} = useTranslation('numbers');
  const data = useData();
  const say = useNotices((notices) => notices.say);
  const known = digitsAt(range, range.drawn);
  const [next, setNext] = useState(known);
  const [fault, setFault] = useState<string | null>(null);
  useKeys('dialog', []);
  const take = async (): Promise<void> => {
    const taken = await data.call('numbers.take', {rangeId: range.id, next: next.trim()});
    const outcome = taken.ok ? taken.value : taken;
    if (!outcome.ok) return setFault(faultWords(i18n, outcome.fault));
    onClose();
    say(t('did.taken'));
  };
  return (
    <Dialog
      title={t('takeTitle')}
      opened
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('ui:cancel')}</Button>
          <Button variant="danger" onClick={() => void take()}>
            {t('takeDo')}
          </Button>
        </>
      }
    >
      <form
        className={styles.asked}
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <p>{t('takeLead')}</p>
        <TextField
          label={t('takeNext')}
          hint={t('takeHint', {next: known})}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={next}
          error={fault}
          onChange={(event) => {
            setNext(event.currentTarget.value);
            setFault(null);
          }}
        />
      </form>
    </Dialog>
  );
}
