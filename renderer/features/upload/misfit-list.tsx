import {useTranslation} from 'react-i18next';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';
import type {NextFile} from './use-next-file.ts';
import styles from './upload.module.css';

interface MisfitListProps {
  readonly file: NextFile;
  readonly onOrder: (order: {readonly id: string; readonly number: string}) => void;
}

/** More are no help: the same reason comes again and again. */
const shownMax = 20;

/** Orders that stay out of the file, each with its reason and a way to it. */
export function MisfitList({file: {untold, orders}, onOrder}: MisfitListProps) {
  const {t, i18n} = useTranslation('upload');
  const more = untold.length - shownMax;
  return (
    <>
      <SheetTable label={t('next.misfits')} heads={[t('next.order'), t('next.why')]}>
        {untold.slice(0, shownMax).map(({orderId, fault}) => {
          const number = orders.get(orderId)?.channelOrderId ?? '';
          return (
            <tr key={orderId}>
              <td className={styles.order}>
                <Button
                  variant="quiet"
                  aria-label={t('next.showOrder', {number})}
                  onClick={() => onOrder({id: orderId, number})}
                >
                  {number}
                </Button>
              </td>
              <td>{faultWords(i18n, fault)}</td>
            </tr>
          );
        })}
      </SheetTable>
      {more > 0 ? <p>{t('next.moreMisfits', {count: more})}</p> : null}
    </>
  );
}
