import {useTranslation} from 'react-i18next';
import {handoverVoided} from '#core/shipping/handover/mutators.ts';
import {manifestsOfDay} from '#core/shipping/handover/queries.ts';
import type {Manifest} from '#core/shipping/handover/schema.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {SheetTable} from '../../ui/sheet-table.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {useCarrierWords} from './carrier-words.ts';
import styles from './ship-day.module.css';
import type {DayPlace} from './use-day-place.ts';
import type {PrintSheet} from './use-print-sheet.ts';

interface SheetsOfDayProps {
  readonly place: DayPlace;
  readonly print: PrintSheet;
}

/** The sheets of today: filed, printed again, or void where the carrier did not come. */
export function SheetsOfDay({place: {day, business}, print}: SheetsOfDayProps) {
  const {t} = useTranslation('day');
  const locale = useLocale();
  const data = useData();
  const deeds = useDeeds();
  const say = useNotices((notices) => notices.say);
  const carrierWords = useCarrierWords();
  const sheets = useQuery(manifestsOfDay, {day}) ?? [];
  if (sheets.length === 0) return null;
  const voided = async ({id: manifestId, number}: Manifest): Promise<void> => {
    const outcome = await data.mutate(handoverVoided, {manifestId});
    if (outcome.ok) say(t('did.sheetVoid', {number}));
    else deeds.did('day:did.handedOver', [outcome]);
  };
  return (
    <SheetTable
      label={t('sheet.title')}
      heads={[t('sheet.sheet'), t('end.carrier')]}
      figures={[t('sheet.parcels'), t('waves.act')]}
    >
      {sheets.map((sheet) => (
        <tr key={sheet.id}>
          <th scope="row">
            {sheet.number}
            <small>{t('sheet.at', {time: formatMoment(locale, sheet.handedAt, 'time', business.zone)})}</small>
          </th>
          <td>{carrierWords(sheet.carrier)}</td>
          <td data-figure>{t('sheet.count', {count: sheet.parcelIds.length})}</td>
          <td data-act>
            {sheet.voidedAt === undefined ? (
              <div className={styles.acts}>
                <Button
                  variant="quiet"
                  aria-label={t('sheet.printOne', {number: sheet.number})}
                  onClick={() => void print(sheet)}
                >
                  {t('sheet.print')}
                </Button>
                <Button
                  variant="quiet"
                  aria-label={t('sheet.voidOne', {number: sheet.number})}
                  onClick={() => void voided(sheet)}
                >
                  {t('sheet.void')}
                </Button>
              </div>
            ) : (
              <StatusMark meaning="note" word={t('sheet.isVoid')} />
            )}
          </td>
        </tr>
      ))}
    </SheetTable>
  );
}
