import {Button} from './button.tsx';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  /** One sentence: what would stand here. */
  readonly sentence: string;
  readonly action?: {
    readonly word: string;
    readonly keys?: string | undefined;
    readonly onAct: () => void;
  };
}

/** Where nothing is: one sentence, one action, its key. */
export function EmptyState({sentence, action}: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p>{sentence}</p>
      {action ? (
        <Button keys={action.keys} onClick={action.onAct}>
          {action.word}
        </Button>
      ) : null}
    </div>
  );
}
