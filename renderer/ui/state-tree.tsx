import {type KeyboardEvent, memo, useRef} from 'react';
import {useLocale} from './format/locale.ts';
import {formatCount} from './format/numbers.ts';
import styles from './state-tree.module.css';
import {type Meaning, MeaningShape} from './status-mark.tsx';

export interface TreeItem {
  readonly id: string;
  readonly label: string;
  /** Absent while it is not known yet. */
  readonly count?: number | undefined;
  readonly meaning?: Meaning;
}

export interface TreeGroup {
  readonly id: string;
  readonly label?: string;
  readonly items: readonly TreeItem[];
}

interface StateTreeProps {
  /** What the list is, for those who hear it. */
  readonly label: string;
  readonly groups: readonly TreeGroup[];
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}

/** States and saved views with their counts. One stop of Tab; arrows, Home and End move inside. */
export const StateTree = memo(Tree);

function Tree({label, groups, current, onChoose}: StateTreeProps) {
  const locale = useLocale();
  const list = useRef<HTMLElement>(null);
  const ids = groups.flatMap((group) => group.items.map((item) => item.id));
  const stop = current !== null && ids.includes(current) ? current : ids[0];

  function move(event: KeyboardEvent): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1}[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    buttons[to]?.focus();
  }

  return (
    <nav ref={list} className={styles.tree} aria-label={label}>
      {groups.map((group) => (
        <div key={group.id} className={styles.group}>
          {group.label === undefined ? null : <h2 className={styles.label}>{group.label}</h2>}
          <ul>
            {group.items.map((item) => (
              <li key={item.id}>
                <button
                  type="button"
                  className={styles.item}
                  tabIndex={item.id === stop ? 0 : -1}
                  aria-current={item.id === current ? 'true' : undefined}
                  onKeyDown={move}
                  onClick={() => onChoose(item.id)}
                >
                  {item.meaning ? <MeaningShape meaning={item.meaning} /> : <span className={styles.noMark} />}
                  <span className={styles.word} title={item.label}>
                    {item.label}
                  </span>
                  <span className={styles.count}>
                    {item.count === undefined ? null : formatCount(locale, item.count)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
