import {IconBarcode, IconCheck, IconChecks, IconHandStop, IconX} from '@tabler/icons-react';
import {useTranslation} from 'react-i18next';
import type {Mood, Said} from '#core/shipping/packing-bench/said.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import styles from './bench.module.css';

// A tick, a cross, two ticks, a hand, bars: told apart from across the room without their colours.
const shapes: Readonly<Record<Mood, typeof IconCheck>> = {
  right: IconCheck,
  wrong: IconX,
  done: IconChecks,
  stop: IconHandStop,
  note: IconBarcode,
};

/** What the bench has to say, as large as it goes: what happened, and under it what to do. */
export function Band({said}: {readonly said: Said}) {
  const {t, i18n} = useTranslation('bench');
  const {code, mood, values, fault} = said;
  const Shape = shapes[mood];
  const filled = {
    ...values,
    ...('reason' in values && {reason: i18n.t(`orders:reason.${values['reason'] as 'other'}`)}),
  };
  return (
    <div className={styles.band} data-mood={mood} role="status" aria-live="assertive">
      <Shape className={styles.shape} stroke={2.5} aria-hidden />
      <div className={styles.words}>
        <p className={styles.what}>{t(`say.${code}`, filled)}</p>
        <p className={styles.next}>{fault ? faultWords(i18n, fault) : t(`then.${code}`, filled)}</p>
      </div>
    </div>
  );
}
