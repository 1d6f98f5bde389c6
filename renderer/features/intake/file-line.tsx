import {IconPencil, IconX} from '@tabler/icons-react';
import {useTranslation} from 'react-i18next';
import type {IntakeFile} from '#core/intake/messages.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import type {Storefront} from '#core/storefronts/schema.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {IconButton} from '../../ui/button.tsx';
import {formatAmount} from '../../ui/format/amounts.ts';
import {formatBytes} from '../../ui/format/bytes.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {formatShare} from '../../ui/format/numbers.ts';
import {type Meaning, StatusMark} from '../../ui/status-mark.tsx';
import {type FileAnswers, FileQuestions, StorefrontQuestion} from './file-questions.tsx';
import {formatWord, writtenAs} from './intake-words.ts';
import styles from './intake.module.css';

interface FileLineProps extends FileAnswers {
  readonly file: IntakeFile;
  readonly storefronts: readonly Storefront[];
  /** Absent once nothing about the file can be said any more. */
  readonly onCorrect: (() => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}

const meaningOf: Readonly<Record<IntakeFile['status'], Meaning>> = {
  waiting: 'note',
  reading: 'note',
  asks: 'watch',
  ready: 'good',
  refused: 'stop',
  kept: 'good',
};

/** One file: what it is, what stands in it, and what only a person can say about it. */
export function FileLine(props: FileLineProps) {
  const {file, storefronts, onChoose, onNewStorefront, onMap, onCorrect, onRemove} = props;
  const {t} = useTranslation('intake');
  const canAnswer = file.status === 'ready' || file.status === 'asks';
  return (
    <li className={styles.file}>
      <div className={styles.fileName}>
        <StatusMark meaning={meaningOf[file.status]} word={t(`files.status.${file.status}`)} />
        <strong title={file.name}>{file.name}</strong>
      </div>
      <What file={file} />
      <Accounting file={file} />
      <div>
        {canAnswer && file.kind !== 'rates' ? (
          <StorefrontQuestion file={file} storefronts={storefronts} onChoose={onChoose} onNew={onNewStorefront} />
        ) : null}
        {file.status === 'kept' ? storefronts.find(({id}) => id === file.storefrontId)?.name : null}
      </div>
      <div className={styles.fileActs}>
        {onCorrect && file.header ? (
          <IconButton label={t('act.correct')} icon={<IconPencil stroke={1.5} />} side="left" onClick={onCorrect} />
        ) : null}
        {onRemove ? (
          <IconButton
            label={t('act.remove', {name: file.name})}
            icon={<IconX stroke={1.5} />}
            side="left"
            onClick={onRemove}
          />
        ) : null}
      </div>
      <Remarks file={file} />
      {canAnswer ? <FileQuestions file={file} onChoose={onChoose} onMap={onMap} /> : null}
    </li>
  );
}

function What({file}: {readonly file: IntakeFile}) {
  const {t} = useTranslation('intake');
  const locale = useLocale();
  const {format, confidence, size} = file;
  return (
    <div className={styles.what}>
      {format === undefined ? null : (
        <span>
          {formatWord(t, format)}
          {confidence === undefined || confidence === 0 ? null : (
            <small>{t('files.sure', {share: formatShare(locale, confidence, 0)})}</small>
          )}
        </span>
      )}
      <small>{[writtenAs(t, file), formatBytes(locale, size)].filter((part) => part !== '').join(' · ')}</small>
    </div>
  );
}

/** Data rows = rows used + rows rejected, and what the used ones come to. */
function Accounting({file}: {readonly file: IntakeFile}) {
  const {t} = useTranslation('intake');
  const locale = useLocale();
  const {status, rows, used, rejected, orders, lines, totals, rateDays} = file;
  if (status === 'waiting') return <div />;
  if (status === 'reading') return <div className={styles.figures}>{t('files.rowsSoFar', {count: rows})}</div>;
  if (status === 'refused') return <div />;
  const amounts = Object.entries(totals).map(([currency, minor = 0]) =>
    formatAmount(locale, {minor, currency: currency as CurrencyCode}),
  );
  const sums = rateDays
    ? [t('files.rates', {count: rateDays.count, first: rateDays.first, last: rateDays.last})]
    : [t('files.orders', {count: orders}), t('files.lines', {count: lines}), ...amounts];
  return (
    <div className={styles.figures}>
      <span>{t('files.accounting', {count: rows, used, rejected})}</span>
      <small>{sums.join(' · ')}</small>
    </div>
  );
}

function Remarks({file}: {readonly file: IntakeFile}) {
  const {t, i18n} = useTranslation('intake');
  const locale = useLocale();
  const {fault, knownFile, status} = file;
  if (fault) return <p className={styles.remark}>{faultWords(i18n, fault)}</p>;
  if (!knownFile || status === 'kept') return null;
  return <p className={styles.remark}>{t('files.again', {date: formatMoment(locale, knownFile.at, 'date')})}</p>;
}
