import {useTranslation} from 'react-i18next';
import {parcelsHandedOver} from '#core/shipping/handover/mutators.ts';
import type {CarrierDay} from '#core/shipping/handover/parcels-of-day.ts';
import {manifestsOfDay} from '#core/shipping/handover/queries.ts';
import {nextNumberOfDay} from '#core/shipping/number-of-day.ts';
import {newId} from '../../app/data/new-id.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import styles from '../../ui/sheet.module.css';
import {useCarrierWords} from './carrier-words.ts';
import type {DayPlace} from './use-day-place.ts';
import type {PrintSheet} from './use-print-sheet.ts';

interface HandOverDialogProps {
  readonly carrier: CarrierDay;
  readonly place: DayPlace;
  readonly print: PrintSheet;
  readonly onClose: () => void;
}

/** Says what will happen before paper and a carrier are touched. */
export function HandOverDialog({
  carrier: {carrier, ready, unscanned},
  place: {day},
  print,
  onClose,
}: HandOverDialogProps) {
  const {t} = useTranslation('day');
  const data = useData();
  const deeds = useDeeds();
  const name = useCarrierWords()(carrier);
  const sheets = useQuery(manifestsOfDay, {day}) ?? [];
  const number = nextNumberOfDay(
    'M',
    day,
    sheets.map((sheet) => sheet.number),
  );
  useKeys('dialog', []);
  const handOver = async (): Promise<void> => {
    onClose();
    const manifestId = newId('manifest');
    const outcome = await data.mutate(parcelsHandedOver, {manifestId, number, carrier, day, parcelIds: [...ready]});
    deeds.did('day:did.handedOver', [outcome]);
    if (!outcome.ok) return;
    const filed = (await readOnce(data, manifestsOfDay, {day})).find(({id}) => id === manifestId);
    if (filed) await print(filed);
  };
  return (
    <Dialog
      title={t('handOver.title', {count: ready.length, carrier: name})}
      opened
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('handOver.cancel')}</Button>
          <Button variant="primary" onClick={() => void handOver()}>
            {t('handOver.act')}
          </Button>
        </>
      }
    >
      <div className={styles.asked}>
        <p>{t('handOver.will', {number})}</p>
        {unscanned.length > 0 ? (
          <MeaningLine meaning="watch" words={t('handOver.unscanned', {count: unscanned.length})} />
        ) : null}
      </div>
    </Dialog>
  );
}
