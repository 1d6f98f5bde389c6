import {useTranslation} from 'react-i18next';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {StatusMark} from '../../ui/status-mark.tsx';
import {type ShopKeeper, demoOrders, useShop} from './shop-store.ts';
import {Section} from '../../ui/section.tsx';
import styles from './shops-section.module.css';

/** Which shops stand on this desk, and the way from one to another. */
export function ShopsSection({keeper}: {readonly keeper: ShopKeeper}) {
  const {t} = useTranslation('settings');
  const locale = useLocale();
  const {shop, shops} = useShop();
  const stands = (kind: 'demo' | 'own'): boolean => shops.some((one) => one.kind === kind);
  return (
    <Section title={t('section.shop')}>
      <ul className={styles.shops}>
        {shops.map(({kind, madeAt}) => (
          <li key={kind}>
            <span>
              {t(`shop.${kind}`)}
              <small>{t('shop.made', {date: formatMoment(locale, madeAt, 'date')})}</small>
            </span>
            {shop?.kind === kind ? (
              <StatusMark meaning="good" word={t('shop.isOpen')} />
            ) : (
              <Button onClick={() => void keeper.open(kind)}>{t('shop.open')}</Button>
            )}
            {kind === 'demo' ? (
              <Button onClick={() => void keeper.deleteDemo()}>{t('shop.deleteDemo')}</Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      <div className={styles.ways}>
        {stands('own') ? null : <Button onClick={() => void keeper.begin()}>{t('shop.begin')}</Button>}
        {stands('demo') ? null : <Button onClick={() => void keeper.makeDemo(demoOrders)}>{t('shop.makeDemo')}</Button>}
      </div>
      <p>{t('shop.demoHint')}</p>
    </Section>
  );
}
