import type {TFunction, i18n as I18n} from 'i18next';
import type {JobStatus} from '#core/printing/print-job.ts';
import type {QueuedJob} from '#core/printing/queue.ts';
import {waitsFor} from '#core/printing/waiting.ts';
import type {PrintingDesk} from '#core/shell/printing-calls.ts';
import type {Meaning} from '../../ui/status-mark.tsx';
import {faultWords} from '../words/fault-words.ts';

/** Only what a printer or a person has said to be printed is good. */
export const meaningOfJob: Readonly<Record<JobStatus, Meaning>> = {
  asked: 'note',
  sending: 'note',
  sent: 'note',
  confirmed: 'good',
  failed: 'stop',
  cancelled: 'note',
  unknown: 'watch',
};

/** Whether nobody will ever say what became of it: a raw port takes bytes without a word. */
export const isSilent = ({status, remoteId}: QueuedJob): boolean => status === 'sent' && remoteId === undefined;

export function titleOfJob(t: TFunction<'printing'>, {job: {title, kind}}: QueuedJob): string {
  return title ?? t(`kind.${kind}`);
}

/** What is known of a job beyond its status: why it waits, what the printer says, why it is printed once more. */
export function sentencesOfJob(i18n: I18n, queued: QueuedJob, desk: PrintingDesk): readonly string[] {
  const t = i18n.getFixedT(null, 'printing');
  const {job, status, words, fault} = queued;
  const waits = waitsFor(queued, desk);
  return [
    ...(job.reprint ? [t('queue.again', {reason: t(`reason.${job.reprint.reason}`)})] : []),
    ...(waits?.for === 'fit' ? [faultWords(i18n, waits.fault)] : []),
    ...(waits?.for === 'word' ? [t('queue.word')] : []),
    ...(waits?.for === 'printer' ? [t('queue.reached', {words: waits.words})] : []),
    ...(fault ? [faultWords(i18n, {code: fault, values: {}})] : []),
    ...(status !== 'asked' && words !== '' ? [t('queue.says', {words})] : []),
  ];
}
