import {useTranslation} from 'react-i18next';
import type {IntakeChoice, IntakeFile, IntakeState} from '#core/intake/messages.ts';
import {businessesInFull} from '#core/storefronts/queries.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {type Intake, useIntake} from '../../app/data/use-intake.ts';
import {useUndoImport} from '../../app/data/use-undo-import.ts';
import {Page} from '../../app/frame/page.tsx';
import {useBringFiles} from '../../app/frame/use-bring-files.ts';
import {ViewTabs} from '../../app/frame/view-tabs.tsx';
import {useKeys} from '../../app/keys/use-keys.ts';
import {AddStorefront} from '../../app/shop/add-storefront.tsx';
import {Button} from '../../ui/button.tsx';
import {CorrectDialog} from './correct-dialog.tsx';
import {History} from './history.tsx';
import {useIntakeView} from './intake-view.ts';
import {ItemPanel} from './item-panel.tsx';
import {NoFiles} from './known-formats.tsx';
import {MappingEditor} from './mapping-editor.tsx';
import {NewsLine} from './news-line.tsx';
import {Session} from './session.tsx';
import styles from './intake.module.css';

interface IntakePageProps {
  readonly onOrders: () => void;
}

const views = ['now', 'history'] as const;

/** Files that sellers bring: read here, looked at, taken in as orders, and taken back as a whole. */
export function IntakePage({onOrders}: IntakePageProps) {
  const {t} = useTranslation('intake');
  const {state, ask} = useIntake();
  const {choose} = useBringFiles();
  const shop = useQuery(businessesInFull, {});
  const undo = useUndoImport();
  const {view, open, asking} = useIntakeView();
  useKeys(
    'page',
    views.map((id, at) => ({
      id: `intake.view.${id}`,
      word: `intake:views.${id}` as const,
      section: 'app:section.page' as const,
      keys: String(at + 1),
      run: () => useIntakeView.setState({view: id}),
    })),
  );

  const business = shop?.businesses[0];
  const file = state.files.find(({key}) => key === asking?.file);
  const close = (): void => useIntakeView.setState({asking: undefined});
  const say = (choice: IntakeChoice): void => {
    close();
    if (file) void ask('intake.choose', {file: file.key, ...choice});
  };
  const shown = view === 'now' && state.phase === 'ready' ? open : undefined;
  const idle = state.files.length === 0;
  return (
    <Page
      title={t('title')}
      tabs={
        <ViewTabs
          label={t('views.label')}
          views={views.map((id) => ({id, word: t(`views.${id}`)}))}
          current={view}
          onChoose={(id) => useIntakeView.setState({view: views.find((each) => each === id) ?? view})}
        />
      }
      tools={
        idle ? null : (
          <Button keys="i" onClick={choose}>
            {t('act.choose')}
          </Button>
        )
      }
      panel={
        shown
          ? {
              onClose: () => useIntakeView.setState({open: undefined}),
              content: <OpenItem state={state} ask={ask} />,
            }
          : null
      }
    >
      {view === 'history' ? (
        <History ask={ask} storefronts={shop?.storefronts ?? []} onUndo={(importId) => void undo(importId)} />
      ) : file && asking?.what === 'mapping' && business ? (
        <MappingEditor
          key={file.key}
          file={file}
          businessZone={business.zone}
          onApply={(mapping) => say({mapping})}
          onClose={close}
        />
      ) : (
        <div className={styles.now}>
          <NewsLine state={state} onUndo={(importId) => void undo(importId)} />
          {idle ? (
            <NoFiles onChoose={choose} />
          ) : (
            <Session
              state={state}
              ask={ask}
              storefronts={shop?.storefronts ?? []}
              onOrders={onOrders}
              onUndo={(importId) => void undo(importId)}
            />
          )}
        </div>
      )}
      {file && asking?.what === 'correct' && business ? (
        <CorrectDialog
          file={file}
          businessZone={business.zone}
          onApply={say}
          onMap={() => useIntakeView.setState({asking: {what: 'mapping', file: file.key}})}
          onClose={close}
        />
      ) : null}
      {file && asking?.what === 'storefront' && business ? (
        <AddStorefront
          business={business}
          taken={shop?.storefronts ?? []}
          channel={file.channel}
          onAdded={(storefrontId) => say({storefrontId})}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}

/** The row that is open, as it stands now: what was decided shows at once. */
function OpenItem({state, ask}: {readonly state: IntakeState; readonly ask: Intake['ask']}) {
  const item = useIntakeView((view) => view.open);
  if (!item) return null;
  const file: IntakeFile | undefined = state.files.find(({key}) => key === item.file);
  return (
    <ItemPanel
      item={item}
      file={file}
      onDecide={(groups) => {
        if (item.orderId === undefined) return;
        const decided = item.groups?.map((group) => {
          const side = groups[group.group];
          return side === undefined || !group.conflicting ? group : {...group, decided: side};
        });
        useIntakeView.setState({open: {...item, ...(decided ? {groups: decided} : {})}});
        void ask('intake.decide', {orderId: item.orderId, groups});
      }}
      onClose={() => useIntakeView.setState({open: undefined})}
    />
  );
}
