import {useTranslation} from 'react-i18next';
import type {BackgroundTask} from '../frame/background-task.ts';
import {stopReading, useLabelSession} from './label-session.ts';

/** What the status bar tells of labels being read, on whichever page one is. */
export function useLabelTask(): BackgroundTask | null {
  const {t} = useTranslation('bought');
  const files = useLabelSession((session) => session.files);
  const open = files.filter(({state}) => state === 'reading' || state === 'waiting');
  if (open.length === 0) return null;
  const [done, total] = [sum(open.map(({pace}) => pace.done)), sum(open.map(({pace}) => pace.total))];
  return {words: t('task'), done, total: Math.max(1, total), leftMs: null, onCancel: stopReading};
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
