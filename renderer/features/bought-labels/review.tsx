import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {OrderId} from '#core/orders/schema.ts';
import {ViewTabs} from '../../app/frame/view-tabs.tsx';
import {useKeys} from '../../app/keys/use-keys.ts';
import {forgetLabels} from '../../app/labels/label-session.ts';
import {ActBar} from '../../ui/act-bar.tsx';
import {Button} from '../../ui/button.tsx';
import styles from './bought.module.css';
import {type JudgedLabel, type Shown, countsOf, shown} from './judged.ts';
import {LabelList} from './label-list.tsx';
import {OrdersWithout} from './orders-without.tsx';
import type {OrderToLabel} from './use-shop-labels.ts';

interface ReviewProps {
  readonly all: readonly JudgedLabel[];
  readonly without: readonly OrderId[];
  readonly orders: ReadonlyMap<string, OrderToLabel>;
  readonly cursor: string | undefined;
  readonly onPoint: (key: string) => void;
  readonly onPick: () => void;
  readonly onLeave: () => void;
  readonly onAccept: () => void;
}

/** What was read, by what became of it, and the one thing to do with it. */
export function Review({all, without, orders, cursor, onPoint, onPick, onLeave, onAccept}: ReviewProps) {
  const {t} = useTranslation('bought');
  const [wanted, setWanted] = useState<Shown>('all');
  const counts = countsOf(all, without);
  const there = shown.filter((kind) => kind === 'all' || counts[kind] > 0);
  const current = there.includes(wanted) ? wanted : 'all';
  const inList = current === 'all' ? all : all.filter(({verdict}) => verdict.is === current);
  const {matched} = counts;
  const open = counts.asked + counts.stranger + counts.unread;
  useKeys('page', [
    ...there.map((kind, at) => ({
      id: `bought.shown.${kind}`,
      word: `bought:shown.${kind}` as const,
      section: 'app:section.page' as const,
      keys: String(at + 1),
      run: () => setWanted(kind),
    })),
    {
      id: 'bought.accept',
      word: 'bought:act.accept',
      section: 'app:section.page',
      keys: 'a',
      when: () => matched > 0,
      run: onAccept,
    },
    {id: 'bought.clear', word: 'bought:act.clear', section: 'app:section.page', run: forgetLabels},
  ]);
  return (
    <section className={styles.review} aria-label={t('list')}>
      <div className={styles.kinds}>
        <ViewTabs
          label={t('shown.label')}
          views={there.map((kind) => ({id: kind, word: t(`shown.${kind}`) + ` ${counts[kind]}`}))}
          current={current}
          onChoose={(id) => setWanted(shown.find((kind) => kind === id) ?? 'all')}
        />
      </div>
      {current === 'without' ? (
        <OrdersWithout orderIds={without} orders={orders} />
      ) : (
        <LabelList
          judged={inList}
          cursor={cursor}
          orders={orders}
          onPoint={onPoint}
          onPick={onPick}
          onLeave={onLeave}
        />
      )}
      <ActBar>
        <p role="status">{open > 0 ? t('bar.open', {count: open}) : ''}</p>
        <Button onClick={forgetLabels}>{t('act.clear')}</Button>
        <Button variant="primary" keys="a" disabled={matched === 0} onClick={onAccept}>
          {matched === 0 ? t('act.accept') : t('bar.accept', {count: matched})}
        </Button>
      </ActBar>
    </section>
  );
}
