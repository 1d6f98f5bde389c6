import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {endedStatuses} from '#core/printing/print-job.ts';
import type {QueuedJob} from '#core/printing/queue.ts';
import type {PrintingDesk} from '#core/shell/printing-calls.ts';
import {isSilent} from '../../app/printing/job-words.ts';
import {ReprintDialog} from '../../app/printing/reprint-dialog.tsx';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import {JobLine, elementOfJob} from './job-line.tsx';
import own from './printing.module.css';
import {useJobActs} from './use-job-acts.ts';
import {useJobKeys} from './use-job-keys.ts';

/** So many of what has ended are shown at first. */
const endedShown = 8;

/** Every job this desk knows of: in doubt first, then what waits, then what has ended, the newest first. */
export function QueueSection({desk}: {readonly desk: PrintingDesk}) {
  const {t} = useTranslation('printing');
  const [meant, setMeant] = useState<{readonly id: string; readonly at: number}>({id: '', at: 0});
  const [reprints, setReprints] = useState<QueuedJob | undefined>(undefined);
  const [endedMax, setEndedMax] = useState(endedShown);
  const ended = desk.jobs.filter(({status}) => endedStatuses.includes(status)).toReversed();
  const groups = [
    {id: 'doubt', jobs: desk.jobs.filter(({status}) => status === 'unknown')},
    {id: 'open', jobs: desk.jobs.filter(({status}) => status === 'asked' || status === 'sending')},
    {id: 'ended', jobs: ended.slice(0, endedMax)},
  ] as const;
  const shown = groups.flatMap(({jobs}) => jobs);
  // What was meant may be gone: then what stands in its place is meant.
  const found = shown.findIndex(({job}) => job.id === meant.id);
  const at = found === -1 ? Math.max(0, Math.min(meant.at, shown.length - 1)) : found;
  const cursor = shown[at];
  const acts = useJobActs(setReprints);
  useJobKeys({
    cursor,
    acts,
    move: (by) => {
      const next = shown[at + by];
      if (next) document.getElementById(elementOfJob(next))?.focus();
    },
  });
  const more = ended.length - endedMax;
  return (
    <Section title={t('section.queue')}>
      {shown.length === 0 ? <p>{t('queue.empty')}</p> : null}
      {groups
        .filter(({jobs}) => jobs.length > 0)
        .map(({id, jobs}) => (
          <div key={id} className={own.group}>
            <h3>{t(`queue.${id}`)}</h3>
            {id === 'doubt' ? <p>{t('queue.doubtLead')}</p> : null}
            {id === 'ended' && jobs.some(isSilent) ? <p>{t('queue.silent')}</p> : null}
            <ul className={own.jobs}>
              {jobs.map((queued) => (
                <li key={queued.job.id}>
                  <JobLine
                    queued={queued}
                    desk={desk}
                    acts={acts}
                    isCursor={queued === cursor}
                    onFocus={() => setMeant({id: queued.job.id, at: shown.indexOf(queued)})}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
      {more > 0 ? (
        <Button variant="quiet" onClick={() => setEndedMax(ended.length)}>
          {t('queue.more', {count: more})}
        </Button>
      ) : null}
      {reprints ? <ReprintDialog queued={reprints} onClose={() => setReprints(undefined)} /> : null}
    </Section>
  );
}
