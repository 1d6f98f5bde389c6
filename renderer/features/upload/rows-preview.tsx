import styles from './upload.module.css';

interface RowsPreviewProps {
  readonly label: string;
  /** The names of the columns first. */
  readonly rows: readonly (readonly string[])[];
}

/** The beginning of a file, cell by cell. It is wider than the page, so it scrolls by itself. */
export function RowsPreview({label, rows: [head = [], ...body]}: RowsPreviewProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with keys
    <div className={styles.preview} role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={at} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
