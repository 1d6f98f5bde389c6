import {encodeQR} from 'qr';
import {useMemo} from 'react';
import styles from './qr-code.module.css';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** White around a code, in modules, without which cameras do not find it (ISO/IEC 18004, 5.3.8). */
const quietModules = 4;

/** A QR code, black on white in both themes: cameras do not read the other way round. */
export function QrCode({text, label}: QrCodeProps) {
  const rows = useMemo(
    () =>
      encodeQR(text, 'raw', {border: 1})
        .slice(1, -1)
        .map((row) => row.slice(1, -1)),
    [text],
  );
  const size = rows.length + 2 * quietModules;
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={pathOf(rows)} shapeRendering="crispEdges" />
    </svg>
  );
}

/** The code's dark modules as a path, a square each. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + quietModules} ${y + quietModules}h1v1h-1z`] : [])))
    .join('');
}
