import {useTranslation} from 'react-i18next';
import type {IntakeState} from '#core/intake/messages.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {ActBar} from '../../ui/act-bar.tsx';
import {Button} from '../../ui/button.tsx';
import {verdictOf} from './will-change.ts';

interface AcceptBarProps {
  readonly state: IntakeState;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}

/** The one thing to do with files that are read, or the reason why it cannot be done yet. */
export function AcceptBar({state, onAccept, onCancel}: AcceptBarProps) {
  const {t} = useTranslation('intake');
  const verdict = verdictOf(state);
  const can = verdict.kind === 'orders' || verdict.kind === 'rates';
  const accept = (): void => (can ? onAccept() : undefined);
  useKeys('page', [
    {
      id: 'intake.accept',
      word: 'intake:act.accept',
      section: 'app:section.page',
      keys: 'Enter',
      when: () => can,
      run: accept,
    },
    {id: 'intake.cancel', word: 'intake:act.cancel', section: 'app:section.page', run: onCancel},
  ]);
  const why = (): string => {
    if (verdict.kind === 'asks') return t('accept.asks', {name: verdict.name});
    if (verdict.kind === 'orders' || verdict.kind === 'rates') {
      return state.undecided > 0 ? t('conflict.undecided', {count: state.undecided}) : '';
    }
    return t(`accept.${verdict.kind}`);
  };
  return (
    <ActBar>
      <p role="status">{why()}</p>
      <Button onClick={onCancel}>{t(verdict.kind === 'nothing' ? 'act.clear' : 'act.cancel')}</Button>
      <Button variant="primary" keys="Enter" disabled={!can} onClick={accept}>
        {verdict.kind === 'orders'
          ? t('accept.orders', {count: verdict.count})
          : verdict.kind === 'rates'
            ? t('accept.rates', {count: verdict.count})
            : t('act.accept')}
      </Button>
    </ActBar>
  );
}
