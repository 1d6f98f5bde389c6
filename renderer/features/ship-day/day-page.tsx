import {useTranslation} from 'react-i18next';
import {sheetTarget} from '#core/printing/make-document.ts';
import {makeWave} from '#core/shipping/waves/mutators.ts';
import {urgencies} from '#core/shipping/waves/pick-ups.ts';
import {waveNumbers, waveToPick, wavesNow} from '#core/shipping/waves/queries.ts';
import type {WaveId} from '#core/shipping/waves/schema.ts';
import {nextNumberOfDay} from '#core/shipping/number-of-day.ts';
import {newId} from '../../app/data/new-id.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {Page} from '../../app/frame/page.tsx';
import {Sections} from '../../ui/section.tsx';
import {PageBody} from '../../app/frame/page-body.tsx';
import {ShipTabs} from '../../app/frame/ship-tabs.tsx';
import {useKeys} from '../../app/keys/use-keys.ts';
import {type PaperTools, paperTools, usePaper} from '../../app/printing/use-paper.tsx';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {toggleHeaps, useDayView} from './day-view.ts';
import {EndSection} from './end-section.tsx';
import {HeapsSection, heapsOf} from './heaps-section.tsx';
import {pickListJob} from './pick-list-job.ts';
import {type DayPlace, useDayPlace} from './use-day-place.ts';
import {type Heaps, useHeaps} from './use-heaps.ts';
import {usePrintSheet} from './use-print-sheet.ts';
import {WavePanel, closeWave} from './wave-panel.tsx';
import {WavesSection} from './waves-section.tsx';

/** The day of shipping: what is picked together, how far that is, and what the carrier takes in the end. */
export function DayPage({tools = paperTools}: {readonly tools?: PaperTools}) {
  const {t} = useTranslation('day');
  const place = useDayPlace();
  const {print, asking} = usePaper(tools);
  const printWave = usePrintWave(print, place);
  const waveId = useDayView((view) => view.waveId);
  return (
    <Page
      title={t('title')}
      tabs={<ShipTabs current="ship" />}
      panel={
        waveId === undefined ? null : {content: <WavePanel waveId={waveId} onPrint={printWave} />, onClose: closeWave}
      }
    >
      <PageBody label={t('title')}>
        <Sections width={860} busy={place === undefined}>
          {place ? <Day place={place} print={print} onPrintWave={printWave} /> : null}
        </Sections>
      </PageBody>
      {asking}
    </Page>
  );
}

interface DayProps {
  readonly place: DayPlace;
  readonly print: ReturnType<typeof usePaper>['print'];
  readonly onPrintWave: (waveId: WaveId) => void;
}

function Day({place, print, onPrintWave}: DayProps) {
  const heaps = useHeaps(place);
  const waves = useQuery(wavesNow, {});
  const printSheet = usePrintSheet(print, place.business);
  const make = useMakeWave(place, heaps);
  const section = 'app:section.page';
  useKeys('page', [
    {id: 'day.makeWave', word: 'day:act.make', section, keys: 'w', run: () => void make()},
    ...urgencies.map((urgency, at) => ({
      id: `day.heap.${urgency}`,
      word: `day:act.heap.${urgency}` as const,
      section: 'app:section.page' as const,
      keys: String(at + 1),
      run: () => toggleHeaps(heapsOf(urgency)),
    })),
  ]);
  return (
    <>
      {heaps ? <HeapsSection place={place} heaps={heaps} onMake={() => void make()} /> : null}
      {waves ? <WavesSection waves={waves} zone={place.business.zone} onPrint={onPrintWave} /> : null}
      <EndSection place={place} print={printSheet} />
    </>
  );
}

/** Makes a wave of what is chosen, and shows it. */
function useMakeWave({day}: DayPlace, heaps: Heaps | undefined): () => Promise<void> {
  const data = useData();
  const deeds = useDeeds();
  return async () => {
    if (!heaps || heaps.next.length === 0) return;
    const waveId = newId('wave');
    const number = nextNumberOfDay('W', day, await readOnce(data, waveNumbers, {}));
    const orderIds = heaps.next.map(({orderId}) => orderId);
    const outcome = await data.mutate(makeWave, {waveId, number, orderIds});
    deeds.did('day:did.made', [outcome]);
    if (outcome.ok) useDayView.setState({waveId});
  };
}

function usePrintWave(print: DayProps['print'], place: DayPlace | undefined): (waveId: WaveId) => void {
  const {t} = useTranslation(['paper', 'day']);
  const data = useData();
  return (waveId) => {
    void readOnce(data, waveToPick, {waveId}).then(async (told) => {
      if (!told || !place) return;
      const {wave, lines, orders} = told;
      const waiting = orders.filter(({status}) => status === 'released').length;
      const document = pickListJob({wave, lines, orders: waiting, day: place.day}, t);
      await print({kind: 'pickList', about: waveId, document, sheet: sheetTarget});
    });
  };
}
