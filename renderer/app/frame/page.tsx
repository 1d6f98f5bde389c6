import {IconLayoutSidebar} from '@tabler/icons-react';
import {type ReactNode, useEffect, useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {IconButton} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import type {Action} from '../keys/actions.ts';
import {useKeys} from '../keys/use-keys.ts';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** How many rows the page shows; absent while it is not known, or where it counts nothing. */
  readonly count?: number | undefined;
  /** Left column: a `StateTree`, as a rule. In narrow windows it folds to a button. */
  readonly tree?: ReactNode;
  /** `ViewTabs`. */
  readonly tabs?: ReactNode;
  /** Right end of the title bar: filter, columns, the one primary action. */
  readonly tools?: ReactNode;
  /** A `SidePanel`, and how to close it: Escape does. It lies beside the content, in narrow windows over its edge. */
  readonly panel?: {readonly content: ReactNode; readonly onClose: () => void} | null;
  /** A `SelectionBar` while rows are ticked. */
  readonly selection?: ReactNode;
  /** A grid, which scrolls itself, or a `PageBody`. */
  readonly children: ReactNode;
}

/** One page inside the frame. Its landmarks: the tree (navigation), the page (main), the panel (complementary). */
export function Page({title, count, tree, tabs, tools, panel, selection, children}: PageProps) {
  const {t} = useTranslation('app');
  const locale = useLocale();
  const treeId = useId();
  const [unfolded, setUnfolded] = useState(false);

  useEffect(() => {
    document.title = `${title} – Tradewind`;
  }, [title]);
  useKeys('panel', panel ? [closing('panel.close', panel.onClose)] : []);
  useKeys('panel', unfolded ? [closing('tree.fold', () => setUnfolded(false))] : []);

  return (
    <div className={styles.page}>
      {tree === undefined ? null : (
        // The clicks are those of the tree's own buttons, by mouse or keys: what is chosen folds it again.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <div id={treeId} className={styles.tree} data-unfolded={unfolded} onClick={() => setUnfolded(false)}>
          {tree}
        </div>
      )}
      <main id="page" className={styles.main} tabIndex={-1}>
        <header className={styles.head}>
          {tree === undefined ? null : (
            <span className={styles.unfold}>
              <IconButton
                label={t(unfolded ? 'tree.hide' : 'tree.show')}
                icon={<IconLayoutSidebar stroke={1.5} />}
                aria-expanded={unfolded}
                aria-controls={treeId}
                onClick={() => setUnfolded(!unfolded)}
              />
            </span>
          )}
          <h1 className={styles.title}>{title}</h1>
          {count === undefined ? null : <span className={styles.count}>{formatCount(locale, count)}</span>}
          <div className={styles.tabs}>{tabs}</div>
          <div className={styles.tools}>{tools}</div>
        </header>
        <div className={styles.content}>{children}</div>
        {selection}
      </main>
      {panel ? <div className={styles.panel}>{panel.content}</div> : null}
    </div>
  );
}

function closing(id: string, run: () => void): Action {
  return {id, word: 'app:panel.close', section: 'app:section.page', keys: 'Escape', inPalette: false, run};
}
