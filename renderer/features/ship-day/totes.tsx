import {IconX} from '@tabler/icons-react';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {check} from '#core/lib/shape.ts';
import type {Order, OrderId} from '#core/orders/schema.ts';
import {isSameCode, scanOf, scanOfTyped} from '#core/shipping/packing-bench/scan.ts';
import {bindTote, freeTote} from '#core/shipping/waves/mutators.ts';
import {type Wave, toteShape} from '#core/shipping/waves/schema.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useScans} from '../../app/keys/scans.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {IconButton} from '../../ui/button.tsx';
import {PanelSection} from '../../ui/side-panel.tsx';
import {TextField} from '../../ui/text-field.tsx';
import styles from './ship-day.module.css';

interface TotesProps {
  readonly wave: Wave;
  readonly orders: readonly Order[];
}

/** Which order goes into which tote: a scan binds the next one that has none; the number of an order makes that the next. */
export function Totes({wave, orders}: TotesProps) {
  const {t} = useTranslation('day');
  const data = useData();
  const deeds = useDeeds();
  const say = useNotices((notices) => notices.say);
  const [meant, setMeant] = useState<OrderId | undefined>(undefined);
  const [typed, setTyped] = useState('');
  const waiting = orders.filter(({status}) => status === 'released');
  const totesOf = (orderId: OrderId): readonly string[] =>
    wave.totes.flatMap((bound) => (bound.orderId === orderId ? [bound.tote] : []));
  const next = waiting.find(({id}) => id === meant) ?? waiting.find(({id}) => totesOf(id).length === 0);

  const take = async (texts: readonly string[]): Promise<void> => {
    const named = waiting.find(({channelOrderId}) => texts.some((text) => isSameCode(channelOrderId, text)));
    if (named) return setMeant(named.id);
    const [code = ''] = texts;
    if (!check(toteShape, code).ok) return say(t('totes.wrong', {code}));
    if (!next) return say(t('totes.allBound'));
    setMeant(undefined);
    deeds.did('day:did.bound', [await data.mutate(bindTote, {waveId: wave.id, orderId: next.id, tote: code})]);
  };
  useScans((struck) => {
    const scan = scanOf(struck);
    if (scan?.tells === 'code') void take(scan.texts);
  });
  const free = async (tote: string): Promise<void> =>
    deeds.did('day:did.freed', [await data.mutate(freeTote, {waveId: wave.id, tote})]);

  return (
    <PanelSection title={t('totes.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const scan = scanOfTyped(typed);
          if (scan?.tells !== 'code') return;
          setTyped('');
          void take(scan.texts);
        }}
      >
        <TextField
          label={next ? t('totes.next', {number: next.channelOrderId}) : t('totes.allBound')}
          hint={t('totes.hint')}
          maxLength={80}
          autoComplete="off"
          value={typed}
          disabled={waiting.length === 0}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
      <ul className={styles.totes} aria-label={t('totes.title')}>
        {waiting.map(({id, channelOrderId}) => (
          <li key={id} className={styles.toteLine}>
            <button
              type="button"
              className={styles.meant}
              aria-pressed={id === next?.id}
              aria-label={t('totes.meanOne', {number: channelOrderId})}
              onClick={() => setMeant(id)}
            >
              {channelOrderId}
            </button>
            <span className={styles.bound}>
              {totesOf(id).map((tote) => (
                <span key={tote} className={styles.tote}>
                  {tote}
                  <IconButton
                    label={t('totes.free', {tote})}
                    icon={<IconX size={12} stroke={1.5} />}
                    onClick={() => void free(tote)}
                  />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
