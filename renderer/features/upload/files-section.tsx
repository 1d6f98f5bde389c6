import {useTranslation} from 'react-i18next';
import type {BatchShown} from '#core/shipping/upload/queries.ts';
import {useNow} from '../../app/data/use-now.ts';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {TimeAgo} from '../../ui/time-ago.tsx';
import {templateName} from './template-name.ts';
import styles from './upload.module.css';

export interface FileActs {
  readonly onAnswer: (batch: BatchShown) => void;
  readonly onAgain: (batch: BatchShown) => void;
  readonly onClose: (batch: BatchShown) => void;
}

/** The files that were written for carriers, the newest first, and what became of each. */
export function FilesSection({batches, ...acts}: FileActs & {readonly batches: readonly BatchShown[]}) {
  const {t} = useTranslation('upload');
  const newest = batches.find(isOpen);
  return (
    <Section title={t('files.title')}>
      {batches.length === 0 ? <p>{t('files.none')}</p> : <p>{t('files.labels')}</p>}
      {batches.length > 0 ? (
        <SheetTable heads={[t('files.file'), t('files.when'), t('files.state')]} figures={[t('files.acts')]}>
          {batches.map((batch) => (
            <FileLine key={batch.id} batch={batch} isNewest={batch === newest} {...acts} />
          ))}
        </SheetTable>
      ) : null}
    </Section>
  );
}

/** Its answer is still waited for. */
export function isOpen({closedAt, waiting}: BatchShown): boolean {
  return closedAt === undefined && waiting > 0;
}

interface FileLineProps extends FileActs {
  readonly batch: BatchShown;
  readonly isNewest: boolean;
}

function FileLine({batch, isNewest, onAnswer, onAgain, onClose}: FileLineProps) {
  const {t} = useTranslation('upload');
  const now = useNow();
  const {fileName, templateId, template, madeAt, orders, waiting, closedAt} = batch;
  const name = templateName(t, {id: templateId, name: template});
  return (
    <tr>
      <td>
        <span className={styles.name}>{fileName}</span>
        <small>{`${name} · ${t('files.orders', {count: orders.length})}`}</small>
      </td>
      <td>
        <TimeAgo instant={madeAt} now={now} />
      </td>
      <td>
        {closedAt !== undefined ? (
          <StatusMark meaning="note" word={t('files.closed')} />
        ) : waiting > 0 ? (
          <StatusMark meaning="watch" word={t('files.waiting', {count: waiting})} />
        ) : (
          <StatusMark meaning="good" word={t('files.done')} />
        )}
      </td>
      <td data-act>
        <div className={styles.acts}>
          {closedAt === undefined ? (
            <Button keys={isNewest ? 'a' : undefined} onClick={() => onAnswer(batch)}>
              {t('act.answer')}
            </Button>
          ) : null}
          {isOpen(batch) ? (
            <>
              <Button variant="quiet" onClick={() => onAgain(batch)}>
                {t('act.again')}
              </Button>
              <Button variant="quiet" onClick={() => onClose(batch)}>
                {t('act.close')}
              </Button>
            </>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
