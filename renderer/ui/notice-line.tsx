import {IconX} from '@tabler/icons-react';
import {useTranslation} from 'react-i18next';
import {Button, IconButton} from './button.tsx';
import styles from './notice-line.module.css';

export interface Notice {
  readonly id: number;
  readonly words: string;
  readonly undo?: {readonly keys: string; readonly onUndo: () => void};
}

interface NoticeLineProps {
  readonly notice: Notice | null;
  readonly onDismiss: () => void;
}

/**
 * What was just done, and the way back: "3 orders held · Undo". It stays until it is dismissed or the next one comes, so
 * nobody has to be quick; the region is always there, so that screen readers hear what comes into it.
 */
export function NoticeLine({notice, onDismiss}: NoticeLineProps) {
  const {t} = useTranslation('ui');
  return (
    <div className={styles.place} role="status">
      {notice ? (
        <div key={notice.id} className={styles.notice}>
          <span className={styles.words}>{notice.words}</span>
          {notice.undo ? (
            <Button variant="quiet" keys={notice.undo.keys} onClick={notice.undo.onUndo}>
              {t('undo')}
            </Button>
          ) : null}
          <IconButton label={t('dismiss')} icon={<IconX stroke={1.5} />} side="top" onClick={onDismiss} />
        </div>
      ) : null}
    </div>
  );
}
