import {useId} from 'react';
import {useTranslation} from 'react-i18next';
import type {QueuedJob} from '#core/printing/queue.ts';
import type {PrintingDesk} from '#core/shell/printing-calls.ts';
import {useNow} from '../../app/data/use-now.ts';
import {meaningOfJob, sentencesOfJob, titleOfJob} from '../../app/printing/job-words.ts';
import {Button} from '../../ui/button.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {TimeAgo} from '../../ui/time-ago.tsx';
import own from './printing.module.css';
import {type JobActs, canCancel, canReprint, isInDoubt} from './use-job-acts.ts';

interface JobLineProps {
  readonly queued: QueuedJob;
  readonly desk: PrintingDesk;
  readonly acts: JobActs;
  readonly isCursor: boolean;
  readonly onFocus: () => void;
}

export const elementOfJob = ({job}: QueuedJob): string => `job-${job.id}`;

/** One job: what, where to, where it stands, and what can be done about it. */
export function JobLine({queued, desk, acts, isCursor, onFocus}: JobLineProps) {
  const {t, i18n} = useTranslation('printing');
  const now = useNow();
  const titleId = useId();
  const {job, status, since} = queued;
  const printer = desk.printers.find(({id}) => id === job.printerId)?.name ?? t('queue.gone');
  const keyOf = (key: string): string | undefined => (isCursor ? key : undefined);
  const act = (word: string, key: string, run: (of: QueuedJob) => void, variant: 'plain' | 'quiet' = 'quiet') => (
    <Button variant={variant} keys={keyOf(key)} aria-describedby={titleId} onClick={() => run(queued)}>
      {word}
    </Button>
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- nothing happens by it: where the focus is says which job is meant
    <article
      id={elementOfJob(queued)}
      className={own.job}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-cursor={isCursor || undefined}
      data-doubt={isInDoubt(queued) || undefined}
      onFocus={onFocus}
    >
      <StatusMark meaning={meaningOfJob[status]} word={t(`status.${status}`)} />
      <div className={own.what}>
        <h4 id={titleId}>{titleOfJob(t, queued)}</h4>
        <div className={own.about}>
          <span>{t('queue.to', {printer})}</span>
          {job.copies > 1 ? <span>{t('queue.copies', {count: job.copies})}</span> : null}
          <TimeAgo instant={since} now={now} />
        </div>
        {sentencesOfJob(i18n, queued, desk).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className={own.acts}>
        {isInDoubt(queued) ? act(t('queue.cameOut'), 'y', acts.cameOut, 'plain') : null}
        {isInDoubt(queued) ? act(t('queue.didNot'), 'n', acts.didNot, 'plain') : null}
        {canReprint(queued) ? act(t('queue.reprint'), 'p', acts.reprint, isInDoubt(queued) ? 'plain' : 'quiet') : null}
        {canCancel(queued) ? act(t('queue.cancelJob'), 'c', acts.cancel) : null}
      </div>
    </article>
  );
}
