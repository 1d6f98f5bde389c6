import {useTranslation} from 'react-i18next';
import {trayCount} from '#core/tray/queries.ts';
import {useQuery} from '../../app/data/use-data.ts';
import {Page} from '../../app/frame/page.tsx';
import {Sections} from '../../ui/section.tsx';
import {PageBody} from '../../app/frame/page-body.tsx';
import type {Join} from '../../app/sync/joining.ts';
import {useSync} from '../../app/sync/sync-store.ts';
import type {TrayForms} from '../../app/sync/tray-form.ts';
import {CompareSection} from './compare-section.tsx';
import {DeskList} from './desk-list.tsx';
import {JoinAgain} from './join-again.tsx';
import {FoundingSection} from './founding-section.tsx';
import {type Joined, ThisDesk} from './this-desk.tsx';
import {TraySection} from './tray-section.tsx';
import {useDesks} from './use-desks.ts';
import {WithoutMaster} from './without-master.tsx';

interface DesksPageProps {
  readonly isDemo: boolean;
  readonly join: Join;
  /** The forms in which refused changes can be changed. */
  readonly forms: TrayForms;
}

/** The desks that share this shop, and what waits for a person because of it. */
export function DesksPage({isDemo, join, forms}: DesksPageProps) {
  const {t} = useTranslation('desks');
  const sync = useSync((news) => news.sync);
  return (
    <Page title={t('title')}>
      <PageBody label={t('title')}>
        <Sections busy={sync === undefined}>
          {sync?.state === 'absent' ? <WithoutMaster isDemo={isDemo} join={join} /> : null}
          {sync?.state === 'joined' && sync.founding ? <FoundingSection sync={sync} founding={sync.founding} /> : null}
          {sync?.state === 'joined' && !sync.founding ? (
            <Shared sync={sync} join={join} forms={forms} />
          ) : (
            <LeftInTray forms={forms} />
          )}
        </Sections>
      </PageBody>
    </Page>
  );
}

function Shared({sync, join, forms}: {readonly sync: Joined; readonly join: Join; readonly forms: TrayForms}) {
  const desks = useDesks();
  // A desk that was removed has nobody left to ask.
  const isRemoved = sync.problem?.code === 'sync.revoked';
  return (
    <>
      <ThisDesk sync={sync} />
      <TraySection desks={desks.desks} forms={forms} />
      {isRemoved ? <JoinAgain join={join} /> : null}
      {isRemoved ? null : <DeskList {...desks} known={sync.problem} />}
      {isRemoved ? null : <CompareSection />}
    </>
  );
}

/** A shop that is no longer shared, or was restored from a backup of one that was, may still have something in its tray. */
function LeftInTray({forms}: {readonly forms: TrayForms}) {
  const count = useQuery(trayCount, {}) ?? 0;
  return count > 0 ? <TraySection desks={undefined} forms={forms} /> : null;
}
