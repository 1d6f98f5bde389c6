import {useTranslation} from 'react-i18next';
import {useData} from '../data/use-data.ts';
import type {BackgroundTask} from '../frame/background-task.ts';
import {useSync} from './sync-store.ts';

const percent = 100;

/** What the status bar tells of a shop on its way to a master, or from one. */
export function useSyncTask(): BackgroundTask | null {
  const {t} = useTranslation('desks');
  const data = useData();
  const {work, sync} = useSync();
  if (work) {
    const task = {words: t(`task.${work.part}`), done: shareOf(work), total: percent, leftMs: null};
    // A shop on its way to a master goes on by itself, also after a start: from its first moment its changes wait for the master.
    return work.part === 'upload' ? task : {...task, onCancel: () => void data.call('sync.cancel', null)};
  }
  const joining = sync?.state === 'joined' ? sync.joining : undefined;
  if (!joining) return null;
  return {words: t('task.older'), done: joining.done, total: joining.total, leftMs: null};
}

/** Bytes and rows are counted beneath; a person reads hundredths. */
function shareOf({done, total}: {readonly done: number; readonly total: number}): number {
  return total === 0 ? 0 : Math.round((done / total) * percent);
}
