import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {OrderId} from '#core/orders/schema.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {SuggestField} from '../../ui/suggest-field.tsx';
import styles from './bought.module.css';
import type {OrderToLabel} from './use-shop-labels.ts';

interface PickOrderProps {
  /** What the label says. */
  readonly lines: readonly string[];
  readonly likely: readonly OrderId[];
  readonly orders: readonly OrderToLabel[];
  readonly onPick: (orderId: OrderId) => void;
  readonly onClose: () => void;
}

const shownMax = 8;
const linesMax = 8;

/** Asks whose a label is: an order by its number, the name or the postal code; the likeliest have a key of their own. */
export function PickOrderDialog({lines, likely, orders, onPick, onClose}: PickOrderProps) {
  const {t} = useTranslation('bought');
  const [text, setText] = useState('');
  const first = likely.flatMap((id) => orders.find(({orderId}) => orderId === id) ?? []);
  const pick = (orderId: OrderId): void => {
    onPick(orderId);
    onClose();
  };
  useKeys('dialog', []);
  return (
    <Dialog
      title={t('pick.title')}
      opened
      onClose={onClose}
      actions={
        <Button variant="quiet" onClick={onClose}>
          {t('pick.cancel')}
        </Button>
      }
    >
      <div className={styles.pick}>
        <p className={styles.lines}>{lines.slice(0, linesMax).join('\n')}</p>
        <SuggestField
          label={t('pick.label')}
          value={text}
          maxLength={100}
          onChange={setText}
          suggestions={found(orders, text).map(({orderId, number, name, postalCode}) => ({
            id: orderId,
            label: number,
            hint: [name, postalCode].filter(Boolean).join(', '),
          }))}
          onChoose={(id) => pick(id as OrderId)}
        />
        {first.length === 0 ? null : (
          <div className={styles.likely}>
            <p>{t('pick.likely')}</p>
            {first.map(({orderId, number, name, postalCode}) => (
              <Button key={orderId} onClick={() => pick(orderId)}>
                {[number, name, postalCode].filter(Boolean).join(' · ')}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Dialog>
  );
}

function found(orders: readonly OrderToLabel[], text: string): readonly OrderToLabel[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const says = (value: string): boolean => value.toLowerCase().includes(wanted);
  return orders
    .filter(({number, name, postalCode}) => says(number) || says(name) || says(postalCode))
    .slice(0, shownMax);
}
