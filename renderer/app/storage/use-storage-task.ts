import {useTranslation} from 'react-i18next';
import {useData} from '../data/use-data.ts';
import type {BackgroundTask} from '../frame/background-task.ts';
import {useStorageNews} from './storage-stores.ts';

const percent = 100;

/** What the status bar tells of a snapshot, a backup or a restore, on whichever page one is. */
export function useStorageTask(): BackgroundTask | null {
  const {t} = useTranslation('storage');
  const data = useData();
  const work = useStorageNews((state) => state.work);
  if (!work) return null;
  return {
    words: t(`task.${work.kind}`),
    done: Math.round(work.done * percent),
    total: percent,
    leftMs: null,
    onCancel: () => void data.call('storage.cancel', null),
  };
}
