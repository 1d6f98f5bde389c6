import {useTranslation} from 'react-i18next';
import type {Missing} from '#core/shipping/documents/order-papers.ts';
import {Button} from '../../ui/button.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import styles from './papers-dialog.module.css';

interface MissingLinesProps {
  readonly missing: readonly Missing[];
  readonly onTell: (missing: Missing) => void;
}

export type OfItem = Extract<Missing, {item: string}>;

/** What a paper lacks, and beside each the place to tell it. */
export function MissingLines({missing, onTell}: MissingLinesProps) {
  const {t} = useTranslation('papers');
  const isOfItem = (one: Missing): one is OfItem => 'item' in one;
  const general = missing.filter((one) => !isOfItem(one));
  const items = [...new Set(missing.filter(isOfItem).map(({item}) => item))].map((item) =>
    missing.filter(isOfItem).filter((one) => one.item === item),
  );
  return (
    <ul className={styles.missing} aria-label={t('missing.label')}>
      {general.map((one) => (
        <li key={one.what}>
          <div className={styles.what}>
            <MeaningLine meaning={one.blocks ? 'stop' : 'watch'} words={t(`missing.${one.what}`)} />
          </div>
          {one.what === 'sender' || one.what === 'taxNumbers' ? (
            <Button variant="quiet" onClick={() => onTell(one)}>
              {t('missing.tell')}
            </Button>
          ) : null}
        </li>
      ))}
      {items.map((lacks) => {
        const [first] = lacks;
        if (!first) return null;
        const list = lacks.map(({what}) => t(`missing.${what}`)).join(' · ');
        return (
          <li key={first.item}>
            <div className={styles.what}>
              <MeaningLine
                meaning={lacks.some(({blocks}) => blocks) ? 'stop' : 'watch'}
                words={t('missing.of', {item: first.title || first.item, list})}
              />
            </div>
            <Button
              variant="quiet"
              aria-label={t('missing.tellOne', {item: first.title || first.item})}
              onClick={() => onTell(first)}
            >
              {t('missing.tell')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
