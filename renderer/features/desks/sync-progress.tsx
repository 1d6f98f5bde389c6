import {useSync} from '../../app/sync/sync-store.ts';
import {ProgressLine} from '../../ui/progress-line.tsx';

/** How far a shop is on its way to a master, or from one. */
export function SyncProgress({words}: {readonly words: string}) {
  const done = useSync(({work}) => (work && work.total > 0 ? work.done / work.total : 0));
  return <ProgressLine words={words} done={done} />;
}
