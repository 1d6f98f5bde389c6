import {useMemo, useSyncExternalStore} from 'react';
import {useTranslation} from 'react-i18next';
import {orderList} from '#core/orders/list-view.ts';
import {openStatuses} from '#core/orders/order.ts';
import {useList} from '../../app/data/use-list.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {Section} from '../../ui/section.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import styles from './ship-day.module.css';
import type {DayPlace} from './use-day-place.ts';

const namedMax = 12;
const dueFirst = {column: 'shipBy', descending: false};

/** Orders that should have left by now, by their numbers. */
export function LateOrders({place: {now, business, storefronts}}: {readonly place: DayPlace}) {
  const {t} = useTranslation('day');
  const locale = useLocale();
  const asked = useMemo(() => {
    const where = [
      {column: 'status', oneOf: openStatuses},
      {column: 'shipBy', below: now},
    ];
    return {query: {where, sort: dueFirst}};
  }, [now]);
  const list = useList(orderList, asked);
  useSyncExternalStore(list.subscribe, () => list.version);
  const late = Array.from({length: Math.min(namedMax, list.total)}, (_, at) => list.rowAt(at)).flatMap(
    (row) => row ?? [],
  );
  if (!list.arrived || list.total === 0) return null;
  const names = new Map<string, string>(storefronts.map(({id, name}) => [id, name]));
  return (
    <Section title={t('late.title')}>
      <StatusMark meaning="stop" word={t('late.count', {count: list.total})} />
      <ul className={styles.late}>
        {late.map(({id, number, storefrontId, shipBy = 0}) => (
          <li key={id}>
            <span className={styles.number}>{number}</span>
            <small>
              {t('late.due', {
                storefront: names.get(storefrontId) ?? '',
                time: formatMoment(locale, shipBy, 'full', business.zone),
              })}
            </small>
          </li>
        ))}
      </ul>
      {list.total > late.length ? <p>{t('late.more', {count: list.total - late.length})}</p> : null}
    </Section>
  );
}
