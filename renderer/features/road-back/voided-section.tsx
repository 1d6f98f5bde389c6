import {useTranslation} from 'react-i18next';
import type {ToTell} from '#core/shipping/road-back/parcels-to-shipped.ts';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import {Section} from '../../ui/section.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';

/** Numbers that a channel shows to a buyer and that lead nowhere. */
export function VoidedSection({voided, nameOf}: Pick<ToTell, 'voided'> & {readonly nameOf: (id: string) => string}) {
  const {t} = useTranslation('told');
  return (
    <Section title={t('voided.title')}>
      <MeaningLine meaning="watch" words={t('voided.lead')} />
      <SheetTable heads={[t('hand.order'), t('hand.number'), t('done.where')]}>
        {voided.map(({parcelId, order, number}) => (
          <tr key={parcelId}>
            <td>{order.channelOrderId}</td>
            <td>{number}</td>
            <td>{nameOf(order.storefrontId)}</td>
          </tr>
        ))}
      </SheetTable>
    </Section>
  );
}
