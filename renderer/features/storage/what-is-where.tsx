import {useTranslation} from 'react-i18next';
import type {StorageFacts} from '#core/storage/messages.ts';
import {desktop} from '../../app/desktop/desktop.ts';
import {formatBytes} from '../../ui/format/bytes.ts';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {Missing} from '../../ui/missing.tsx';
import {Section} from '../../ui/section.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';

/** Every part of what this desk holds: what it is, where it lies, how much it is. */
export function WhatIsWhere({facts}: {readonly facts: StorageFacts}) {
  const {t} = useTranslation('storage');
  const locale = useLocale();
  const {outside, files, databaseBytes} = facts;
  const inside = desktop ? t('where.inDesktop') : t('where.inBrowser');
  const beside = desktop ? t('where.besideDesktop') : t('where.besideBrowser');
  const since = outside?.journalSince;
  const date = since === undefined ? undefined : formatMoment(locale, since, 'date');
  return (
    <Section title={t('section.where')}>
      <SheetTable heads={[t('where.part'), t('where.place')]} figures={[t('where.size')]}>
        <Part name={t('where.database')} hint={t('where.databaseHint')} place={inside} bytes={databaseBytes} />
        <Part
          name={t('where.originals')}
          hint={t('where.originalsHint', {count: files.count})}
          place={inside}
          bytes={files.bytes}
        />
        {outside ? (
          <>
            <Part
              name={t('where.journal')}
              hint={date === undefined ? t('where.journalHint') : t('where.journalSince', {date})}
              place={beside}
              bytes={outside.journalBytes}
            />
            <Part
              name={t('where.snapshots')}
              hint={t('where.snapshotsHint')}
              place={beside}
              bytes={outside.snapshotBytes}
            />
          </>
        ) : null}
        {outside && outside.asideBytes > 0 ? (
          <Part name={t('where.aside')} hint={t('where.asideHint')} place={beside} bytes={outside.asideBytes} />
        ) : null}
      </SheetTable>
      <p>{outside ? t('saved.saved') : t('saved.stored')}</p>
      <p>{desktop ? t('where.desktop') : t('where.browser')}</p>
      {outside ? <p>{t('where.incarnation', {name: outside.incarnation})}</p> : null}
    </Section>
  );
}

interface PartProps {
  readonly name: string;
  readonly hint: string;
  readonly place: string;
  readonly bytes: number | undefined;
}

function Part({name, hint, place, bytes}: PartProps) {
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{hint}</small>
      </th>
      <td>{place}</td>
      <td data-figure>{bytes === undefined || bytes === 0 ? <Missing /> : formatBytes(locale, bytes)}</td>
    </tr>
  );
}
