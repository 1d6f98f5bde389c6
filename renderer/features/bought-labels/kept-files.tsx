import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {returnLabels} from '#core/shipping/bought/mutators.ts';
import type {LabelNow} from '#core/shipping/bought/queries.ts';
import type {BoughtLabelId} from '#core/shipping/bought/schema.ts';
import {callOf} from '#core/sync/define.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNow} from '../../app/data/use-now.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {TimeAgo} from '../../ui/time-ago.tsx';
import styles from './bought.module.css';
import {byFile} from './by-file.ts';

interface KeptFilesProps {
  readonly kept: readonly LabelNow[];
}

/** Files that were taken in, newest first, how far their labels are, and the way back. */
export function KeptFiles({kept}: KeptFilesProps) {
  const {t} = useTranslation('bought');
  const data = useData();
  const {did} = useDeeds();
  const now = useNow();
  const held = useHeld(kept);
  const files = [...byFile(kept, ({label}) => label.fileId)];
  const takeBack = async (labels: readonly LabelNow[]): Promise<void> => {
    const labelIds = labels.map(({label}) => label.id as BoughtLabelId);
    did('bought:did.returned', await data.mutateAll([callOf(returnLabels, {labelIds})]));
  };
  return (
    <Section title={t('kept.title')}>
      <ul className={styles.kept}>
        {files.map(([fileId, labels]) => {
          const waiting = labels.filter(({stands}) => stands === 'waiting').length;
          const away = held ? labels.filter(({label}) => !held.has(label.id)).length : 0;
          return (
            <li key={fileId}>
              <strong title={labels[0]?.label.fileName}>{labels[0]?.label.fileName}</strong>
              <span>
                <TimeAgo instant={labels[0]?.label.takenAt ?? now} now={now} />
              </span>
              <span>{t('kept.labels', {count: labels.length})}</span>
              <span className={styles.stands}>
                <StatusMark meaning={waiting > 0 ? 'note' : 'good'} word={t('kept.waiting', {count: waiting})} />
                {away > 0 ? <StatusMark meaning="watch" word={t('kept.away', {count: away})} /> : null}
              </span>
              <Button disabled={waiting === 0} onClick={() => void takeBack(labels)}>
                {t('act.return')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Those of the labels whose bytes lie on this desk; undefined until that is known. */
function useHeld(kept: readonly LabelNow[]): ReadonlySet<string> | undefined {
  const data = useData();
  const [held, setHeld] = useState<ReadonlySet<string> | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void data.call('bought.held', {labelIds: kept.map(({label}) => label.id as BoughtLabelId)}).then((answer) => {
      if (wanted && answer.ok) setHeld(new Set<string>(answer.value));
    });
    return () => {
      wanted = false;
    };
  }, [data, kept]);
  return held;
}
