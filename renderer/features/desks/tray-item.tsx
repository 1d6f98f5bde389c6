import {useId} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import type {TrayItemShown} from '#core/tray/queries.ts';
import {useNow} from '../../app/data/use-now.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {type Meaning, StatusMark} from '../../ui/status-mark.tsx';
import {TimeAgo} from '../../ui/time-ago.tsx';
import styles from '../../ui/sheet.module.css';
import {askedWords} from './asked-words.ts';
import own from './desks.module.css';
import {canDoAgain} from './tray-acts.ts';
import {TwoSides} from './two-sides.tsx';

const meaningOf = {refused: 'stop', parked: 'watch', collided: 'note'} as const satisfies Record<
  TrayItemShown['kind'],
  Meaning
>;

export interface TrayItemActs {
  readonly again: (items: readonly TrayItemShown[]) => void;
  readonly dismiss: (items: readonly TrayItemShown[]) => void;
  /** Undefined where there is no form for such a change. */
  readonly edit: (item: TrayItemShown) => (() => void) | undefined;
}

interface TrayItemProps {
  readonly item: TrayItemShown;
  readonly acts: TrayItemActs;
  /** Who asked for it, as people call that desk. */
  readonly by: string;
  /** Under the heading of what was done together with it. */
  readonly isInGroup: boolean;
  readonly isCursor: boolean;
  readonly onFocus: () => void;
}

export const elementOf = (id: string): string => `tray-${id}`;

/** One change that was not taken as it was made: what, by whom, why, what is there now, and what can be done. */
export function TrayItem({item, acts, by, isInGroup, isCursor, onFocus}: TrayItemProps) {
  const {t, i18n} = useTranslation('tray');
  const now = useNow();
  const titleId = useId();
  const Heading = isInGroup ? 'h4' : 'h3';
  const edit = acts.edit(item);
  const keyOf = (key: string): string | undefined => (isCursor ? key : undefined);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- nothing happens by it: where the focus is says which item is meant
    <article
      id={elementOf(item.id)}
      className={own.item}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-cursor={isCursor || undefined}
      onFocus={onFocus}
    >
      <Heading id={titleId}>{askedWords(i18n, item)}</Heading>
      <div className={own.about}>
        <StatusMark meaning={meaningOf[item.kind]} word={t(`kind.${item.kind}`)} />
        <span>{t('askedBy', {desk: by})}</span>
        <TimeAgo instant={item.at} now={now} />
      </div>
      <p>{faultWords(i18n, JSON.parse(item.fault) as Fault)}</p>
      <TwoSides item={item} />
      <div className={styles.acts}>
        {canDoAgain(item) ? (
          <Button keys={keyOf('r')} aria-describedby={titleId} onClick={() => acts.again([item])}>
            {t('act.again')}
          </Button>
        ) : null}
        {edit ? (
          <Button keys={keyOf('e')} aria-describedby={titleId} onClick={edit}>
            {t('act.edit')}
          </Button>
        ) : null}
        <Button variant="quiet" keys={keyOf('d')} aria-describedby={titleId} onClick={() => acts.dismiss([item])}>
          {t('act.dismiss')}
        </Button>
      </div>
    </article>
  );
}
