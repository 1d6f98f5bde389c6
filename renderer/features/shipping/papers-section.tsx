import {Suspense, lazy, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Buyer, Order} from '#core/orders/schema.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {PanelSection} from '../../ui/side-panel.tsx';

// Asked for now and then, and no part of the list of orders.
const LazyPapers = lazy(async () => ({default: (await import('./papers-dialog.tsx')).PapersDialog}));

interface PapersSectionProps {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly storefront: Storefront | undefined;
  readonly business: Business | undefined;
}

/** Below an order: its other papers, each seen before it is printed. */
export function PapersSection(props: PapersSectionProps) {
  const {t} = useTranslation('papers');
  const [isOpen, setIsOpen] = useState(false);
  const {business} = props;
  useKeys('panel', [
    {
      id: 'shipping.papers',
      word: 'papers:open',
      section: 'app:section.page',
      keys: 'Shift+L',
      run: () => setIsOpen(true),
    },
  ]);
  return (
    <PanelSection title={t('title')}>
      <Button keys="Shift+L" disabled={!business} onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && business ? (
        <Suspense fallback={null}>
          <LazyPapers {...props} business={business} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </PanelSection>
  );
}
