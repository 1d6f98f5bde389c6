import {useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import type {OrderDraft} from '#core/intake/draft.ts';
import type {Mapping} from '#core/intake/mapping.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {formatAmount} from '../../ui/format/amounts.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {previewOrders} from './preview-orders.ts';
import styles from './mapping.module.css';

interface MappingPreviewProps {
  readonly mapping: Mapping;
  readonly given: Parameters<typeof previewOrders>[1];
}

const shownMax = 3;

/** The first orders as they would be, and what stands against the first row that could not be read. */
export function MappingPreview({mapping, given}: MappingPreviewProps) {
  const {t, i18n} = useTranslation('intake');
  const {orders, rejected} = useMemo(() => previewOrders(mapping, given), [mapping, given]);
  const [against] = rejected;
  return (
    <div className={styles.preview} aria-live="polite">
      <h2>{t('mapping.preview')}</h2>
      {orders.length === 0 ? <p>{t('mapping.previewNone')}</p> : null}
      <ol>
        {orders.slice(0, shownMax).map((order) => (
          <Order key={order.channelOrderId} order={order} zone={mapping.zone ?? given.businessZone} />
        ))}
      </ol>
      {orders.length > 0 && orders.every(({currency}) => currency === undefined) ? (
        <p>{t('mapping.noCurrency')}</p>
      ) : null}
      {against ? <p>{faultWords(i18n, against.fault)}</p> : null}
    </div>
  );
}

function Order({order, zone}: {readonly order: OrderDraft; readonly zone: string}) {
  const locale = useLocale();
  const {channelOrderId, orderedAt, lines = [], money, currency, buyer, shipTo} = order;
  const amount = (minor: number | undefined): string =>
    minor === undefined || currency === undefined ? '' : formatAmount(locale, {minor, currency});
  const who = shipTo?.name ?? buyer?.name ?? buyer?.handle;
  const where = [shipTo?.postalCode, shipTo?.city, shipTo?.country].filter((part) => part !== undefined).join(' ');
  const when = orderedAt === undefined ? undefined : formatMoment(locale, orderedAt, 'full', zone);
  return (
    <li>
      <div>
        <strong>{channelOrderId}</strong>
        <span>{amount(money?.totalMinor)}</span>
      </div>
      <small>{[when, who, where].filter((part) => part !== undefined && part !== '').join(' · ')}</small>
      {lines.slice(0, shownMax).map((line) => (
        <div key={line.row}>
          <small>{`${line.quantity} × ${[line.sku, line.title].filter((part) => part !== '').join(' ')}`}</small>
          <small>{amount(line.totalMinor)}</small>
        </div>
      ))}
    </li>
  );
}
