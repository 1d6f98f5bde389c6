import {useTranslation} from 'react-i18next';
import type {GroupDifference, IntakeFile, OrderGroup, PlanItem} from '#core/intake/messages.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {Facts, PanelSection, SidePanel} from '../../ui/side-panel.tsx';
import {rowsText} from './intake-words.ts';
import {SideBySide} from './side-by-side.tsx';

interface ItemPanelProps {
  readonly item: PlanItem;
  readonly file: IntakeFile | undefined;
  readonly onDecide: (groups: Readonly<Partial<Record<OrderGroup, 'ours' | 'theirs'>>>) => void;
  readonly onClose: () => void;
}

/** One row of the preview: what differs, side by side, and which side holds where a person edited ours. */
export function ItemPanel({item, file, onDecide, onClose}: ItemPanelProps) {
  const {t, i18n} = useTranslation('intake');
  const {groups = [], fault} = item;
  const cells = item.cells ?? (fault ? file?.sample?.find(({row}) => row === item.rows[0])?.cells : undefined);
  const conflicts = groups.filter(({conflicting}) => conflicting);
  const all = (side: 'ours' | 'theirs') => (): void =>
    onDecide(Object.fromEntries(conflicts.map(({group}) => [group, side])));
  const when = (): boolean => conflicts.length > 0;
  useKeys('panel', [
    {id: 'intake.ours', word: 'intake:conflict.ours', section: 'app:section.page', keys: 'o', when, run: all('ours')},
    {
      id: 'intake.theirs',
      word: 'intake:conflict.theirs',
      section: 'app:section.page',
      keys: 't',
      when,
      run: all('theirs'),
    },
  ]);
  const name = file?.name ?? '';
  return (
    <SidePanel
      title={item.channelOrderId ?? t('conflict.rejected', {row: item.rows[0], file: name})}
      subtitle={fault ? undefined : t('conflict.rows', {rows: rowsText(item.rows), file: name})}
      footer={
        conflicts.length > 0 ? (
          <>
            <Button keys="o" onClick={all('ours')}>
              {t('act.allOurs')}
            </Button>
            <Button keys="t" onClick={all('theirs')}>
              {t('act.allTheirs')}
            </Button>
          </>
        ) : undefined
      }
      onClose={onClose}
    >
      {fault ? <PanelSection title={t('column.reason')}>{faultWords(i18n, fault)}</PanelSection> : null}
      {cells ? <Cells cells={cells} header={file?.header ?? []} /> : null}
      {groups.map((group) => (
        <Group key={group.group} difference={group} onDecide={(side) => onDecide({[group.group]: side})} />
      ))}
    </SidePanel>
  );
}

interface GroupProps {
  readonly difference: GroupDifference;
  readonly onDecide: (side: 'ours' | 'theirs') => void;
}

function Group({difference, onDecide}: GroupProps) {
  const {t} = useTranslation('intake');
  return (
    <PanelSection title={t(`group.${difference.group}`)}>
      <SideBySide difference={difference} onDecide={difference.conflicting ? onDecide : undefined} />
    </PanelSection>
  );
}

function Cells({cells, header}: {readonly cells: readonly string[]; readonly header: readonly string[]}) {
  const {t} = useTranslation('intake');
  const facts = cells.map((value, at) => ({name: header[at] || t('conflict.cell', {number: at + 1}), value}));
  return (
    <PanelSection title={t('source.title')}>
      <Facts facts={facts.filter(({value}) => value !== '')} />
    </PanelSection>
  );
}
