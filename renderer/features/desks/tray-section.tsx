import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {DeskFacts} from '#core/sync/messages.ts';
import {type TrayItemShown, trayInFull} from '#core/tray/queries.ts';
import {useData, useQuery} from '../../app/data/use-data.ts';
import type {TrayForms} from '../../app/sync/tray-form.ts';
import {useDeeds} from '../../app/undo/use-deeds.ts';
import {Button} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import own from './desks.module.css';
import {argsOf, canDoAgain, didInForm, dismiss, doAgain} from './tray-acts.ts';
import {type TrayGroup, groupsOf} from './tray-groups.ts';
import {TrayItem, type TrayItemActs, elementOf} from './tray-item.tsx';
import {useTrayKeys} from './use-tray-keys.ts';

interface TraySectionProps {
  readonly desks: readonly DeskFacts[] | undefined;
  readonly forms: TrayForms;
}

interface Editing {
  readonly item: TrayItemShown;
  readonly args: unknown;
}

const groupShownMax = 5;

/** Every change that was not taken as it was made, until somebody has dealt with it. */
export function TraySection({desks, forms}: TraySectionProps) {
  const {t} = useTranslation('tray');
  const data = useData();
  const deeds = useDeeds();
  const tray = useQuery(trayInFull, {});
  const [meant, setMeant] = useState<{readonly id: string; readonly at: number}>({id: '', at: 0});
  const [unfolded, setUnfolded] = useState<readonly string[]>([]);
  const [editing, setEditing] = useState<Editing | undefined>(undefined);

  const groups = groupsOf(tray?.items ?? []);
  const shownOf = ({id, items}: TrayGroup): readonly TrayItemShown[] =>
    unfolded.includes(id) ? items : items.slice(0, groupShownMax);
  const shown = groups.flatMap(shownOf);
  // What was meant may be dealt with: then what stands in its place is meant.
  const found = shown.findIndex(({id}) => id === meant.id);
  const at = found === -1 ? Math.max(0, Math.min(meant.at, shown.length - 1)) : found;
  const cursor = shown[at];
  const beginEdit = async (item: TrayItemShown): Promise<void> => setEditing({item, args: await argsOf(data, item)});
  const acts: TrayItemActs = {
    again: (items) => void doAgain(data, deeds, items),
    dismiss: (items) => void dismiss(data, deeds, items),
    edit: (item) => (canDoAgain(item) && Object.hasOwn(forms, item.name) ? () => void beginEdit(item) : undefined),
  };
  useTrayKeys({
    cursor,
    group: groups.find(({items}) => items.some(({id}) => id === cursor?.id))?.items ?? [],
    acts,
    move: (by) => {
      const next = shown[at + by];
      if (next) document.getElementById(elementOf(next.id))?.focus();
    },
  });
  const byWhom = ({by}: TrayItemShown): string => {
    const desk = desks?.find(({replica}) => replica === by.replica);
    return desk?.isThis ? t('thisDesk') : (desk?.name ?? t('someDesk'));
  };
  const itemOf = (item: TrayItemShown, isInGroup: boolean) => (
    <TrayItem
      item={item}
      acts={acts}
      by={byWhom(item)}
      isInGroup={isInGroup}
      isCursor={item.id === cursor?.id}
      onFocus={() => setMeant({id: item.id, at: shown.indexOf(item)})}
    />
  );
  const Form = editing && forms[editing.item.name];
  return (
    <Section title={t('title')} busy={tray === undefined}>
      {tray?.count === 0 ? <p>{t('empty')}</p> : null}
      {tray && tray.count > 0 ? <p>{t('lead')}</p> : null}
      {groups.length > 0 ? (
        <ul className={own.tray}>
          {groups.map((group) => (
            <li key={group.id}>
              {group.items.length === 1 ? (
                shownOf(group).map((item) => <div key={item.id}>{itemOf(item, false)}</div>)
              ) : (
                <Together
                  group={group}
                  acts={acts}
                  more={group.items.length - shownOf(group).length}
                  onMore={() => setUnfolded([...unfolded, group.id])}
                >
                  {shownOf(group).map((item) => (
                    <li key={item.id}>{itemOf(item, true)}</li>
                  ))}
                </Together>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {tray && tray.count > tray.items.length ? <p>{t('more', {count: tray.count - tray.items.length})}</p> : null}
      {editing && Form ? (
        <Form
          id={editing.item.id}
          args={editing.args}
          onDone={(outcome) => void didInForm(data, deeds, editing.item, outcome)}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
    </Section>
  );
}

interface TogetherProps {
  readonly group: TrayGroup;
  readonly acts: TrayItemActs;
  readonly more: number;
  readonly onMore: () => void;
  readonly children: React.ReactNode;
}

/** What one person did at once can be done again, or dismissed, at once. */
function Together({group: {items}, acts, more, onMore, children}: TogetherProps) {
  const {t} = useTranslation('tray');
  return (
    <>
      <div className={own.groupHead}>
        <h3>{t('group', {count: items.length})}</h3>
        {items.some(canDoAgain) ? <Button onClick={() => acts.again(items)}>{t('act.againAll')}</Button> : null}
        <Button variant="quiet" onClick={() => acts.dismiss(items)}>
          {t('act.dismissAll')}
        </Button>
      </div>
      <ul className={own.group}>{children}</ul>
      {more > 0 ? (
        <Button variant="quiet" onClick={onMore}>
          {t('showAll', {count: more})}
        </Button>
      ) : null}
    </>
  );
}
