import {IconCheck} from '@tabler/icons-react';
import {useEffect, useRef} from 'react';
import {useTranslation} from 'react-i18next';
import type {BenchOrder, Package, Piece, Stage} from '#core/shipping/packing-bench/bench.ts';
import type {BenchCommand} from '#core/shipping/packing-bench/commands.ts';
import {type Row, ordersOf, rowsOf, stillLeft} from '#core/shipping/packing-bench/packages.ts';
import {orderToPack} from '#core/shipping/packing/queries.ts';
import {weightReasons} from '#core/shipping/packing/schema.ts';
import type {Buyer} from '#core/orders/schema.ts';
import {useOpened, useQuery} from '../../app/data/use-data.ts';
import {countryName} from '../../ui/format/countries.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {KeyCaps} from '../../ui/key-caps.tsx';
import styles from './bench.module.css';
import {commandKeys} from './use-bench-keys.ts';

export type OnBench = Extract<Stage, Package>;

/** What stands on the bench: its order, those in the box with it, where it goes, and every item with how much of it is in the box. */
export function OrderOnBench({stage}: {readonly stage: OnBench}) {
  const {t} = useTranslation('bench');
  const {order, others, place} = stage;
  const pieces = 'pieces' in stage ? stage.pieces : nothing;
  const offered = stage.at === 'packing' ? stage.offered : [];
  const rows = rowsOf(ordersOf(stage), pieces);
  const last = pieces.at(-1)?.item;
  return (
    <section className={styles.order} aria-label={t('order', {number: order.order.channelOrderId})}>
      <header className={styles.orderHead}>
        <h2 className={styles.number}>{order.order.channelOrderId}</h2>
        {place > 1 || stage.at !== 'packing' ? <p className={styles.package}>{t('package', {place})}</p> : null}
        <Destination stage={stage} />
      </header>
      {others.length > 0 ? <p className={styles.others}>{t('others', {numbers: numbersOf(others)})}</p> : null}
      {offered.length > 0 ? (
        <p className={styles.offered}>
          <KeyCaps keys={commandKeys.together} />
          {t('offered', {numbers: numbersOf(offered)})}
        </p>
      ) : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with keys */}
      <ol className={styles.rows} tabIndex={0} aria-label={t('items')}>
        {rows.map((row, at) => (
          <ItemRow key={row.item} row={row} isLast={row.item === last} keyOf={at < 9 ? String(at + 1) : undefined} />
        ))}
      </ol>
      {stage.at === 'weighing' ? <WeightReasons /> : null}
      <ul className={styles.commands} aria-label={t('commands')}>
        {possible[stage.at].map((command) => (
          <li key={command}>
            <KeyCaps keys={commandKeys[command]} />
            {t(`command.${command}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What can be done at each stage: the others would only say so. */
const possible: Readonly<Record<OnBench['at'], readonly BenchCommand[]>> = {
  packing: ['undo', 'next', 'partial', 'hold', 'problem', 'abort'],
  weighing: ['undo', 'hold', 'problem', 'abort'],
  making: [],
  unmade: ['reprint', 'void', 'hold', 'problem', 'abort'],
  closing: ['reprint', 'void', 'hold', 'problem', 'abort'],
};

const nothing: readonly Piece[] = [];

function numbersOf(orders: readonly BenchOrder[]): string {
  return orders.map(({order}) => order.channelOrderId).join(', ');
}

/** Why a box may go on with another weight than it should have. */
function WeightReasons() {
  const {t} = useTranslation('bench');
  return (
    <ul className={styles.reasons} aria-label={t('weight.why')}>
      {weightReasons.map((reason, at) => (
        <li key={reason}>
          <KeyCaps keys={String(at + 1)} />
          {t(`weight.reason.${reason}`)}
        </li>
      ))}
    </ul>
  );
}

function ItemRow({
  row,
  isLast,
  keyOf,
}: {
  readonly row: Row;
  readonly isLast: boolean;
  readonly keyOf: string | undefined;
}) {
  const {t} = useTranslation('bench');
  const {item, title, wanted, before, now} = row;
  const isDone = stillLeft(row) === 0;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isLast) line.current?.scrollIntoView({block: 'nearest'});
  }, [isLast, now]);
  return (
    <li
      ref={line}
      className={styles.row}
      data-done={isDone}
      data-last={isLast}
      aria-label={t('row', {item, packed: before + now, wanted})}
    >
      <span className={styles.count} aria-hidden>
        {before + now}
        <span className={styles.of}>/{wanted}</span>
      </span>
      <span className={styles.item}>
        <span className={styles.itemTitle}>{title || item}</span>
        {title && title !== item ? <span className={styles.sku}>{item}</span> : null}
      </span>
      {isDone ? (
        <IconCheck className={styles.tick} stroke={3} aria-hidden />
      ) : keyOf === undefined ? null : (
        <kbd className={styles.key}>{keyOf}</kbd>
      )}
    </li>
  );
}

/** Who gets it and where it goes, and the storefront it came in by. */
function Destination({stage}: {readonly stage: OnBench}) {
  const {t} = useTranslation('bench');
  const locale = useLocale();
  const {order} = stage.order;
  const told = useQuery(orderToPack, {orderId: order.id});
  const buyer: Buyer | undefined = useOpened(order.buyer);
  const name = buyer?.shipTo.name ?? '';
  return (
    <p className={styles.destination}>
      <span>{t('to', {name, country: countryName(locale, order.shipCountry)})}</span>
      <span className={styles.storefront}>{told?.storefront?.name ?? ''}</span>
    </p>
  );
}
