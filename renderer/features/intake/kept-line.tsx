import {useTranslation} from 'react-i18next';
import type {IntakeState} from '#core/intake/messages.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {keptWords} from '../../app/words/kept-words.ts';
import {ActBar} from '../../ui/act-bar.tsx';
import {Button} from '../../ui/button.tsx';

interface KeptLineProps {
  readonly state: IntakeState;
  readonly onOrders: () => void;
  readonly onUndo: () => void;
  readonly onClear: () => void;
}

/** What was taken in, the way back, and the way on. */
export function KeptLine({state, onOrders, onUndo, onClear}: KeptLineProps) {
  const {t} = useTranslation('intake');
  useKeys('page', [
    {id: 'intake.showOrders', word: 'intake:act.showOrders', section: 'app:section.page', keys: 'Enter', run: onOrders},
    {id: 'app.undo', word: 'intake:act.undo', section: 'app:section.page', keys: 'Ctrl+Z', run: onUndo},
    {id: 'intake.clear', word: 'intake:act.clear', section: 'app:section.page', run: onClear},
  ]);
  return (
    <ActBar>
      <p role="status">{keptWords(t, state)}</p>
      <Button onClick={onClear}>{t('act.clear')}</Button>
      <Button keys="Ctrl+Z" onClick={onUndo}>
        {t('act.undo')}
      </Button>
      <Button variant="primary" keys="Enter" onClick={onOrders}>
        {t('act.showOrders')}
      </Button>
    </ActBar>
  );
}
