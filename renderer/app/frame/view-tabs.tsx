import styles from './view-tabs.module.css';

interface ViewTabsProps {
  readonly label: string;
  readonly views: readonly {readonly id: string; readonly word: string}[];
  readonly current: string;
  readonly onChoose: (id: string) => void;
}

/** The views of a page, side by side; too many for the bar scroll inside it. */
export function ViewTabs({label, views, current, onChoose}: ViewTabsProps) {
  return (
    <div className={styles.tabs} role="group" aria-label={label}>
      {views.map(({id, word}) => (
        <button
          key={id}
          type="button"
          className={styles.tab}
          aria-pressed={id === current}
          onClick={() => onChoose(id)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
