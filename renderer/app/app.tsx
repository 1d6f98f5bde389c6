import {Router} from 'wouter';
import {useHashLocation} from 'wouter/use-hash-location';
import {I18nextProvider} from 'react-i18next';
import type {i18n} from 'i18next';
import {KitProvider} from '../ui/theme/kit-provider.tsx';
import {useBugs} from './data/bugs-store.ts';
import type {DataClient} from './data/data-client.ts';
import {DataContext} from './data/use-data.ts';
import {DesktopBridge} from './desktop/desktop-bridge.tsx';
import {ErrorBoundary} from './error/error-boundary.tsx';
import {PageStopped} from './error/page-stopped.tsx';
import {PaletteHost} from './palette/palette-host.tsx';
import {ShopGate} from './shop/shop-gate.tsx';
import type {ShopKeeper} from './shop/shop-store.ts';
import {useShownScheme} from './theme/scheme.ts';

interface AppProps {
  readonly words: i18n;
  readonly data: DataClient;
  readonly keeper: ShopKeeper;
}

/** The providers, and in them whatever this window shows. */
export function App({words, data, keeper}: AppProps) {
  return (
    <I18nextProvider i18n={words}>
      <KitProvider scheme={useShownScheme()}>
        <DataContext value={data}>
          <Router hook={useHashLocation}>
            <ErrorBoundary place="window">
              <PaletteHost />
              <DesktopBridge />
              <Window keeper={keeper} />
            </ErrorBoundary>
          </Router>
        </DataContext>
      </KitProvider>
    </I18nextProvider>
  );
}

/** A bug in the data worker stops the window: what it shows may no longer be what is stored. */
function Window({keeper}: {readonly keeper: ShopKeeper}) {
  const bug = useBugs((state) => state.bug);
  if (bug === undefined) return <ShopGate keeper={keeper} />;
  return <PageStopped error={new Error(bug)} onAgain={() => window.location.reload()} />;
}
