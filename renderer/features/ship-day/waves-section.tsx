import {useTranslation} from 'react-i18next';
import type {WaveNow} from '#core/shipping/waves/queries.ts';
import type {WaveId} from '#core/shipping/waves/schema.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {Section} from '../../ui/section.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {useDayView} from './day-view.ts';
import styles from './ship-day.module.css';

interface WavesSectionProps {
  readonly waves: readonly WaveNow[];
  readonly zone: string;
  readonly onPrint: (waveId: WaveId) => void;
}

/** Open waves, and how far each is. */
export function WavesSection({waves, zone, onPrint}: WavesSectionProps) {
  const {t} = useTranslation('day');
  const locale = useLocale();
  const shown = useDayView((view) => view.waveId);
  return (
    <Section title={t('waves.title')}>
      {waves.length === 0 ? (
        <p>{t('waves.none')}</p>
      ) : (
        <SheetTable heads={[t('waves.wave'), t('waves.packed'), t('waves.state')]} figures={[t('waves.act')]}>
          {waves.map((wave) => {
            const {id, number, madeAt, orderIds} = wave.wave;
            return (
              <tr key={id} className={styles.wave} data-shown={id === shown}>
                <th scope="row">
                  {number}
                  <small>{t('waves.made', {time: formatMoment(locale, madeAt, 'time', zone)})}</small>
                </th>
                <td>
                  {t('waves.of', {packed: wave.packed, count: orderIds.length})}
                  <progress
                    className={styles.bar}
                    aria-label={t('waves.progress', {number})}
                    value={wave.packed}
                    max={orderIds.length}
                  />
                </td>
                <td>
                  <State wave={wave} />
                </td>
                <td data-act>
                  <div className={styles.acts}>
                    <Button
                      variant="quiet"
                      aria-label={t('waves.openOne', {number})}
                      onClick={() => useDayView.setState({waveId: id})}
                    >
                      {t('waves.open')}
                    </Button>
                    <Button variant="quiet" aria-label={t('waves.printOne', {number})} onClick={() => onPrint(id)}>
                      {t('waves.print')}
                    </Button>
                  </div>
                </td>
              </tr>
            );
          })}
        </SheetTable>
      )}
    </Section>
  );
}

function State({wave: {wave, packed, stopped}}: {readonly wave: WaveNow}) {
  const {t} = useTranslation('day');
  if (packed + stopped === wave.orderIds.length) return <StatusMark meaning="good" word={t('waves.done')} />;
  if (stopped > 0) return <StatusMark meaning="watch" word={t('waves.stopped', {count: stopped})} />;
  return <StatusMark meaning="note" word={packed === 0 ? t('waves.picking') : t('waves.packing')} />;
}
