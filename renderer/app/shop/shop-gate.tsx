import {useTranslation} from 'react-i18next';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {useJoinDialog} from '../../features/desks/join-dialog.tsx';
import {SetUpPage} from '../../features/settings/set-up-page.tsx';
import {StartPage} from '../../features/start/start-page.tsx';
import {useRestoreDialog} from '../../features/storage/restore-dialog.tsx';
import {useQuery} from '../data/use-data.ts';
import {InTurn} from '../frame/in-turn.tsx';
import {useKeys} from '../keys/use-keys.ts';
import {restoringWith} from '../storage/restoring.ts';
import {joinWith} from '../sync/joining.ts';
import {useJoinPlace} from '../sync/use-join-place.ts';
import {useSyncLook} from '../sync/use-sync-look.ts';
import {Recovering, RecoveryTold} from './recovery.tsx';
import {ShopFrame} from './shop-frame.tsx';
import {type ShopKeeper, demoOrders, useShop} from './shop-store.ts';

/** What this window shows: the choice of a shop, the setting up of a new one, or the shop. */
export function ShopGate({keeper}: {readonly keeper: ShopKeeper}) {
  const {phase, shop, turn, recovering, recovered} = useShop();
  if (recovering) return <Recovering step={recovering} />;
  if (recovered) return <RecoveryTold recovered={recovered} onGoOn={() => keeper.goOn()} />;
  if (phase === 'starting') return null;
  if (phase === 'open' && shop) return <OpenShop key={turn} keeper={keeper} />;
  return <Choosing keeper={keeper} />;
}

function Choosing({keeper}: {readonly keeper: ShopKeeper}) {
  const {i18n} = useTranslation();
  const {shops, progress, fault} = useShop();
  const restore = useRestoreDialog(restoringWith(keeper, i18n));
  const place = useJoinPlace(fault);
  const joining = useJoinDialog(joinWith(keeper, i18n), place);
  const stands = (kind: 'demo' | 'own'): boolean => shops.some((one) => one.kind === kind);
  const openDemo = (): void => void (stands('demo') ? keeper.open('demo') : keeper.makeDemo(demoOrders));
  const openOwn = (): void => void (stands('own') ? keeper.open('own') : keeper.begin());
  const when = (): boolean => progress === undefined;
  const onJoin = place === undefined || place === 'taken' ? undefined : joining.open;
  useKeys('app', [
    {id: 'start.demo', word: 'start:act.demo', section: 'app:section.app', run: openDemo, when},
    {id: 'start.own', word: 'start:act.own', section: 'app:section.app', run: openOwn, when},
    {id: 'start.restore', word: 'start:act.restore', section: 'app:section.app', run: restore.choose, when},
    {
      id: 'start.join',
      word: 'start:act.join',
      section: 'app:section.app',
      run: joining.open,
      when: () => when() && onJoin !== undefined,
    },
  ]);
  return (
    <>
      <StartPage
        shops={shops}
        demoOrders={demoOrders}
        making={progress}
        fault={fault}
        onDemo={openDemo}
        onOwn={openOwn}
        onDelete={() => void keeper.deleteDemo()}
        onCancel={() => void keeper.cancelDemo()}
        onRestore={restore.choose}
        onJoin={onJoin}
      />
      {restore.dialog}
      {joining.dialog}
    </>
  );
}

function OpenShop({keeper}: {readonly keeper: ShopKeeper}) {
  const found = useQuery(businessesInFull, {});
  useSyncLook();
  if (!found) return null;
  return (
    <InTurn>
      <ShopFrame keeper={keeper} setUp={found.businesses.length === 0 ? <SetUpPage /> : undefined} />
    </InTurn>
  );
}
