import type {ComponentType} from 'react';
import {useTranslation} from 'react-i18next';
import {Link, useLocation} from 'wouter';
import {Tooltip} from '../../ui/tooltip.tsx';
import type {WordKey} from '../words/resources.ts';
import styles from './frame.module.css';

/** One room of the product; an entry appears when its work exists. */
export interface RailEntry {
  /** Where it leads; places below it count as it. */
  readonly path: string;
  readonly word: WordKey;
  /** Of `@tabler/icons-react`, or anything drawn alike. */
  readonly icon: ComponentType<{stroke?: number; 'aria-hidden'?: boolean}>;
  /** As in `g o`, for the tooltip. */
  readonly keys?: string;
  /** At the foot of the rail, as Settings is. */
  readonly last?: boolean;
}

export function Rail({entries}: {readonly entries: readonly RailEntry[]}) {
  const {t, i18n} = useTranslation('app');
  const [location] = useLocation();
  return (
    <nav className={styles.rail} aria-label={t('rail.label')}>
      <ul>
        {entries.map(({path, word, icon: Icon, keys, last}) => (
          <li key={path} data-last={last}>
            <Tooltip label={i18n.t(word)} keys={keys} side="right">
              <Link href={path} className={styles.entry} aria-current={isIn(location, path) ? 'page' : undefined}>
                <Icon stroke={1.5} aria-hidden />
                {i18n.t(word)}
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isIn(location: string, path: string): boolean {
  return location === path || (path !== '/' && location.startsWith(`${path}/`));
}
