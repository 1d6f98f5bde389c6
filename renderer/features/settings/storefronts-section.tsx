import {IconTrash} from '@tabler/icons-react';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {removeStorefront} from '#core/storefronts/mutators.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {useData} from '../../app/data/use-data.ts';
import {AddStorefront} from '../../app/shop/add-storefront.tsx';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {Button, IconButton} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import styles from './settings.module.css';

interface StorefrontsSectionProps {
  readonly business: Business;
  readonly storefronts: readonly Storefront[];
}

/** The accounts a business sells through. */
export function StorefrontsSection({business, storefronts}: StorefrontsSectionProps) {
  const {t} = useTranslation('settings');
  const data = useData();
  const deeds = useDeeds();
  const [adding, setAdding] = useState(false);
  const remove = async (storefront: Storefront): Promise<void> => {
    deeds.did('settings:did.removed', [await data.mutate(removeStorefront, {storefrontId: storefront.id})]);
  };
  const sorted = storefronts.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <Section title={t('section.storefronts')}>
      {sorted.length === 0 ? <p>{t('noStorefronts')}</p> : null}
      <ul className={styles.list}>
        {sorted.map((storefront) => (
          <li key={storefront.id}>
            <span>{storefront.name}</span>
            <span className={styles.quiet}>{t(`channels.${storefront.channel}`)}</span>
            <span className={styles.quiet}>{storefront.currency}</span>
            <IconButton
              label={t('remove', {name: storefront.name})}
              icon={<IconTrash stroke={1.5} />}
              onClick={() => void remove(storefront)}
            />
          </li>
        ))}
      </ul>
      <Button onClick={() => setAdding(true)}>{t('add')}</Button>
      {adding ? <AddStorefront business={business} taken={storefronts} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
