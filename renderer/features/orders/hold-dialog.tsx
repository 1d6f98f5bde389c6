import {useTranslation} from 'react-i18next';
import {type HoldReason, holdReasons} from '#core/orders/schema.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import styles from './orders.module.css';

interface HoldDialogProps {
  readonly count: number;
  readonly onChoose: (reason: HoldReason) => void;
  readonly onClose: () => void;
}

/** Asks why orders are held: one key each. */
export function HoldDialog({count, onChoose, onClose}: HoldDialogProps) {
  const {t} = useTranslation('orders');
  useKeys(
    'dialog',
    holdReasons.map((reason, at) => ({
      id: `orders.hold.${reason}`,
      word: `orders:reason.${reason}` as const,
      section: 'app:section.page' as const,
      keys: String(at + 1),
      run: () => onChoose(reason),
    })),
  );
  return (
    <Dialog title={t('hold.title', {count})} opened onClose={onClose}>
      <div className={styles.reasons}>
        {holdReasons.map((reason, at) => (
          <Button key={reason} keys={String(at + 1)} onClick={() => onChoose(reason)}>
            {t(`reason.${reason}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
