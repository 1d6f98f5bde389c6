import {useTranslation} from 'react-i18next';
import type {StorageFacts} from '#core/storage/messages.ts';
import {desktop} from '../../app/desktop/desktop.ts';
import {useLight} from '../../app/shop/use-light.ts';
import {useStorageNews} from '../../app/storage/storage-stores.ts';
import {formatBytes} from '../../ui/format/bytes.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {type Meaning, StatusMark} from '../../ui/status-mark.tsx';
import styles from '../../ui/sheet.module.css';

const meaningOfSpace = {plenty: 'good', low: 'watch', none: 'stop', unknown: 'note'} as const satisfies Record<
  StorageFacts['space']['state'],
  Meaning
>;

interface GlanceProps {
  readonly facts: StorageFacts | undefined;
  /** When a backup was last made; left out where it is not told. */
  readonly backupAt?: number | null | undefined;
  /** Also what the browser promised. */
  readonly full?: boolean;
}

/** How safe the data are, in as few lines as it can be said. */
export function Glance({facts, backupAt, full = false}: GlanceProps) {
  const {t} = useTranslation('storage');
  const {t: app} = useTranslation('app');
  const locale = useLocale();
  const persisted = useStorageNews((news) => news.persisted);
  const light = useLight();
  const newest = facts?.outside?.snapshots.find(({verified}) => verified);
  const free = facts?.space.freeBytes;
  const noSnapshot = facts?.outside ? t('glance.noSnapshot') : t('glance.noPlace');
  return (
    <dl className={styles.facts} aria-busy={facts === undefined}>
      <dt>{t('glance.work')}</dt>
      <dd>
        <StatusMark meaning={light.meaning} word={app(light.word)} />
      </dd>
      <dt>{t('glance.snapshot')}</dt>
      <dd>
        {facts ? (
          <StatusMark
            meaning={newest ? 'good' : 'watch'}
            word={newest ? formatMoment(locale, newest.madeAt, 'full') : noSnapshot}
          />
        ) : null}
      </dd>
      <dt>{t('glance.backup')}</dt>
      <dd>
        {backupAt === undefined ? null : (
          <StatusMark
            meaning={backupAt === null ? 'watch' : 'good'}
            word={backupAt === null ? t('glance.noBackup') : formatMoment(locale, backupAt, 'full')}
          />
        )}
      </dd>
      <dt>{t('glance.free')}</dt>
      <dd>
        {facts ? (
          <StatusMark
            meaning={meaningOfSpace[facts.space.state]}
            word={t(`glance.free_${facts.space.state}`, {free: formatBytes(locale, free ?? 0)})}
          />
        ) : null}
      </dd>
      {full && !desktop && persisted !== undefined ? (
        <>
          <dt>{t('glance.kept')}</dt>
          <dd>
            <StatusMark
              meaning={persisted ? 'good' : 'watch'}
              word={persisted ? t('glance.keptYes') : t('glance.keptNo')}
            />
          </dd>
        </>
      ) : null}
    </dl>
  );
}
