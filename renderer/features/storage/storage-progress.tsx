import {useStorageNews} from '../../app/storage/storage-stores.ts';
import {ProgressLine} from '../../ui/progress-line.tsx';

/** How far the long work of this window is. */
export function StorageProgress({words}: {readonly words: string}) {
  const done = useStorageNews(({work}) => work?.done ?? 0);
  return <ProgressLine words={words} done={done} />;
}
