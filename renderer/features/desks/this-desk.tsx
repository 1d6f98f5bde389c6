import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Link} from 'wouter';
import {faults} from '#core/faults.ts';
import type {SyncState} from '#core/sync/messages.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNow} from '../../app/data/use-now.ts';
import {troubleOf} from '../../app/shop/shop-light.ts';
import {useLight} from '../../app/shop/use-light.ts';
import {useAgeWords} from '../../app/sync/use-age-words.ts';
import {Button} from '../../ui/button.tsx';
import {formatBytes} from '../../ui/format/bytes.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {Section} from '../../ui/section.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import styles from '../../ui/sheet.module.css';
import {TimeAgo} from '../../ui/time-ago.tsx';
import {Trouble} from './trouble.tsx';

export type Joined = Extract<SyncState, {state: 'joined'}>;

const hashLettersShown = 8;

/** How far this desk is with the others. */
export function ThisDesk({sync}: {readonly sync: Joined}) {
  const {t} = useTranslation('desks');
  const {t: app} = useTranslation('app');
  const data = useData();
  const light = useLight();
  const now = useNow();
  const ageOf = useAgeWords(now);
  const locale = useLocale();
  const bytes = useStoredBytes();
  const {master, pending, oldestPendingAt, behindBy, lastContactAt, place, problem} = sync;
  return (
    <Section title={t('this.title')}>
      {problem ? <Trouble fault={problem} meaning={troubleOf(problem).meaning} /> : null}
      <dl className={styles.facts}>
        <dt>{t('this.state')}</dt>
        <dd>
          <StatusMark meaning={light.meaning} word={app(light.word)} />
        </dd>
        <dt>{t('this.pending')}</dt>
        <dd>{pending === 0 ? t('this.nonePending') : pendingWords()}</dd>
        <dt>{t('this.behind')}</dt>
        <dd>{behindBy === 0 ? t('this.notBehind') : t('this.behindBy', {count: behindBy})}</dd>
        <dt>{t('this.contact')}</dt>
        <dd>{lastContactAt === undefined ? t('this.never') : <TimeAgo instant={lastContactAt} now={now} />}</dd>
        <dt>{t('this.place')}</dt>
        <dd title={place.hash}>{t('this.placeAt', {seq: place.seq, hash: place.hash.slice(0, hashLettersShown)})}</dd>
        <dt>{t('this.master')}</dt>
        <dd>{master}</dd>
        <dt>{t('this.stored')}</dt>
        <dd>
          {bytes === undefined ? null : `${formatBytes(locale, bytes)} · `}
          <Link href="/settings/storage">{t('this.storage')}</Link>
        </dd>
      </dl>
      {problem && faults[problem.code] === 'retry' ? (
        <Button onClick={() => void data.call('sync.now', null)}>{t('this.now')}</Button>
      ) : null}
    </Section>
  );

  function pendingWords(): string {
    if (oldestPendingAt === undefined) return t('this.behindBy', {count: pending});
    return t('this.pendingSince', {count: pending, age: ageOf(oldestPendingAt)});
  }
}

/** What the databases of this desk take, as the browser tells; undefined where it does not. */
function useStoredBytes(): number | undefined {
  const data = useData();
  const [bytes, setBytes] = useState<number | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void data.call('storage.look', null).then((answer) => {
      if (wanted && answer.ok) setBytes(answer.value.databaseBytes);
    });
    return () => {
      wanted = false;
    };
  }, [data]);
  return bytes;
}
