import {useTranslation} from 'react-i18next';
import {endWave} from '#core/shipping/waves/mutators.ts';
import {waveToPick} from '#core/shipping/waves/queries.ts';
import type {WaveId} from '#core/shipping/waves/schema.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {Button} from '../../ui/button.tsx';
import {PanelSection, SidePanel} from '../../ui/side-panel.tsx';
import {Skeleton} from '../../ui/skeleton.tsx';
import {useDayView} from './day-view.ts';
import {PickLines} from './pick-lines.tsx';
import {Totes} from './totes.tsx';

interface WavePanelProps {
  readonly waveId: WaveId;
  readonly onPrint: (waveId: WaveId) => void;
}

export function closeWave(): void {
  useDayView.setState({waveId: undefined});
}

/** One wave: what is fetched and from where, and which order goes into which tote. */
export function WavePanel({waveId, onPrint}: WavePanelProps) {
  const {t} = useTranslation('day');
  const data = useData();
  const deeds = useDeeds();
  const told = useQuery(waveToPick, {waveId});
  const end = async (): Promise<void> => {
    closeWave();
    deeds.did('day:did.ended', [await data.mutate(endWave, {waveId})]);
  };
  const section = 'app:section.page';
  useKeys('panel', [
    {id: 'day.printList', word: 'day:act.print', section, keys: 'p', run: () => onPrint(waveId)},
    {id: 'day.endWave', word: 'day:act.end', section, keys: 'Shift+E', run: () => void end()},
  ]);
  if (!told) {
    return (
      <SidePanel title={<Skeleton width="40%" />} onClose={closeWave}>
        <PanelSection>
          <Skeleton height="8em" />
        </PanelSection>
      </SidePanel>
    );
  }
  const {wave, orders, lines} = told;
  const pieces = lines.reduce((sum, {quantity}) => sum + quantity, 0);
  return (
    <SidePanel
      title={wave.number}
      subtitle={<span>{t('panel.about', {orders: orders.length, count: pieces})}</span>}
      footer={
        <>
          <Button variant="primary" keys="p" onClick={() => onPrint(waveId)}>
            {t('act.print')}
          </Button>
          <Button keys="Shift+E" onClick={() => void end()}>
            {t('act.end')}
          </Button>
        </>
      }
      onClose={closeWave}
    >
      <PickLines lines={lines} />
      <Totes wave={wave} orders={orders} />
    </SidePanel>
  );
}
