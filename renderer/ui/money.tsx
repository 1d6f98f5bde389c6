import type {Money as Amount} from '#core/money/money.ts';
import {formatFigures} from './format/amounts.ts';
import {useLocale} from './format/locale.ts';
import {Missing} from './missing.tsx';
import styles from './money.module.css';

interface MoneyProps {
  /** Null where there is none: a thin dash. */
  readonly amount: Amount | null;
  /** Instead of the language the page speaks. */
  readonly locale?: string;
}

/** An amount with its currency small after it; right-aligned figures stand digit under digit. */
export function Money({amount, locale}: MoneyProps) {
  const spoken = useLocale();
  if (!amount) return <Missing />;
  return (
    <span className={styles.money}>
      {formatFigures(locale ?? spoken, amount)}
      <span className={styles.currency}>{amount.currency}</span>
    </span>
  );
}
