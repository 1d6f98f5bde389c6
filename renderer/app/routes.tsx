import {
  IconBarcode,
  IconChartLine,
  IconDatabase,
  IconDevices,
  IconFileImport,
  IconMessageForward,
  IconPackage,
  IconPrinter,
  IconSettings,
  IconTags,
  IconTruckDelivery,
} from '@tabler/icons-react';
import {type ComponentType, type ReactNode, Suspense, lazy} from 'react';
import {DesksPage} from '../features/desks/desks-page.tsx';
import {CreateOrderAgain, EditOrderAgain} from '../features/orders/order-again.tsx';
import {showOrder} from '../features/orders/orders-view.ts';
import {OrdersPage} from '../features/orders/orders-page.tsx';
import {IntakePage} from '../features/intake/intake-page.tsx';
import {PrintersPage} from '../features/printing/printers-page.tsx';
import {PrintersSection} from '../features/printing/printers-section.tsx';
import {SourceSection} from '../features/intake/source-section.tsx';
import {LabelSection} from '../features/shipping/label-section.tsx';
import {PapersSection} from '../features/shipping/papers-section.tsx';
import {SlipSection} from '../features/shipping/slip-section.tsx';
import {ScaleSection} from '../features/scales/scale-section.tsx';
import {RangesSection} from '../features/shipping/ranges-section.tsx';
import {DataSection} from '../features/storage/data-section.tsx';
import {StoragePage} from '../features/storage/storage-page.tsx';
import {BusinessAgain} from '../features/settings/business-again.tsx';
import {RateAgain} from '../features/settings/rate-again.tsx';
import {SettingsPage} from '../features/settings/settings-page.tsx';
import {StorefrontAgain} from '../features/settings/storefront-again.tsx';
import {TypeRate} from '../features/settings/type-rate.tsx';
import type {RailEntry} from './frame/rail.tsx';
import type {Restoring} from './storage/restoring.ts';
import type {Join} from './sync/joining.ts';
import type {TrayForms} from './sync/tray-form.ts';
import type {WordKey} from './words/resources.ts';

/** What pages need of the shop they stand in. */
export interface Places {
  readonly go: (path: string) => void;
  /** Leads to the demo shop; absent inside it. */
  readonly onDemo: (() => void) | undefined;
  readonly shops: ReactNode;
  readonly desktop: ReactNode;
  readonly restoring: Restoring;
  readonly isDemo: boolean;
  /** Joins a shop of others, where its place is free or can be made so. */
  readonly join: Join;
}

export interface Route extends RailEntry {
  readonly id:
    | 'orders'
    | 'bench'
    | 'bought'
    | 'upload'
    | 'told'
    | 'ship'
    | 'intake'
    | 'sales'
    | 'desks'
    | 'storage'
    | 'printers'
    | 'settings';
  readonly keys: string;
  readonly goWord: WordKey;
  /** A part of another page, reached from there and by its keys. */
  readonly inRail?: false;
  readonly page: ComponentType<Places>;
}

// Charts are a third of the code and no part of the first screen.
const LazySales = lazy(async () => ({default: (await import('../features/sales/sales-page.tsx')).SalesPage}));

const LazyBench = lazy(async () => ({default: (await import('../features/packing-bench/bench-page.tsx')).BenchPage}));

const LazyBought = lazy(async () => ({
  default: (await import('../features/bought-labels/bought-page.tsx')).BoughtPage,
}));
const LazyUpload = lazy(async () => ({default: (await import('../features/upload/upload-page.tsx')).UploadPage}));

const LazyTold = lazy(async () => ({default: (await import('../features/road-back/told-page.tsx')).ToldPage}));

const LazyDay = lazy(async () => ({default: (await import('../features/ship-day/day-page.tsx')).DayPage}));

const orderSections = [LabelSection, SlipSection, PapersSection, SourceSection];

const trayForms: TrayForms = {
  'orders.create': CreateOrderAgain,
  'orders.edit': EditOrderAgain,
  'businesses.change': BusinessAgain,
  'storefronts.create': StorefrontAgain,
  'rates.typeRate': RateAgain,
};

/** Every page of the product. The rail, the keys, the palette and the contact sheets are made from this list. */
export const routes: readonly Route[] = [
  {
    id: 'orders',
    path: '/orders',
    word: 'app:rail.orders',
    goWord: 'app:go.orders',
    keys: 'g o',
    icon: IconPackage,
    page: ({onDemo}) => <OrdersPage sections={orderSections} onDemo={onDemo} />,
  },
  {
    id: 'bench',
    path: '/bench',
    word: 'app:rail.bench',
    goWord: 'app:go.bench',
    keys: 'g p',
    icon: IconBarcode,
    page: () => (
      <Suspense fallback={null}>
        <LazyBench />
      </Suspense>
    ),
  },
  {
    id: 'bought',
    path: '/ship/bought',
    word: 'app:rail.bought',
    goWord: 'app:go.bought',
    keys: 'g l',
    icon: IconTags,
    inRail: false,
    page: () => (
      <Suspense fallback={null}>
        <LazyBought />
      </Suspense>
    ),
  },
  {
    id: 'upload',
    path: '/ship/upload',
    word: 'app:rail.upload',
    goWord: 'app:go.upload',
    keys: 'g u',
    icon: IconTruckDelivery,
    inRail: false,
    page: ({go}) => (
      <Suspense fallback={null}>
        <LazyUpload
          onOrder={(order) => {
            showOrder(order);
            go('/orders');
          }}
        />
      </Suspense>
    ),
  },
  {
    id: 'told',
    path: '/ship/told',
    word: 'app:rail.told',
    goWord: 'app:go.told',
    keys: 'g n',
    icon: IconMessageForward,
    inRail: false,
    page: () => (
      <Suspense fallback={null}>
        <LazyTold />
      </Suspense>
    ),
  },
  {
    id: 'ship',
    path: '/ship',
    word: 'app:rail.ship',
    goWord: 'app:go.ship',
    keys: 'g s',
    icon: IconTruckDelivery,
    page: () => (
      <Suspense fallback={null}>
        <LazyDay />
      </Suspense>
    ),
  },
  {
    id: 'intake',
    path: '/intake',
    word: 'app:rail.intake',
    goWord: 'app:go.intake',
    keys: 'g i',
    icon: IconFileImport,
    page: ({go}) => <IntakePage onOrders={() => go('/orders')} />,
  },
  {
    id: 'sales',
    path: '/sales',
    word: 'app:rail.sales',
    goWord: 'app:go.sales',
    keys: 'g a',
    icon: IconChartLine,
    page: ({go}) => (
      <Suspense fallback={null}>
        <LazySales onSettings={() => go('/settings')} rate={TypeRate} />
      </Suspense>
    ),
  },
  {
    id: 'desks',
    path: '/desks',
    word: 'app:rail.desks',
    goWord: 'app:go.desks',
    keys: 'g d',
    icon: IconDevices,
    page: ({isDemo, join}) => <DesksPage isDemo={isDemo} join={join} forms={trayForms} />,
  },
  {
    id: 'storage',
    path: '/settings/storage',
    word: 'app:rail.storage',
    goWord: 'app:go.storage',
    keys: 'g b',
    icon: IconDatabase,
    inRail: false,
    page: ({go, restoring}) => <StoragePage restoring={restoring} onBack={() => go('/settings')} />,
  },
  {
    id: 'printers',
    path: '/settings/printers',
    word: 'app:rail.printers',
    goWord: 'app:go.printers',
    keys: 'g q',
    icon: IconPrinter,
    inRail: false,
    page: ({go}) => <PrintersPage onBack={() => go('/settings')} />,
  },
  {
    id: 'settings',
    path: '/settings',
    word: 'app:rail.settings',
    goWord: 'app:go.settings',
    keys: 'g t',
    icon: IconSettings,
    last: true,
    page: ({go, shops, desktop}) => (
      <SettingsPage
        scale={<ScaleSection />}
        printers={<PrintersSection onOpen={() => go('/settings/printers')} />}
        numbers={<RangesSection />}
        storage={<DataSection onOpen={() => go('/settings/storage')} />}
        shops={shops}
        desktop={desktop}
      />
    ),
  },
];
