import {type ReactNode, useEffect} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import {must} from '#core/lib/assert.ts';
import {openWindow} from '../desktop/desktop.ts';
import {DesktopSection} from '../desktop/desktop-section.tsx';
import {ErrorBoundary} from '../error/error-boundary.tsx';
import {DropTarget} from '../frame/drop-target.tsx';
import {Frame} from '../frame/frame.tsx';
import {InTurn} from '../frame/in-turn.tsx';
import {useNotices} from '../frame/notices.ts';
import {useDropClaim} from '../frame/use-drops.ts';
import {useBringFiles} from '../frame/use-bring-files.ts';
import {useKeys} from '../keys/use-keys.ts';
import {routes} from '../routes.tsx';
import {restoringWith} from '../storage/restoring.ts';
import {joinWith} from '../sync/joining.ts';
import {useUndo} from '../undo/undo-store.ts';
import {useDeeds} from '../undo/use-deeds.ts';
import type {ShopKeeper} from './shop-store.ts';
import {demoOrders, useShop} from './shop-store.ts';
import {ShopStatus} from './shop-status.tsx';
import {ShopsSection} from './shops-section.tsx';

interface ShopFrameProps {
  readonly keeper: ShopKeeper;
  /** Stands in the place of every page while the shop has no business yet. */
  readonly setUp: ReactNode;
}

/** The frame around the pages of an open shop, and what works on all of them. */
export function ShopFrame({keeper, setUp}: ShopFrameProps) {
  const [location, go] = useLocation();
  const deeds = useDeeds();
  const files = useBringFiles();
  const claim = useDropClaim((drops) => drops.claim);
  const {i18n} = useTranslation();
  const restoring = restoringWith(keeper, i18n);
  const {shop, shops} = useShop();
  const isDemo = shop?.kind === 'demo';
  const demoStands = shops.some(({kind}) => kind === 'demo');
  const first = must(routes[0], 'the product has a page');
  const route = routes.find(({path}) => location === path || location.startsWith(`${path}/`));
  const toDemo = (): void => void (demoStands ? keeper.open('demo') : keeper.makeDemo(demoOrders));

  useEffect(() => {
    if (!route) go(first.path, {replace: true});
  }, [route, first, go]);
  useKeys('app', [
    ...routes.map(({id, goWord, keys, path}) => {
      return {id: `go.${id}`, word: goWord, section: 'app:section.go' as const, keys, run: () => go(path)};
    }),
    {
      id: 'intake.choose',
      word: 'intake:act.choose',
      section: 'app:section.app',
      keys: 'i',
      when: () => !setUp,
      run: files.choose,
    },
    {
      id: 'app.undo',
      word: 'app:undo',
      section: 'app:section.app',
      keys: 'Ctrl+Z',
      // What the line of notices offers to take back is the last thing that was done, also where it is no row of calls.
      when: () => useNotices.getState().current?.undo !== undefined || useUndo.getState().done.length > 0,
      run: () => {
        const offered = useNotices.getState().current?.undo;
        if (offered) offered.onUndo();
        else void deeds.undo();
      },
    },
    {
      id: 'app.redo',
      word: 'app:redo',
      section: 'app:section.app',
      keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
      when: () => useUndo.getState().undone.length > 0,
      run: () => void deeds.redo(),
    },
    {id: 'app.newWindow', word: 'settings:act.newWindow', section: 'app:section.app', run: openWindow},
    {
      id: 'app.leaveDemo',
      word: 'start:act.leaveDemo',
      section: 'app:section.app',
      when: () => isDemo,
      run: () => keeper.leave(),
    },
  ]);

  const Content = (route ?? first).page;
  return (
    <Frame
      entries={routes.filter(({id, inRail}) => (setUp ? id === 'settings' : (inRail ?? true)))}
      demo={isDemo ? {onLeave: () => keeper.leave()} : null}
      status={<ShopStatus />}
    >
      <DropTarget onFiles={setUp ? undefined : (claim?.onFiles ?? files.bring)} word={claim?.word} />
      <ErrorBoundary place={location}>
        {setUp && route?.id !== 'settings' && route?.id !== 'storage' ? (
          setUp
        ) : (
          <InTurn>
            <Content
              go={go}
              onDemo={isDemo ? undefined : toDemo}
              shops={<ShopsSection keeper={keeper} />}
              desktop={<DesktopSection />}
              restoring={restoring}
              isDemo={isDemo}
              join={joinWith(keeper, i18n)}
            />
          </InTurn>
        )}
      </ErrorBoundary>
    </Frame>
  );
}
