import type {ReactNode} from 'react';
import type {Money as Amount} from '#core/money/money.ts';
import {formatFigures} from './format/amounts.ts';
import {useLocale} from './format/locale.ts';
import {Missing} from './missing.tsx';
import styles from './money.module.css';

interface MoneyProps {
  /** Null where there is none: a thin dash. */
  readonly amount: Amount | null;
}

/** An amount with its currency small after it; right-aligned figures stand digit under digit. */
export function Money({amount}: MoneyProps) {
  const locale = useLocale();
  return amount ? <span className={styles.money}>{moneyCell(locale, amount)}</span> : <Missing />;
}

/** The same without an element around it, for cells that are drawn by the thousand. */
export function moneyCell(locale: string, amount: Amount): ReactNode {
  return (
    <>
      {formatFigures(locale, amount)}
      <span className={styles.currency}>{amount.currency}</span>
    </>
  );
}
