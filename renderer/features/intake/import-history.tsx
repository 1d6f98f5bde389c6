import {IconArrowBackUp, IconDownload, IconRefresh} from '@tabler/icons-react';
import {useTranslation} from 'react-i18next';
import type {ImportInFull} from '#core/intake/queries.ts';
import type {ImportFile} from '#core/intake/schema.ts';
import type {Storefront} from '#core/storefronts/schema.ts';
import {IconButton} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {Section} from '../../ui/section.tsx';
import {formatWord} from './intake-words.ts';
import styles from './history.module.css';

export interface HistoryActs {
  readonly onUndo: (importId: string) => void;
  readonly onReread: (fileId: string) => void;
  readonly onGetFile: (fileId: string) => void;
}

interface ImportHistoryProps extends HistoryActs {
  /** The newest first. */
  readonly imports: readonly ImportInFull[];
  readonly storefronts: readonly Storefront[];
  /** Ids of files whose bytes are still here. */
  readonly keptIds: ReadonlySet<string>;
}

/** Everything that was ever taken in, the newest first, each with its way back. */
export function ImportHistory({imports, storefronts, keptIds, ...acts}: ImportHistoryProps) {
  const {t} = useTranslation('intake');
  const names = new Map<string, string>(storefronts.map(({id, name}) => [id, name]));
  return (
    <Section title={t('history.label')}>
      {imports.length === 0 ? <p>{t('history.none')}</p> : null}
      <ol className={styles.imports}>
        {imports.map((one) => (
          <OneImport key={one.id} one={one} names={names} keptIds={keptIds} {...acts} />
        ))}
      </ol>
    </Section>
  );
}

interface OneImportProps extends HistoryActs {
  readonly one: ImportInFull;
  readonly names: ReadonlyMap<string, string>;
  readonly keptIds: ReadonlySet<string>;
}

function OneImport({one, names, keptIds, onUndo, onReread, onGetFile}: OneImportProps) {
  const {t} = useTranslation('intake');
  const locale = useLocale();
  const when = formatMoment(locale, one.at, 'full');
  const orders = one.counts.new + one.counts.changed + one.counts.conflicting;
  return (
    <li className={styles.import} data-undone={!one.canUndo}>
      <header>
        <h3>{when}</h3>
        <span>{t('files.orders', {count: orders})}</span>
        {one.canUndo ? (
          <IconButton
            label={t('act.undo')}
            icon={<IconArrowBackUp stroke={1.5} />}
            side="left"
            onClick={() => onUndo(one.id)}
          />
        ) : (
          <span className={styles.quiet}>{t('history.undone')}</span>
        )}
      </header>
      <ul>
        {one.files.map((file) => (
          <li key={file.fileId} className={styles.file}>
            <strong title={file.name}>{file.name}</strong>
            <span className={styles.quiet}>{formatWord(t, file.format)}</span>
            <span className={styles.quiet}>{names.get(file.storefrontId ?? '')}</span>
            <Figures file={file} />
            {keptIds.has(file.fileId) ? (
              <span className={styles.acts}>
                <IconButton
                  label={t('act.reread')}
                  icon={<IconRefresh stroke={1.5} />}
                  side="left"
                  onClick={() => onReread(file.fileId)}
                />
                <IconButton
                  label={t('act.getFile')}
                  icon={<IconDownload stroke={1.5} />}
                  side="left"
                  onClick={() => onGetFile(file.fileId)}
                />
              </span>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Figures({file: {rows, used, rejected, orders}}: {readonly file: ImportFile}) {
  const {t} = useTranslation('intake');
  return (
    <span className={styles.figures} title={t('files.accounting', {count: rows, used, rejected})}>
      {t('files.accounting', {count: rows, used, rejected})} · {t('files.orders', {count: orders})}
    </span>
  );
}
