import {IconX} from '@tabler/icons-react';
import {type ReactNode, useId} from 'react';
import {useTranslation} from 'react-i18next';
import {IconButton} from './button.tsx';
import styles from './side-panel.module.css';

interface SidePanelProps {
  readonly title: ReactNode;
  /** One line under the title: where it stands, where it is from. */
  readonly subtitle?: ReactNode;
  /** Beside the close button, at most three. */
  readonly tools?: ReactNode;
  /** What can be done with it; stays in sight below. */
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One order, one product, one figure explained; opens beside the grid. Escape is bound by the page it stands in. */
export function SidePanel({title, subtitle, tools, footer, onClose, children}: SidePanelProps) {
  const {t} = useTranslation('ui');
  const titleId = useId();
  return (
    <aside className={styles.panel} aria-labelledby={titleId}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {subtitle === undefined ? null : <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        {tools}
        <IconButton label={t('close')} keys="Escape" icon={<IconX stroke={1.5} />} onClick={onClose} />
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with keys */}
      <div className={styles.body} tabIndex={0} role="group" aria-labelledby={titleId}>
        {children}
      </div>
      {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
    </aside>
  );
}

interface PanelSectionProps {
  readonly title?: string;
  /** A word about the section itself, beside its title. */
  readonly mark?: string | undefined;
  readonly children: ReactNode;
}

export function PanelSection({title, mark, children}: PanelSectionProps) {
  return (
    <section className={styles.section}>
      {title === undefined ? null : (
        <h3 className={styles.sectionTitle}>
          {title}
          {mark === undefined ? null : <span className={styles.sectionMark}>{mark}</span>}
        </h3>
      )}
      {children}
    </section>
  );
}

interface FactsProps {
  readonly facts: readonly {readonly name: string; readonly value: ReactNode}[];
}

/** Names left, values right, a line each. */
export function Facts({facts}: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts.map(({name, value}) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
