import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import type {DeskFacts} from '#core/sync/messages.ts';
import {useNow} from '../../app/data/use-now.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {troubleOf} from '../../app/shop/shop-light.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {Section} from '../../ui/section.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';
import {TimeAgo} from '../../ui/time-ago.tsx';
import {AddDesk} from './add-desk.tsx';
import {RevokeDialog} from './revoke-dialog.tsx';
import {Trouble} from './trouble.tsx';
import type {DesksLook} from './use-desks.ts';

/** Who is in the shop: its desks, the way in for one more, and the way out. `known` is a trouble that the page has told already. */
export function DeskList({desks, fault, look, known}: DesksLook & {readonly known: Fault | undefined}) {
  const {t} = useTranslation('desks');
  const [adds, setAdds] = useState(false);
  const [revokes, setRevokes] = useState<DeskFacts | undefined>(undefined);
  useKeys('page', [
    {id: 'desks.add', word: 'desks:list.add', section: 'app:section.page', keys: 'n', run: () => setAdds(true)},
  ]);
  return (
    <Section title={t('list.title')} busy={!desks && !fault}>
      {desks ? <DeskTable desks={desks} onRevoke={setRevokes} /> : null}
      {fault && desks && fault.code !== known?.code ? (
        <Trouble fault={fault} meaning={troubleOf(fault).meaning} />
      ) : null}
      {fault && !desks ? <p role="status">{t('list.none')}</p> : null}
      <Button keys="n" onClick={() => setAdds(true)}>
        {t('list.add')}
      </Button>
      {adds ? (
        <AddDesk
          onClose={() => {
            setAdds(false);
            look();
          }}
        />
      ) : null}
      {revokes ? (
        <RevokeDialog
          desk={revokes}
          onClose={() => {
            setRevokes(undefined);
            look();
          }}
        />
      ) : null}
    </Section>
  );
}

interface DeskTableProps {
  readonly desks: readonly DeskFacts[];
  readonly onRevoke: (desk: DeskFacts) => void;
}

function DeskTable({desks, onRevoke}: DeskTableProps) {
  const {t} = useTranslation('desks');
  const locale = useLocale();
  const now = useNow();
  return (
    <SheetTable heads={[t('list.name'), t('list.state'), t('list.seen')]} figures={[t('list.revoke')]}>
      {desks.map((desk) => (
        <tr key={desk.replica}>
          <th scope="row">
            {desk.name}
            <small>{t('list.joined', {date: formatMoment(locale, desk.joinedAt, 'date')})}</small>
          </th>
          <td>
            <StateOf desk={desk} />
          </td>
          <td>{desk.lastSeenAt === undefined ? t('list.never') : <TimeAgo instant={desk.lastSeenAt} now={now} />}</td>
          <td data-act>
            {desk.isThis || desk.revoked ? null : (
              <Button variant="quiet" aria-label={t('list.revokeOf', {name: desk.name})} onClick={() => onRevoke(desk)}>
                {t('list.revoke')}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </SheetTable>
  );
}

function StateOf({desk: {isThis, revoked}}: {readonly desk: DeskFacts}) {
  const {t} = useTranslation('desks');
  if (revoked) return <StatusMark meaning="stop" word={t('list.revoked')} />;
  return <StatusMark meaning="good" word={isThis ? t('list.isThis') : t('list.member')} />;
}
