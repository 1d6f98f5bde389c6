import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {PickLine} from '#core/shipping/documents/pick-list.ts';
import {ProductDialog} from '../../app/products/product-dialog.tsx';
import {PanelSection} from '../../ui/side-panel.tsx';
import styles from './ship-day.module.css';

/** What is fetched, in the order of the walk; a bin that is not known can be told here. */
export function PickLines({lines}: {readonly lines: readonly PickLine[]}) {
  const {t} = useTranslation('day');
  const [told, setTold] = useState<PickLine | undefined>(undefined);
  const unknown = lines.filter(({bin}) => bin === '').length;
  return (
    <PanelSection title={t('pick.title')} mark={unknown > 0 ? t('pick.noBin', {count: unknown}) : undefined}>
      {lines.length === 0 ? <p className={styles.quiet}>{t('pick.nothing')}</p> : null}
      <ol className={styles.walk} aria-label={t('pick.title')}>
        {lines.map((line) => (
          <li key={line.sku} className={styles.stop}>
            <button
              type="button"
              className={styles.bin}
              data-known={line.bin !== ''}
              aria-label={
                line.bin === ''
                  ? t('pick.tellBin', {sku: line.sku})
                  : t('pick.changeBin', {bin: line.bin, sku: line.sku})
              }
              onClick={() => setTold(line)}
            >
              {line.bin === '' ? t('pick.bin') : line.bin}
            </button>
            <span className={styles.count}>{line.quantity}</span>
            <span className={styles.what}>
              {line.title || line.sku}
              <small>
                {line.title ? line.sku : null}
                {line.totes === undefined ? null : <b className={styles.into}>{line.totes}</b>}
              </small>
            </span>
          </li>
        ))}
      </ol>
      {told ? <ProductDialog sku={told.sku} title={told.title} onClose={() => setTold(undefined)} /> : null}
    </PanelSection>
  );
}
