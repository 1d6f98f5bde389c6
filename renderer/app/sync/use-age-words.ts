import {useTranslation} from 'react-i18next';
import {timeAgoTexts} from '../../ui/time-ago.tsx';

/** Says how long ago something was, within a sentence. */
export function useAgeWords(now: number): (instant: number) => string {
  const {t, i18n} = useTranslation('ui');
  return timeAgoTexts(t, i18n.language, {now, zone: ''});
}
