import type {ReactNode} from 'react';
import {useTranslation} from 'react-i18next';
import {NoticeLine} from '../../ui/notice-line.tsx';
import {DemoStrip} from './demo-strip.tsx';
import styles from './frame.module.css';
import {useNotices} from './notices.ts';
import {type RailEntry, Rail} from './rail.tsx';

interface FrameProps {
  readonly entries: readonly RailEntry[];
  /** Present while the shop is the demo shop, whose data are invented. */
  readonly demo?: {readonly onLeave: () => void} | null;
  /** A `StatusBar`. */
  readonly status: ReactNode;
  /** A `Page`. */
  readonly children: ReactNode;
}

/** What stands around every page: the rail, the mark of the demo shop, the line of what was just done, the status bar. */
export function Frame({entries, demo, status, children}: FrameProps) {
  const {t} = useTranslation('app');
  const {current, dismiss} = useNotices();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#page" onClick={skipToPage}>
        {t('skip')}
      </a>
      {demo ? <DemoStrip onLeave={demo.onLeave} /> : null}
      <Rail entries={entries} />
      <div className={styles.place}>
        {children}
        <NoticeLine notice={current} onDismiss={dismiss} />
      </div>
      {status}
    </div>
  );
}

/** The address after # is the route, so the link moves the focus itself. */
function skipToPage(event: {preventDefault: () => void}): void {
  event.preventDefault();
  document.getElementById('page')?.focus();
}
