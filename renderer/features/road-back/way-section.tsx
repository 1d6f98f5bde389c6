import {useTranslation} from 'react-i18next';
import {uploadShapes} from '#core/shipping/road-back/road-back.ts';
import type {ByHand, WayToTell} from '#core/shipping/road-back/ways-to-tell.ts';
import type {Storefront} from '#core/storefronts/schema.ts';
import {Button} from '../../ui/button.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import {Section} from '../../ui/section.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {HandList} from './hand-list.tsx';
import {useToldView} from './told-view.ts';
import styles from './told.module.css';

interface WaySectionProps {
  readonly way: WayToTell;
  readonly storefront: Storefront;
  /** The first with a file: it has the key. */
  readonly isFirst: boolean;
  readonly onWrite: () => void;
  readonly onByHand: (orders: readonly ByHand[]) => void;
  readonly onName: (courier: string) => void;
}

/** What one storefront is to be told: by a file, and by hand where no file can. */
export function WaySection({way, storefront, isFirst, onWrite, onByHand, onName}: WaySectionProps) {
  const {t} = useTranslation('told');
  const {file, parcelIds, orders, byHand, channel} = way;
  const shapes = uploadShapes.filter((shape) => shape.channel === channel);
  const chosen = useToldView((view) => view.shapes);
  const shape = shapes.find(({id}) => chosen.includes(id)) ?? shapes[0];
  const counted = {parcels: t('parcels', {count: parcelIds.length}), orders: t('orders', {count: orders})};
  return (
    <Section title={storefront.name}>
      {file && shape ? (
        <div className={styles.way}>
          <div className={styles.what}>
            <MeaningLine meaning="note" words={t('toTell', counted)} />
            <p>{t(`takenBy.${file.takenBy}`)}</p>
            <p>{t(`takes.${shape.id as 'amazon'}`)}</p>
          </div>
          {shapes.length > 1 ? (
            <SelectField
              label={t('shape')}
              options={shapes.map(({id}) => ({value: id, label: t(`shapes.${id as 'ebay'}`)}))}
              value={shape.id}
              onChange={(id) =>
                choose(
                  id,
                  shapes.map((each) => each.id),
                )
              }
            />
          ) : null}
          <Button
            keys={isFirst ? 'w' : undefined}
            aria-label={`${t('act.write')}: ${storefront.name}`}
            onClick={onWrite}
          >
            {t('act.write')}
          </Button>
        </div>
      ) : null}
      {byHand.length > 0 ? <HandList orders={byHand} onByHand={onByHand} onName={onName} /> : null}
    </Section>
  );
}

/** One shape for a channel, in the place of its others. */
function choose(id: string, others: readonly string[]): void {
  useToldView.setState(({shapes}) => ({shapes: [...shapes.filter((each) => !others.includes(each)), id]}));
}
