import {useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {judgeLabels} from '#core/shipping/bought/judge-labels.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {useData} from '../../app/data/use-data.ts';
import {chooseFiles} from '../../app/frame/choose-files.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {Page} from '../../app/frame/page.tsx';
import {PageBody} from '../../app/frame/page-body.tsx';
import {ShipTabs} from '../../app/frame/ship-tabs.tsx';
import {useKeys} from '../../app/keys/use-keys.ts';
import {bringLabels, chooseFor, useLabelSession} from '../../app/labels/label-session.ts';
import {boughtLabelReader} from '../../app/labels/label-reader.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {Button} from '../../ui/button.tsx';
import {EmptyState} from '../../ui/empty-state.tsx';
import {printPdf} from '../../ui/pdf/print-pdf.ts';
import {acceptLabels} from './accept-labels.ts';
import styles from './bought.module.css';
import {FileLines} from './file-lines.tsx';
import {type JudgedLabel, judgedLabels, likelyOrders} from './judged.ts';
import {KeptFiles} from './kept-files.tsx';
import {LabelPanel} from './label-panel.tsx';
import {PickOrderDialog} from './pick-order-dialog.tsx';
import {PrintPile, type PileHands} from './print-pile.tsx';
import {Review} from './review.tsx';
import {useBytesBack} from './use-bytes-back.ts';
import {useClosedOrders} from './use-closed-orders.ts';
import {useShopLabels} from './use-shop-labels.ts';

const ownHands: PileHands = {make: boughtLabelReader.make, printBySystem: printPdf};

/** Labels that were bought elsewhere: cut out of their file, matched to orders, taken in, and printed as one pile or at the bench. */
export function BoughtPage({hands = ownHands}: {readonly hands?: PileHands}) {
  const {t, i18n} = useTranslation('bought');
  const data = useData();
  const say = useNotices((notices) => notices.say);
  const {did} = useDeeds();
  const {labels, files, choices} = useLabelSession();
  const numbers = useMemo(
    () => labels.flatMap(({number}) => (number.is === 'number' ? [number.tracking.number] : [])),
    [labels],
  );
  const {orders, kept, before} = useShopLabels(numbers);
  useBytesBack(labels, kept);
  const judged = useMemo(() => judgeLabels(labels, orders ?? [], before, choices), [labels, orders, before, choices]);
  const strangers = useMemo(
    () => labels.filter(({key}) => judged.verdicts.get(key)?.is === 'stranger'),
    [labels, judged],
  );
  const closed = useClosedOrders(strangers);
  const all = useMemo(() => judgedLabels(labels, judged, closed), [labels, judged, closed]);
  const byId = useMemo(() => new Map((orders ?? []).map((order) => [order.orderId as string, order])), [orders]);
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  const [isPicking, setPicking] = useState(false);
  const meant = all.find(({label}) => label.key === cursor);

  const choose = (): void => void chooseFiles().then((chosen) => bringLabels(chosen));
  const leave = ({label, verdict}: JudgedLabel): void =>
    chooseFor(label.key, verdict.is === 'left' ? undefined : 'leave');
  const accept = async (): Promise<void> => {
    const done = await acceptLabels(data, all);
    if (done.ok) did('bought:did.taken', done.value);
    else say(faultWords(i18n, done.fault));
  };
  useKeys('page', [
    {id: 'bought.choose', word: 'bought:act.choose', section: 'app:section.page', keys: 'i', run: choose},
  ]);
  const isIdle = files.length === 0 && labels.length === 0;
  return (
    <Page
      title={t('title')}
      tabs={<ShipTabs current="bought" />}
      tools={
        <Button keys="i" onClick={choose}>
          {t('act.choose')}
        </Button>
      }
      panel={
        meant
          ? {
              onClose: () => setCursor(undefined),
              content: (
                <LabelPanel
                  {...meant}
                  orders={byId}
                  onPick={() => setPicking(true)}
                  onLeave={() => leave(meant)}
                  onClose={() => setCursor(undefined)}
                />
              ),
            }
          : null
      }
    >
      <div className={styles.page}>
        <FileLines />
        {labels.length > 0 ? (
          <Review
            all={all}
            without={judged.without}
            orders={byId}
            cursor={cursor}
            onPoint={setCursor}
            onPick={() => setPicking(true)}
            onLeave={() => meant && leave(meant)}
            onAccept={() => void accept()}
          />
        ) : (
          <PageBody label={t('title')}>
            {isIdle && kept?.length === 0 ? (
              <EmptyState sentence={t('empty')} action={{word: t('act.choose'), keys: 'i', onAct: choose}} />
            ) : null}
            {kept && kept.length > 0 ? (
              <>
                <PrintPile kept={kept} orders={byId} hands={hands} />
                <KeptFiles kept={kept} />
              </>
            ) : null}
          </PageBody>
        )}
      </div>
      {isPicking && meant ? (
        <PickOrderDialog
          lines={meant.label.text.lines}
          likely={likelyOrders(meant.verdict)}
          orders={orders ?? []}
          onPick={(orderId: OrderId) => chooseFor(meant.label.key, {orderId})}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </Page>
  );
}
