import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type CarrierDay, parcelsOfDay} from '#core/shipping/handover/parcels-of-day.ts';
import {useSummary} from '../../app/data/use-data.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {Section} from '../../ui/section.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {useCarrierWords} from './carrier-words.ts';
import {HandOverDialog} from './hand-over-dialog.tsx';
import {LateOrders} from './late-orders.tsx';
import {NumbersOfDay} from './numbers-of-day.tsx';
import {SheetsOfDay} from './sheets-of-day.tsx';
import styles from './ship-day.module.css';
import type {DayPlace} from './use-day-place.ts';
import type {PrintSheet} from './use-print-sheet.ts';

interface EndSectionProps {
  readonly place: DayPlace;
  readonly print: PrintSheet;
}

/** The end of a day: parcels by carrier against scans, what is handed over, numbers, and what is late. */
export function EndSection({place, print}: EndSectionProps) {
  const {t} = useTranslation('day');
  const carriers = useSummary(parcelsOfDay, {since: place.since, day: place.day});
  const [handing, setHanding] = useState<CarrierDay | undefined>(undefined);
  return (
    <>
      <Section title={t('end.title')} busy={carriers === undefined}>
        {carriers?.length === 0 ? <p>{t('end.none')}</p> : null}
        {carriers && carriers.length > 0 ? (
          <SheetTable
            heads={[t('end.carrier')]}
            figures={[t('end.ready'), t('end.unscanned'), t('end.handedOver'), t('end.voided'), t('waves.act')]}
          >
            {carriers.map((each) => (
              <CarrierLine key={each.carrier} carrier={each} onHandOver={() => setHanding(each)} />
            ))}
          </SheetTable>
        ) : null}
        <SheetsOfDay place={place} print={print} />
      </Section>
      <LateOrders place={place} />
      <NumbersOfDay />
      {handing ? (
        <HandOverDialog carrier={handing} place={place} print={print} onClose={() => setHanding(undefined)} />
      ) : null}
    </>
  );
}

function CarrierLine({carrier, onHandOver}: {readonly carrier: CarrierDay; readonly onHandOver: () => void}) {
  const {t} = useTranslation('day');
  const locale = useLocale();
  const name = useCarrierWords()(carrier.carrier);
  const {ready, unscanned, handedOver, voided} = carrier;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-figure>{formatCount(locale, ready.length)}</td>
      <td data-figure>
        {unscanned.length > 0 ? (
          <span className={styles.marked}>
            <StatusMark meaning="watch" word={formatCount(locale, unscanned.length)} />
          </span>
        ) : (
          formatCount(locale, 0)
        )}
      </td>
      <td data-figure>{formatCount(locale, handedOver)}</td>
      <td data-figure>{formatCount(locale, voided)}</td>
      <td data-act>
        <Button
          variant="quiet"
          aria-label={t('end.handOverOne', {carrier: name})}
          disabled={ready.length === 0}
          onClick={onHandOver}
        >
          {t('end.handOver')}
        </Button>
      </td>
    </tr>
  );
}
