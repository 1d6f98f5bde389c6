import {useTranslation} from 'react-i18next';
import type {NumberKind} from '#core/shipping/ranges/number-kinds.ts';
import {type RangeCounts, countsOf} from '#core/shipping/ranges/range.ts';
import type {NumberRange} from '#core/shipping/ranges/schema.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {type Meaning, StatusMark} from '../../ui/status-mark.tsx';
import styles from './range-line.module.css';
import {kindWords} from './use-numbers.ts';

interface RangeLineProps {
  readonly range: NumberRange;
  readonly kind: NumberKind | undefined;
  readonly isHere: boolean;
  /** The name of the other desk that gives the numbers, where somebody tells it. */
  readonly holder: string | undefined;
  readonly onEnd: () => void;
  readonly onTake: () => void;
}

/** One range: whose, which numbers, how many went out and how many are left. */
export function RangeLine({range, kind, isHere, holder, onEnd, onTake}: RangeLineProps) {
  const {t} = useTranslation('numbers');
  const {account, from, to, fixed, endedAt} = range;
  const isOver = endedAt !== undefined;
  return (
    <tr>
      <th scope="row">
        {kind ? kindWords(kind) : range.scheme}
        <small>{[t('account', {account}), ...fixed.map(({text}) => text)].join(' · ')}</small>
      </th>
      <td className={styles.digits}>
        {t('span', {from, to})}
        <small>
          <Valid range={range} />
        </small>
      </td>
      <td className={styles.counts}>
        <Counts counts={countsOf(range)} />
        <State range={range} isHere={isHere} holder={holder} />
      </td>
      <td data-act>
        {isHere && !isOver ? (
          <Button variant="quiet" aria-label={t('endOne', {from, to, account})} onClick={onEnd}>
            {t('end')}
          </Button>
        ) : null}
        {!isHere && !isOver ? (
          <Button variant="quiet" aria-label={t('takeOne', {from, to, account})} onClick={onTake}>
            {t('take')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

function Counts({counts}: {readonly counts: RangeCounts}) {
  const {t} = useTranslation('numbers');
  const locale = useLocale();
  const {leased, used, inHand, free, void: voided} = counts;
  const words = {
    used: formatCount(locale, used),
    voided: formatCount(locale, voided),
    inHand: formatCount(locale, inHand),
    free: formatCount(locale, free),
  };
  const width = (count: number) => ({inlineSize: `${leased === 0 ? 0 : (count / leased) * 100}%`});
  return (
    <>
      <span className={styles.bar} aria-hidden="true">
        <span data-part="used" style={width(used + inHand)} />
        <span data-part="void" style={width(voided)} />
      </span>
      <small>{inHand > 0 ? t('countsInHand', words) : t('counts', words)}</small>
    </>
  );
}

function State({range, isHere, holder}: Pick<RangeLineProps, 'range' | 'isHere' | 'holder'>) {
  const {t} = useTranslation('numbers');
  const {free} = countsOf(range);
  const [meaning, word]: readonly [Meaning, string] =
    range.endedAt !== undefined
      ? ['note', t('state.ended')]
      : !isHere
        ? ['note', holder === undefined ? t('state.elsewhereUnknown') : t('state.elsewhere', {desk: holder})]
        : free === 0
          ? ['stop', t('state.usedUp')]
          : free < range.alertBelow
            ? ['watch', t('state.low')]
            : ['good', t('state.enough')];
  return <StatusMark meaning={meaning} word={word} />;
}

function Valid({range: {validFrom, validTo}}: {readonly range: NumberRange}) {
  const {t} = useTranslation('numbers');
  const locale = useLocale();
  const day = (date: string): string => formatMoment(locale, Date.parse(`${date}T12:00Z`), 'date', 'UTC');
  if (validFrom !== undefined && validTo !== undefined) {
    return t('validBoth', {from: day(validFrom), to: day(validTo)});
  }
  if (validFrom !== undefined) return t('validFrom', {day: day(validFrom)});
  return validTo === undefined ? null : t('validTo', {day: day(validTo)});
}
