import {useTranslation} from 'react-i18next';
import {endedStatuses} from '#core/printing/print-job.ts';
import type {QueuedJob} from '#core/printing/queue.ts';
import type {Result} from '#core/lib/result.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {callPrinting} from '../../app/printing/print-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';

export interface JobActs {
  readonly cameOut: (queued: QueuedJob) => void;
  readonly didNot: (queued: QueuedJob) => void;
  readonly cancel: (queued: QueuedJob) => void;
  /** Asks for the reason first. */
  readonly reprint: (queued: QueuedJob) => void;
}

export const isInDoubt = ({status}: QueuedJob): boolean => status === 'unknown';
export const canReprint = ({status}: QueuedJob): boolean => status === 'unknown' || endedStatuses.includes(status);
/** A printer that gave the job a number may still be asked to let it go. */
export const canCancel = ({status, remoteId}: QueuedJob): boolean =>
  status === 'asked' || (status === 'sent' && remoteId !== undefined);

/** What a person can do about a job, each with a word about what came of it. */
export function useJobActs(onReprint: (queued: QueuedJob) => void): JobActs {
  const {t, i18n} = useTranslation('printing');
  const told = async (asked: Promise<Result<unknown>>, words: string): Promise<void> => {
    const done = await asked;
    useNotices.getState().say(done.ok ? words : faultWords(i18n, done.fault));
  };
  return {
    cameOut: ({job: {id: jobId}}) =>
      void told(callPrinting('printing.settle', {jobId, found: 'foundPrinted'}), t('queue.saidCameOut')),
    didNot: ({job: {id: jobId}}) =>
      void told(callPrinting('printing.settle', {jobId, found: 'foundMissing'}), t('queue.saidDidNot')),
    cancel: ({job: {id: jobId}}) => void told(callPrinting('printing.cancel', {jobId}), t('queue.cancelled')),
    reprint: onReprint,
  };
}
