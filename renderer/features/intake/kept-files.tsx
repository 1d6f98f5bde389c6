import {IconTrash} from '@tabler/icons-react';
import {useTranslation} from 'react-i18next';
import type {FileStorage} from '#core/intake/messages.ts';
import {IconButton} from '../../ui/button.tsx';
import {formatBytes} from '../../ui/format/bytes.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {Section} from '../../ui/section.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import styles from './history.module.css';

interface KeptFilesProps {
  readonly storage: FileStorage;
  readonly onLetGo: (fileId: string) => void;
}

/** The original files on this desk, those that would be let go first on top. */
export function KeptFiles({storage: {files, usedBytes, budgetBytes, letGoNext}, onLetGo}: KeptFilesProps) {
  const {t} = useTranslation('intake');
  const locale = useLocale();
  const used = t('history.used', {used: formatBytes(locale, usedBytes), budget: formatBytes(locale, budgetBytes)});
  return (
    <Section title={t('history.kept')}>
      <p>
        {used} {files.length > 0 ? t('history.letGoFirst') : t('history.noFiles')}
      </p>
      <meter className={styles.meter} value={usedBytes} max={budgetBytes} aria-label={used} />
      <ul className={styles.kept}>
        {files.map(({fileId, name, bytesKept, at}) => (
          <li key={fileId}>
            <strong title={name}>{name}</strong>
            <span className={styles.quiet}>{formatMoment(locale, at, 'date')}</span>
            <span className={styles.quiet}>{formatBytes(locale, bytesKept)}</span>
            <span>
              {letGoNext.includes(fileId) ? <StatusMark meaning="watch" word={t('history.letGoNext')} /> : null}
            </span>
            <IconButton
              label={t('act.letGoFile', {name})}
              icon={<IconTrash stroke={1.5} />}
              side="left"
              onClick={() => onLetGo(fileId)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
