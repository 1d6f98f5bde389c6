import {useEffect, useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {check} from '#core/lib/shape.ts';
import {benchOrderOf} from '#core/shipping/packing-bench/bench-order.ts';
import {cutOffForm} from '#core/shipping/packing-bench/cut-off.ts';
import {ordersOf} from '#core/shipping/packing-bench/packages.ts';
import {scanOf, scanOfTyped} from '#core/shipping/packing-bench/scan.ts';
import {badgeShape} from '#core/shipping/packing/schema.ts';
import {orderToPack} from '#core/shipping/packing/queries.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import {useCutOff} from '../../app/desk/cut-off.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {Page} from '../../app/frame/page.tsx';
import {useScans} from '../../app/keys/scans.ts';
import {boughtLabelReader} from '../../app/labels/label-reader.ts';
import {documents} from '../../app/printing/document-client.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {printPdf} from '../../ui/pdf/print-pdf.ts';
import {AskDialog} from './ask-dialog.tsx';
import {Band} from './band.tsx';
import {BenchDesk, type BenchPorts} from './bench-desk.ts';
import {BenchStrip} from './bench-strip.tsx';
import {useBench} from './bench-view.ts';
import styles from './bench.module.css';
import {saveCommandCard} from './command-card.ts';
import {IdleBench} from './idle-bench.tsx';
import {NumbersDialog} from './numbers-dialog.tsx';
import {useNumberStocks} from './numbers.ts';
import {type OnBench, OrderOnBench} from './order-on-bench.tsx';
import {play} from './sounds.ts';
import {useBenchKeys} from './use-bench-keys.ts';
import {useDay} from './use-day.ts';
import {useScaleOnBench} from './use-scale-on-bench.ts';

/** What the bench works with beside data. */
export type BenchTools = Pick<BenchPorts, 'make' | 'makeBought' | 'play' | 'printBySystem'>;

const tools: BenchTools = {make: documents.make, makeBought: boughtLabelReader.make, play, printBySystem: printPdf};

type Asking = 'code' | 'badge' | 'cutOff' | 'numbers';

/** The packing bench: one order, from its slip to the scan of its printed label, without a hand on the mouse. */
export function BenchPage({hands = tools}: {readonly hands?: BenchTools}) {
  const {t, i18n} = useTranslation('bench');
  const data = useData();
  const say = useNotices((notices) => notices.say);
  const bench = useBench(({shown}) => shown);
  const {cutOff} = useCutOff();
  const day = useDay();
  const stocks = useNumberStocks();
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const desk = useMemo(() => {
    return new BenchDesk({...hands, data, words: i18n, say: (fault) => say(faultWords(i18n, fault))});
  }, [data, i18n, say, hands]);

  useEffect(() => desk.begin(), [desk]);
  useScaleOnBench(desk);

  const saveCard = async (): Promise<void> => {
    const saved = await saveCommandCard(hands.make, i18n, bench.packer);
    if (!saved.ok) say(faultWords(i18n, saved.fault));
    else if (saved.value !== undefined) say(t('card.saved', {name: saved.value}));
  };
  useScans((struck) => {
    const scan = scanOf(struck);
    if (scan) desk.hear({what: 'scan', scan});
  });
  useBenchKeys(desk, {
    code: () => setAsking('code'),
    badge: () => setAsking('badge'),
    cutOff: () => setAsking('cutOff'),
    numbers: () => setAsking('numbers'),
    card: () => void saveCard(),
  });
  const {stage, said, packer} = bench;
  return (
    <Page
      title={t('title')}
      tools={
        <>
          <Button keys="b" onClick={() => setAsking('badge')}>
            {packer ?? t('act.badge')}
          </Button>
          <Button keys="/" onClick={() => setAsking('code')}>
            {t('act.code')}
          </Button>
        </>
      }
    >
      <div className={styles.bench} data-at={stage.at}>
        <Band said={said} />
        {'order' in stage ? (
          <>
            <OrderOnBench stage={stage} />
            {ordersToWatch(stage).map((orderId) => (
              <OrderNow key={orderId} desk={desk} orderId={orderId} />
            ))}
          </>
        ) : (
          <IdleBench day={day}>
            <Button keys="c" onClick={() => setAsking('cutOff')}>
              {t('cutOffAt', {time: cutOff})}
            </Button>
            <Button keys="m" onClick={() => setAsking('numbers')}>
              {t('act.numbers')}
            </Button>
            <Button keys="k" onClick={() => void saveCard()}>
              {t('act.card')}
            </Button>
          </IdleBench>
        )}
        <BenchStrip day={day} stocks={stocks} />
      </div>
      {asking === 'numbers' ? (
        <NumbersDialog stocks={stocks ?? []} onClose={() => setAsking(undefined)} />
      ) : asking === undefined ? null : (
        <Asked asking={asking} desk={desk} onClose={() => setAsking(undefined)} />
      )}
    </Page>
  );
}

/** The orders in the box, and those that are offered to it. */
function ordersToWatch(stage: OnBench): readonly OrderId[] {
  const offered = 'offered' in stage ? stage.offered : [];
  return [...ordersOf(stage), ...offered].map(({order}) => order.id);
}

/** Tells the bench whenever an order on it is another than it was: it may have been cancelled at another desk. */
function OrderNow({desk, orderId}: {readonly desk: BenchDesk; readonly orderId: OrderId}) {
  const told = useQuery(orderToPack, {orderId});
  useEffect(() => {
    if (told) desk.hear({what: 'order', order: benchOrderOf(told)});
  }, [desk, told]);
  return null;
}

interface AskedProps {
  readonly asking: Exclude<Asking, 'numbers'>;
  readonly desk: BenchDesk;
  readonly onClose: () => void;
}

function Asked({asking, desk, onClose}: AskedProps) {
  const {t} = useTranslation('bench');
  const bench = useBench(({shown}) => shown);
  const {cutOff} = useCutOff();
  const shared = {
    title: t(`ask.${asking}.title`),
    label: t(`ask.${asking}.label`),
    hint: t(`ask.${asking}.hint`),
    act: t(`ask.${asking}.act`),
    onClose,
  };
  const wrongUnless = (isRight: boolean): string | null => (isRight ? null : t(`ask.${asking}.wrong`));
  switch (asking) {
    case 'code':
      return (
        <AskDialog
          {...shared}
          first=""
          check={(text) => wrongUnless(text !== '')}
          onGive={(text) => {
            const scan = scanOfTyped(text);
            if (scan) desk.hear({what: 'scan', scan});
          }}
        />
      );
    case 'badge':
      return (
        <AskDialog
          {...shared}
          first={bench.packer ?? ''}
          check={(text) => wrongUnless(check(badgeShape, text.toUpperCase()).ok)}
          onGive={(text) => desk.hear({what: 'scan', scan: {tells: 'badge', badge: text.toUpperCase()}})}
        />
      );
    case 'cutOff':
      return (
        <AskDialog
          {...shared}
          first={cutOff}
          check={(text) => wrongUnless(cutOffForm.test(text))}
          onGive={(text) => useCutOff.setState({cutOff: text})}
        />
      );
  }
}
