import {useTranslation} from 'react-i18next';
import type {StorageFacts, StoredSnapshot} from '#core/storage/messages.ts';
import {useData} from '../../app/data/use-data.ts';
import {useNotices} from '../../app/frame/notices.ts';
import type {Restoring} from '../../app/storage/restoring.ts';
import {useStorageNews} from '../../app/storage/storage-stores.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {formatBytes} from '../../ui/format/bytes.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {Section} from '../../ui/section.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';

interface SnapshotsSectionProps {
  readonly facts: StorageFacts;
  readonly restoring: Restoring;
  readonly onTaken: () => void;
}

/** The shop as it was on other days, and the way back to each of them. */
export function SnapshotsSection({facts, restoring, onTaken}: SnapshotsSectionProps) {
  const {t, i18n} = useTranslation('storage');
  const data = useData();
  const isBusy = useStorageNews(({work}) => work !== null);
  const {say} = useNotices.getState();
  const {outside} = facts;
  const take = async (): Promise<void> => {
    const taken = await data.call('storage.snapshot', null);
    if (!taken.ok) say(faultWords(i18n, taken.fault));
    else if (taken.value !== 'cancelled') say(t('snapshots.taken'));
    onTaken();
  };
  if (!outside) {
    return (
      <Section title={t('section.snapshots')}>
        <p>{t('snapshots.none')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('section.snapshots')} busy={isBusy}>
      <p>{t('snapshots.lead')}</p>
      {outside.snapshots.length === 0 ? (
        <p>{t('snapshots.noneYet')}</p>
      ) : (
        <SnapshotTable
          snapshots={outside.snapshots}
          isBusy={isBusy}
          onGoBack={(snapshot) => void restoring.goBack(snapshot)}
        />
      )}
      <Button onClick={() => void take()} disabled={isBusy}>
        {t('snapshots.take')}
      </Button>
    </Section>
  );
}

interface SnapshotTableProps {
  readonly snapshots: readonly StoredSnapshot[];
  readonly isBusy: boolean;
  readonly onGoBack: (snapshot: StoredSnapshot) => void;
}

function SnapshotTable({snapshots, isBusy, onGoBack}: SnapshotTableProps) {
  const {t} = useTranslation('storage');
  const locale = useLocale();
  const stateOf = ({verified, isOfBefore}: StoredSnapshot): string =>
    isOfBefore ? t('snapshots.ofBefore') : verified ? t('snapshots.verified') : t('snapshots.unfinished');
  return (
    <SheetTable
      heads={[t('snapshots.made'), t('snapshots.state')]}
      figures={[t('snapshots.size'), t('snapshots.wayBack')]}
    >
      {snapshots.map((snapshot) => {
        const {name, verified, isOfBefore, madeAt, bytes} = snapshot;
        const time = formatMoment(locale, madeAt, 'full');
        const meaning = isOfBefore ? 'note' : verified ? 'good' : 'watch';
        return (
          <tr key={name}>
            <th scope="row">{time}</th>
            <td>
              <StatusMark meaning={meaning} word={stateOf(snapshot)} />
            </td>
            <td data-figure>{formatBytes(locale, bytes)}</td>
            <td data-act>
              <Button
                variant="quiet"
                aria-label={t('snapshots.goBackTo', {time})}
                disabled={isBusy || !verified}
                onClick={() => onGoBack(snapshot)}
              >
                {t('snapshots.goBack')}
              </Button>
            </td>
          </tr>
        );
      })}
    </SheetTable>
  );
}
