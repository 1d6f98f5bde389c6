import {useTranslation} from 'react-i18next';
import {Link} from 'wouter';
import type {SyncState} from '#core/sync/messages.ts';
import {trayCount} from '#core/tray/queries.ts';
import {useQuery} from '../data/use-data.ts';
import {useNow} from '../data/use-now.ts';
import {useSync} from '../sync/sync-store.ts';
import {useAgeWords} from '../sync/use-age-words.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {StatusMark} from '../../ui/status-mark.tsx';
import {troubleOf} from './shop-light.ts';
import styles from './sync-status.module.css';

/** How far this desk is with the others, and what waits for a person; of a shop on one desk, nothing. */
export function SyncStatus() {
  const sync = useSync((news) => news.sync);
  return (
    <>
      {sync?.state === 'joined' ? <Joined sync={sync} /> : null}
      <TrayMark />
    </>
  );
}

function Joined({sync}: {readonly sync: Extract<SyncState, {state: 'joined'}>}) {
  const {t} = useTranslation('app');
  const locale = useLocale();
  const ageOf = useAgeWords(useNow());
  const {pending, oldestPendingAt, behindBy, lastContactAt, problem} = sync;
  const trouble = problem && troubleOf(problem);
  return (
    <>
      {pending > 0 ? (
        <span title={oldestPendingAt === undefined ? undefined : formatMoment(locale, oldestPendingAt, 'full')}>
          {oldestPendingAt === undefined
            ? t('status.pending', {count: pending})
            : t('status.pendingSince', {count: pending, age: ageOf(oldestPendingAt)})}
        </span>
      ) : null}
      {behindBy > 0 ? <span>{t('status.behind', {count: behindBy})}</span> : null}
      {trouble ? (
        <Link href="/desks" className={styles.link}>
          <StatusMark meaning={trouble.meaning} word={t(trouble.word)} />
        </Link>
      ) : null}
      {lastContactAt === undefined ? null : (
        <span title={formatMoment(locale, lastContactAt, 'full')}>
          {t('status.lastContact', {age: ageOf(lastContactAt)})}
        </span>
      )}
    </>
  );
}

/** Changes that a person has to deal with, and the way to them. */
function TrayMark() {
  const {t} = useTranslation('app');
  const count = useQuery(trayCount, {}) ?? 0;
  if (count === 0) return null;
  return (
    <Link href="/desks" className={styles.link}>
      <StatusMark meaning="watch" word={t('status.tray', {count})} />
    </Link>
  );
}
