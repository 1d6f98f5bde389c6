import {useEffect, useState} from 'react';
import styles from './qr-code.module.css';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** White around a code, in modules, without which cameras do not find it (ISO/IEC 18004, 5.3.8). */
const quietModules = 4;

/** A QR code, black on white in both themes: cameras do not read the other way round. */
export function QrCode({text, label}: QrCodeProps) {
  const modules = useModules(text);
  const size = (modules?.size ?? 0) + 2 * quietModules;
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      {modules ? <path d={modules.path} shapeRendering="crispEdges" /> : null}
    </svg>
  );
}

interface Modules {
  readonly size: number;
  readonly path: string;
}

/** The writer of codes is two megabytes: it comes when a code is to be shown. */
function useModules(text: string): Modules | undefined {
  const [modules, setModules] = useState<Modules | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void import('bwip-js/generic').then(({default: bwip}) => {
      const [symbol] = bwip.raw('qrcode', text, {});
      if (!symbol || !('pixs' in symbol)) throw new Error('the barcode library gave no dots for a square symbology');
      if (wanted) setModules({size: symbol.pixx, path: pathOf(symbol.pixs, symbol.pixx)});
    });
    return () => {
      wanted = false;
    };
  }, [text]);
  return modules;
}

function pathOf(dots: readonly number[], width: number): string {
  return dots
    .flatMap((dot, at) => {
      const [x, y] = [(at % width) + quietModules, Math.floor(at / width) + quietModules];
      return dot === 1 ? [`M${x} ${y}h1v1h-1z`] : [];
    })
    .join('');
}
