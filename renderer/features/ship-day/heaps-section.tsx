import {useTranslation} from 'react-i18next';
import {type Urgency, kinds, urgencies} from '#core/shipping/waves/pick-ups.ts';
import {waveOrdersMax} from '#core/shipping/waves/schema.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {KeyCaps} from '../../ui/key-caps.tsx';
import {Section} from '../../ui/section.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {type Meaning, MeaningShape} from '../../ui/status-mark.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {type HeapName, toggleHeaps, useDayView} from './day-view.ts';
import styles from './ship-day.module.css';
import type {DayPlace} from './use-day-place.ts';
import type {Heaps} from './use-heaps.ts';

const meanings: Readonly<Record<Urgency, Meaning>> = {
  late: 'stop',
  next: 'watch',
  after: 'note',
  later: 'note',
  undated: 'note',
};

/** Heaps of a row: orders of one piece and of several. */
export function heapsOf(urgency: Urgency): readonly HeapName[] {
  return kinds.map((kind): HeapName => `${urgency} ${kind}`);
}

interface HeapsSectionProps {
  readonly place: DayPlace;
  readonly heaps: Heaps;
  readonly onMake: () => void;
}

/** Orders that wait, by the pick-up they have to go with and by how many pieces they are of: pressed, they go into the next wave. */
export function HeapsSection({place, heaps, onMake}: HeapsSectionProps) {
  const {t} = useTranslation('day');
  const locale = useLocale();
  const view = useDayView();
  const {pickUps, counts, next, chosen} = heaps;
  const at = (instant: number): string => {
    const isToday = instant - place.now < dayMs;
    const shape = {time: formatMoment(locale, instant, 'time', place.business.zone)};
    return isToday ? shape.time : `${formatMoment(locale, instant, 'shortDate', place.business.zone)}, ${shape.time}`;
  };
  const words: Readonly<Record<Urgency, string>> = {
    late: t('heaps.late'),
    next: t('heaps.next', {time: at(pickUps.next)}),
    after: t('heaps.next', {time: at(pickUps.after)}),
    later: t('heaps.later'),
    undated: t('heaps.undated'),
  };
  const all = {value: '', label: t('heaps.everyStorefront')};
  return (
    <Section title={t('heaps.title')}>
      <div className={styles.asked}>
        <SelectField
          label={t('heaps.storefront')}
          options={[all, ...place.storefronts.map(({id, name}) => ({value: id as string, label: name}))]}
          value={view.storefrontId ?? ''}
          onChange={(storefrontId) => useDayView.setState({storefrontId: storefrontId || undefined})}
        />
        <OrdersMax />
      </div>
      <table className={styles.heaps} aria-label={t('heaps.title')}>
        <thead>
          <tr>
            <th scope="col">{t('heaps.leaves')}</th>
            <th scope="col">{t('heaps.single')}</th>
            <th scope="col">{t('heaps.multi')}</th>
            <th scope="col">{t('heaps.both')}</th>
          </tr>
        </thead>
        <tbody>
          {urgencies.map((urgency, row) => (
            <tr key={urgency}>
              <th scope="row">
                <span className={styles.leaves}>
                  <MeaningShape meaning={meanings[urgency]} />
                  {words[urgency]}
                  <KeyCaps keys={String(row + 1)} />
                </span>
              </th>
              {[...heapsOf(urgency).map((name) => [name]), heapsOf(urgency)].map((names, column) => (
                <td key={names.join()}>
                  <Heap
                    names={names}
                    count={names.reduce((sum, name) => sum + (counts[name] ?? 0), 0)}
                    label={`${words[urgency]}: ${[t('heaps.single'), t('heaps.multi'), t('heaps.both')][column] ?? ''}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.make}>
        <Button variant="primary" keys="w" disabled={next.length === 0} onClick={onMake}>
          {next.length === 0 ? t('heaps.makeNone') : t('heaps.make', {count: next.length})}
        </Button>
        <span className={styles.quiet}>
          {chosen > next.length ? t('heaps.more', {count: chosen - next.length}) : null}
          {chosen === 0 ? t('heaps.hint') : null}
        </span>
      </div>
    </Section>
  );
}

const dayMs = 86_400_000;

interface HeapProps {
  readonly names: readonly HeapName[];
  readonly count: number;
  readonly label: string;
}

function Heap({names, count, label}: HeapProps) {
  const locale = useLocale();
  const chosen = useDayView((view) => view.chosen);
  return (
    <button
      type="button"
      className={styles.heap}
      aria-label={`${label}: ${formatCount(locale, count)}`}
      aria-pressed={names.every((name) => chosen.includes(name))}
      disabled={count === 0}
      onClick={() => toggleHeaps(names)}
    >
      {formatCount(locale, count)}
    </button>
  );
}

/** How many orders one person carries at once. */
function OrdersMax() {
  const {t} = useTranslation('day');
  const ordersMax = useDayView((view) => view.ordersMax);
  return (
    <TextField
      label={t('heaps.max')}
      inputMode="numeric"
      maxLength={3}
      value={String(ordersMax)}
      onChange={(event) => {
        const asked = Number(event.currentTarget.value.replaceAll(/\D/g, ''));
        useDayView.setState({ordersMax: Math.min(waveOrdersMax, Math.max(1, asked))});
      }}
    />
  );
}
