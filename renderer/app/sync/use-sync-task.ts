import {useTranslation} from 'react-i18next';
import {useData} from '../data/use-data.ts';
import type {BackgroundTask} from '../frame/background-task.ts';
import {useSync} from './sync-store.ts';
import {takeBack} from './take-back.ts';

const percent = 100;

/** What the status bar tells of a shop on its way to a master, or from one. */
export function useSyncTask(): BackgroundTask | null {
  const {t, i18n} = useTranslation('desks');
  const data = useData();
  const {work, sync} = useSync();
  if (work) {
    const onCancel = (): void => void data.call('sync.cancel', null);
    return {words: t('task.download'), done: shareOf(work), total: percent, leftMs: null, onCancel};
  }
  if (sync?.state !== 'joined') return null;
  const {founding, joining} = sync;
  if (founding) {
    const onCancel = (): void => void takeBack(data, i18n);
    return {words: t('task.upload'), done: shareOf(founding), total: percent, leftMs: null, onCancel};
  }
  return joining ? {words: t('task.older'), done: joining.done, total: joining.total, leftMs: null} : null;
}

/** Bytes and rows are counted beneath; a person reads hundredths. */
function shareOf({done, total}: {readonly done: number; readonly total: number}): number {
  return total === 0 ? 0 : Math.round((done / total) * percent);
}
