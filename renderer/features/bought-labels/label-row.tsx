import {useTranslation} from 'react-i18next';
import {StatusMark} from '../../ui/status-mark.tsx';
import styles from './bought.module.css';
import {type JudgedLabel, numberOf} from './judged.ts';
import {Picture} from './picture.tsx';
import type {OrderToLabel} from './use-shop-labels.ts';
import {meaningOfVerdict, verdictWord} from './verdict-words.ts';

interface LabelRowProps extends JudgedLabel {
  readonly id: string;
  readonly isCursor: boolean;
  readonly orders: ReadonlyMap<string, OrderToLabel>;
  readonly onPoint: () => void;
  readonly onOpen: () => void;
}

const linesShown = 4;

/** One label: its picture, what was read on it, and whose it is. */
export function LabelRow({label, verdict, closed, id, isCursor, orders, onPoint, onOpen}: LabelRowProps) {
  const {t, i18n} = useTranslation('bought');
  const number = numberOf(label);
  const carrier = label.number.is === 'number' ? label.number.tracking.carrier : '';
  const order = 'orderId' in verdict && verdict.orderId !== undefined ? orders.get(verdict.orderId) : undefined;
  const word = verdictWord(i18n, {verdict, closed}, (orderId) => orders.get(orderId)?.number ?? '');
  const beside = order ? order.name : t('row.place', {file: label.fileName, page: label.page});
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list around it has the focus, and its keys do the same
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCursor}
      className={styles.row}
      data-is={verdict.is}
      onClick={onPoint}
      onDoubleClick={onOpen}
    >
      <div className={styles.thumb}>
        <Picture picture={label.picture} alt="" />
      </div>
      <div className={styles.read} title={label.text.lines.join('\n')}>
        <strong>{number === '' ? t('row.noNumber') : number}</strong>
        <span>{carrier === '' ? t('row.noCarrier') : carrier}</span>
        <small>{label.text.lines.slice(0, linesShown).join(' · ') || t('row.noText')}</small>
      </div>
      <div className={styles.whose} title={`${word}\n${beside}`}>
        <StatusMark meaning={meaningOfVerdict[verdict.is]} word={word} />
        <small>{beside}</small>
      </div>
    </div>
  );
}
