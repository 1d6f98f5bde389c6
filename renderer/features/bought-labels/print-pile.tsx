import {useRef, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {LabelNow} from '#core/shipping/bought/queries.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import type {LabelReader} from '../../app/labels/label-reader.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {ProgressLine} from '../../ui/progress-line.tsx';
import styles from './bought.module.css';
import {type TogetherPorts, inPickOrder, printTogether} from './print-together.ts';
import type {OrderToLabel} from './use-shop-labels.ts';

/** What a pile is printed with. */
export interface PileHands {
  readonly make: LabelReader['make'];
  readonly printBySystem: TogetherPorts['printBySystem'];
}

interface PrintPileProps {
  readonly kept: readonly LabelNow[];
  readonly orders: ReadonlyMap<string, OrderToLabel>;
  readonly hands: PileHands;
}

/** All labels that wait, as one pile in the order in which their orders are picked. */
export function PrintPile({kept, orders, hands}: PrintPileProps) {
  const {t, i18n} = useTranslation('bought');
  const data = useData();
  const say = useNotices((notices) => notices.say);
  const [pace, setPace] = useState<{readonly done: number; readonly total: number} | undefined>(undefined);
  const stopping = useRef<AbortController | undefined>(undefined);
  const pile = inPickOrder(kept, orders);
  const print = async (): Promise<void> => {
    if (pace || pile.length === 0) return;
    const stop = (stopping.current = new AbortController());
    const tell = (done: number, total: number): void => setPace({done, total});
    const printed = await printTogether({data, ...hands, tell, signal: stop.signal}, pile).finally(() =>
      setPace(undefined),
    );
    if (!printed.ok) return say(faultWords(i18n, printed.fault));
    const {asked, before} = printed.value;
    say([t('did.printed', {count: asked}), ...(before > 0 ? [t('did.before', {count: before})] : [])].join(' · '));
  };
  useKeys('page', [
    {
      id: 'bought.print',
      word: 'bought:act.print',
      section: 'app:section.page',
      keys: 'p',
      when: () => pile.length > 0,
      run: () => void print(),
    },
  ]);
  return (
    <div className={styles.pile}>
      <p>{t('pile.lead', {count: pile.length})}</p>
      {pace ? (
        <>
          <ProgressLine words={t('pile.making')} done={pace.done / pace.total} />
          <Button onClick={() => stopping.current?.abort()}>{t('act.stop')}</Button>
        </>
      ) : (
        <Button variant="primary" keys="p" disabled={pile.length === 0} onClick={() => void print()}>
          {t('act.print')}
        </Button>
      )}
    </div>
  );
}
