import {useEffect, useRef} from 'react';
import {useTranslation} from 'react-i18next';
import type {Recovered, RecoveryStep} from '#core/data/messages.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {formatCount, formatShare} from '../../ui/format/numbers.ts';
import {StatusMark} from '../../ui/status-mark.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import middle from '../../ui/middle.module.css';
import styles from './recovery.module.css';

/** What a person watches while a store that was lost is built anew. */
export function Recovering({step}: {readonly step: RecoveryStep}) {
  const {t} = useTranslation('recovery');
  const locale = useLocale();
  const {why, part, done, total} = step;
  // Of reading a snapshot only the share is known.
  const figures =
    part === 'snapshot'
      ? formatShare(locale, total === 0 ? 0 : done / total, 0)
      : t('progress', {done: formatCount(locale, done), total: formatCount(locale, total)});
  return (
    <main id="page" className={middle.page} aria-busy="true">
      <div className={styles.middle}>
        <h1 className={middle.name}>{t('title')}</h1>
        <p>{t(`why.${why}`)}</p>
        <span id="recovery-part">{t(`part.${part}`)}</span>
        <progress aria-labelledby="recovery-part" value={done} max={total === 0 ? 1 : total} />
        <span className={middle.figures}>{total === 0 ? '\u00a0' : figures}</span>
        <p className={styles.quiet}>{t('wait')}</p>
      </div>
    </main>
  );
}

/** What was brought back, until the person goes on. */
export function RecoveryTold({recovered, onGoOn}: {readonly recovered: Recovered; readonly onGoOn: () => void}) {
  const {t} = useTranslation('recovery');
  const locale = useLocale();
  const button = useRef<HTMLDivElement>(null);
  useEffect(() => button.current?.querySelector('button')?.focus(), []);
  const {snapshotAt, isFromMaster, replayed, damaged, refused, aside, lost} = recovered;
  const lines = [
    snapshotAt === undefined ? undefined : t('snapshot', {time: formatMoment(locale, snapshotAt, 'full')}),
    isFromMaster ? t('fromMaster') : undefined,
    replayed > 0 ? t('replayed', {count: replayed}) : undefined,
    damaged > 0 ? t('damaged', {count: damaged}) : undefined,
    aside > 0 ? t('aside', {count: aside}) : undefined,
  ];
  const troubles = [
    refused > 0 ? t('refused', {count: refused}) : undefined,
    lost > 0 ? t('lost', {count: lost}) : undefined,
  ].filter((line) => line !== undefined);
  return (
    <main id="page" className={middle.page}>
      <div className={styles.middle}>
        <h1 className={middle.name}>{t('doneTitle')}</h1>
        {troubles.length === 0 ? <StatusMark meaning="good" word={t('all')} /> : null}
        {troubles.map((line) => (
          <MeaningLine key={line} meaning="stop" words={line} />
        ))}
        <ul className={styles.lines}>
          {lines.map((line) => (line === undefined ? null : <li key={line}>{line}</li>))}
        </ul>
        <div ref={button}>
          <Button variant="primary" onClick={onGoOn}>
            {t('goOn')}
          </Button>
        </div>
      </div>
    </main>
  );
}
