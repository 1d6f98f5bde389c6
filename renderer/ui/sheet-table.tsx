import type {ReactNode} from 'react';
import styles from './sheet.module.css';

interface SheetTableProps {
  readonly label?: string;
  /** Over what is read, and behind it over figures and over what can be done. */
  readonly heads: readonly string[];
  readonly figures?: readonly string[];
  readonly children: ReactNode;
}

/** A table that is read, a line a thing; its lines are the children. */
export function SheetTable({label, heads, figures = [], children}: SheetTableProps) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={at} scope="col">
              {head}
            </th>
          ))}
          {figures.map((head, at) => (
            <th key={at} scope="col" data-figure>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
