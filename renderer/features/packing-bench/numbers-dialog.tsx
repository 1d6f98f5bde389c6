import {useTranslation} from 'react-i18next';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {useBench} from './bench-view.ts';
import styles from './bench.module.css';
import type {NumberStock} from './numbers.ts';

const shownMax = 9;

/** Asks whose numbers labels get: one key each, and none. */
export function NumbersDialog({
  stocks,
  onClose,
}: {
  readonly stocks: readonly NumberStock[];
  readonly onClose: () => void;
}) {
  const {t} = useTranslation('bench');
  const shown = stocks.slice(0, shownMax);
  const choose = (stock: NumberStock | undefined): void => {
    useBench.setState({numbers: stock && {scheme: stock.scheme, account: stock.account}});
    onClose();
  };
  const options = [undefined, ...shown];
  useKeys(
    'dialog',
    options.map((stock, at) => ({
      id: `bench.numbers.${at}`,
      word: 'bench:act.numbers',
      section: 'app:section.page',
      keys: String(at),
      inPalette: false,
      run: () => choose(stock),
    })),
  );
  return (
    <Dialog title={t('numbers.title')} opened onClose={onClose}>
      <div className={styles.choices}>
        {options.map((stock, at) => (
          <Button key={at} keys={String(at)} onClick={() => choose(stock)}>
            {stock
              ? t('numbers.stock', {service: stock.service, account: stock.account, count: stock.free})
              : t('numbers.none')}
          </Button>
        ))}
      </div>
      {stocks.length === 0 ? <p className={styles.explained}>{t('numbers.empty')}</p> : null}
    </Dialog>
  );
}
