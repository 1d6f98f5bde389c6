import {useTranslation} from 'react-i18next';
import type {ByHand} from '#core/shipping/road-back/ways-to-tell.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {Missing} from '../../ui/missing.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';
import styles from './told.module.css';

interface HandListProps {
  readonly orders: readonly ByHand[];
  readonly onByHand: (orders: readonly ByHand[]) => void;
  readonly onName: (courier: string) => void;
}

const shownMax = 20;

/** Orders that no file tells of, each with its number to type, and why. */
export function HandList({orders, onByHand, onName}: HandListProps) {
  const {t, i18n} = useTranslation('told');
  const more = orders.length - shownMax;
  return (
    <>
      <div className={styles.head}>
        <h3>{t('hand.title')}</h3>
        {orders.length > 1 ? (
          <Button onClick={() => onByHand(orders)}>{t('act.allByHand', {count: orders.length})}</Button>
        ) : null}
      </div>
      <SheetTable
        label={t('hand.title')}
        heads={[t('hand.order'), t('hand.number'), t('hand.why')]}
        figures={[t('hand.acts')]}
      >
        {orders.slice(0, shownMax).map((order) => (
          <tr key={`${order.channelOrderId} ${order.parcelIds.join(' ')}`}>
            <td>{order.channelOrderId}</td>
            <td>{order.numbers.length > 0 ? order.numbers.join(', ') : <Missing />}</td>
            <td>{faultWords(i18n, order.fault)}</td>
            <td data-act>
              <span className={styles.acts}>
                {order.fault.code === 'shipping.carrier_not_listed' ? (
                  <Button variant="quiet" onClick={() => onName(order.courier)}>
                    {t('act.name')}
                  </Button>
                ) : null}
                <Button
                  variant="quiet"
                  aria-label={`${order.channelOrderId}: ${t('act.byHand')}`}
                  onClick={() => onByHand([order])}
                >
                  {order.beside.length > 0 ? t('act.byHandWith', {numbers: order.beside.join(', ')}) : t('act.byHand')}
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </SheetTable>
      {more > 0 ? <p>{t('hand.more', {count: more})}</p> : null}
    </>
  );
}
