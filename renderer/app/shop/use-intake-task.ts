import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Intake} from '../data/use-intake.ts';
import type {BackgroundTask} from '../frame/background-task.ts';

const soonMs = 2_000;

/** What the status bar tells of files being read or taken in, on whichever page one is. */
export function useIntakeTask({state, ask}: Intake): BackgroundTask | null {
  const {t} = useTranslation('intake');
  const {phase, progress} = state;
  const [leftMs, setLeftMs] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const spentMs = progress ? Date.now() - progress.startedAt : 0;
      // The first moments tell nothing of the rest.
      const known = progress && phase !== 'paused' && progress.done > 0 && spentMs > soonMs;
      setLeftMs(known ? (spentMs / progress.done) * (progress.total - progress.done) : null);
    });
    return () => clearTimeout(timer);
  }, [progress, phase]);

  if (!progress || (phase !== 'reading' && phase !== 'paused' && phase !== 'keeping')) return null;
  const {unit, done, total} = progress;
  return {
    words: t(`task.${phase}`),
    ...(unit === 'bytes' ? {unit: 'bytes' as const} : {}),
    done,
    total,
    leftMs,
    onCancel: () => void ask('intake.cancel', null),
  };
}
