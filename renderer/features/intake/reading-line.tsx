import {useTranslation} from 'react-i18next';
import type {IntakeState} from '#core/intake/messages.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {ActBar} from '../../ui/act-bar.tsx';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatShare} from '../../ui/format/numbers.ts';
import styles from './intake.module.css';

interface ReadingLineProps {
  readonly state: IntakeState;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onCancel: () => void;
}

/** While files are read or orders written: how far it is, and that it can be halted or given up at any moment. */
export function ReadingLine({state: {phase, progress}, onPause, onResume, onCancel}: ReadingLineProps) {
  const {t} = useTranslation('intake');
  const locale = useLocale();
  const paused = phase === 'paused';
  const keeping = phase === 'keeping';
  useKeys('page', [
    {id: 'intake.cancel', word: 'intake:act.cancel', section: 'app:section.page', keys: 'Escape', run: onCancel},
    {
      id: 'intake.pause',
      word: paused ? 'intake:act.resume' : 'intake:act.pause',
      section: 'app:section.page',
      keys: 'p',
      when: () => !keeping,
      run: paused ? onResume : onPause,
    },
  ]);
  const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
  const words = t(`task.${phase === 'paused' || phase === 'keeping' ? phase : 'reading'}`);
  return (
    <ActBar>
      <p>
        {words} <span>{formatShare(locale, share, 0)}</span>
      </p>
      <progress className={styles.progress} value={share} max={1} aria-label={words} />
      {keeping ? null : (
        <Button keys="p" onClick={paused ? onResume : onPause}>
          {t(paused ? 'act.resume' : 'act.pause')}
        </Button>
      )}
      <Button keys="Escape" onClick={onCancel}>
        {t('act.cancel')}
      </Button>
    </ActBar>
  );
}
