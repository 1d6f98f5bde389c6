import {useEffect, useRef} from 'react';
import {useTranslation} from 'react-i18next';
import {useKeys} from '../../app/keys/use-keys.ts';
import styles from './bought.module.css';
import type {JudgedLabel} from './judged.ts';
import {LabelRow} from './label-row.tsx';
import type {OrderToLabel} from './use-shop-labels.ts';

interface LabelListProps {
  readonly judged: readonly JudgedLabel[];
  readonly cursor: string | undefined;
  readonly orders: ReadonlyMap<string, OrderToLabel>;
  readonly onPoint: (key: string) => void;
  readonly onPick: () => void;
  readonly onLeave: () => void;
}

/** Labels one below the other; one of them is meant, and keys act on it. */
export function LabelList({judged, cursor, orders, onPoint, onPick, onLeave}: LabelListProps) {
  const {t} = useTranslation('bought');
  const list = useRef<HTMLDivElement>(null);
  const at = judged.findIndex(({label}) => label.key === cursor);
  const move = (by: number): void => {
    const next = judged[Math.max(0, Math.min(judged.length - 1, at + by))];
    if (next) onPoint(next.label.key);
  };
  useEffect(() => {
    if (at >= 0) list.current?.children[at]?.scrollIntoView({block: 'nearest'});
  }, [at]);
  const moves = [
    {id: 'bought.next', word: 'bought:act.next', keys: ['j', 'ArrowDown'], run: () => move(1)},
    {id: 'bought.before', word: 'bought:act.before', keys: ['k', 'ArrowUp'], run: () => move(-1)},
  ] as const;
  useKeys('page', [
    ...moves.map((action) => ({...action, section: 'app:section.list' as const, inPalette: false})),
    {
      id: 'bought.pick',
      word: 'bought:act.pick',
      section: 'app:section.page',
      keys: ['Enter', 'm'],
      when: () => at >= 0,
      run: onPick,
    },
    {
      id: 'bought.leave',
      word: 'bought:act.leave',
      section: 'app:section.page',
      keys: 'x',
      when: () => at >= 0,
      run: onLeave,
    },
  ]);
  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-activedescendant={at >= 0 ? rowId(judged[at]) : undefined}
    >
      {judged.map((each) => (
        <LabelRow
          key={each.label.key}
          {...each}
          id={rowId(each) ?? ''}
          isCursor={each.label.key === cursor}
          orders={orders}
          onPoint={() => onPoint(each.label.key)}
          onOpen={onPick}
        />
      ))}
    </div>
  );
}

function rowId(judged: JudgedLabel | undefined): string | undefined {
  return judged && `label-${judged.label.key}`;
}
