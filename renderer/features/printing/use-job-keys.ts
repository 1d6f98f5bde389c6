import type {QueuedJob} from '#core/printing/queue.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {type JobActs, canCancel, canReprint, isInDoubt} from './use-job-acts.ts';

interface JobKeys {
  /** The job that is meant. */
  readonly cursor: QueuedJob | undefined;
  readonly acts: JobActs;
  readonly move: (by: 1 | -1) => void;
}

const onPage = {section: 'app:section.page'} as const;
const inList = {section: 'app:section.list', inPalette: false} as const;

/** Everything the keyboard can do with the print queue. */
export function useJobKeys({cursor, acts, move}: JobKeys): void {
  const when = (can: (queued: QueuedJob) => boolean) => (): boolean => cursor !== undefined && can(cursor);
  const run = (act: (queued: QueuedJob) => void) => (): void => {
    if (cursor) act(cursor);
  };
  const any = when(() => true);
  useKeys('page', [
    {id: 'printing.down', word: 'printing:queue.down', keys: 'j', when: any, run: () => move(1), ...inList},
    {id: 'printing.up', word: 'printing:queue.up', keys: 'k', when: any, run: () => move(-1), ...inList},
    {
      id: 'printing.cameOut',
      word: 'printing:queue.cameOut',
      keys: 'y',
      when: when(isInDoubt),
      run: run(acts.cameOut),
      ...onPage,
    },
    {
      id: 'printing.didNot',
      word: 'printing:queue.didNot',
      keys: 'n',
      when: when(isInDoubt),
      run: run(acts.didNot),
      ...onPage,
    },
    {
      id: 'printing.reprint',
      word: 'printing:queue.reprint',
      keys: 'p',
      when: when(canReprint),
      run: run(acts.reprint),
      ...onPage,
    },
    {
      id: 'printing.cancel',
      word: 'printing:queue.cancelJob',
      keys: 'c',
      when: when(canCancel),
      run: run(acts.cancel),
      ...onPage,
    },
  ]);
}
