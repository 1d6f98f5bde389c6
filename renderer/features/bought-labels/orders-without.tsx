import {useTranslation} from 'react-i18next';
import type {OrderId} from '#core/orders/schema.ts';
import styles from './bought.module.css';
import type {OrderToLabel} from './use-shop-labels.ts';

interface OrdersWithoutProps {
  readonly orderIds: readonly OrderId[];
  readonly orders: ReadonlyMap<string, OrderToLabel>;
}

/** Orders that wait and have no label of these files or earlier ones: they were forgotten at the carrier's, or get one of ours. */
export function OrdersWithout({orderIds, orders}: OrdersWithoutProps) {
  const {t} = useTranslation('bought');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with keys
    <ul className={styles.list} tabIndex={0} aria-label={t('shown.without')}>
      {orderIds.map((orderId) => {
        const order = orders.get(orderId);
        return (
          <li key={orderId} className={styles.without}>
            <strong>{order?.number}</strong>
            <span>{order?.name}</span>
            <span>{order?.postalCode}</span>
            <span>{order?.skus.join(', ')}</span>
          </li>
        );
      })}
    </ul>
  );
}
