import {useTranslation} from 'react-i18next';
import type {SourceRow} from '#core/intake/draft.ts';
import type {Order} from '#core/orders/schema.ts';
import {Facts} from '../../ui/side-panel.tsx';
import {rowsOfLines} from './rows-of-lines.ts';
import styles from './source.module.css';

interface SourceRowsProps {
  readonly header: readonly string[];
  readonly rows: readonly SourceRow[];
  readonly lines: Order['lines'];
}

/** Rows shown at once; an order of thousands of lines is looked up in the file. */
const rowsMax = 50;

/** Rows as they stand in the file, each cell beside the name of its column; blank cells are left out. */
export function SourceRows({header, rows, lines}: SourceRowsProps) {
  const {t} = useTranslation('intake');
  const told = rowsOfLines(lines, rows);
  const words = (row: number): string => {
    const line = told.get(row);
    return line ? t('source.line', {row, line: `${line.quantity} × ${line.title || line.sku}`}) : t('source.at', {row});
  };
  return (
    <>
      {rows.slice(0, rowsMax).map(({row, cells}, at) => (
        <details key={row} className={styles.row} open={at === 0}>
          <summary>{words(row)}</summary>
          <Facts
            facts={cells
              .map((value, column) => ({
                name: header[column] || t('conflict.cell', {number: column + 1}),
                value,
              }))
              .filter(({value}) => value.trim() !== '')}
          />
        </details>
      ))}
    </>
  );
}
