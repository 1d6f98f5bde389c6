import {useEffect, useMemo, useRef, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {IntakeState, PlanItem, PlanKind} from '#core/intake/messages.ts';
import type {Intake} from '../../app/data/use-intake.ts';
import {ViewTabs} from '../../app/frame/view-tabs.tsx';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {EmptyState} from '../../ui/empty-state.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {Grid} from '../../ui/grid/grid.tsx';
import type {GridCursor, GridHandle} from '../../ui/grid/grid-types.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {planKinds, useIntakeView} from './intake-view.ts';
import {PlanList, idOfItem} from './plan-list.ts';
import {planColumns} from './plan-columns.tsx';
import styles from './intake.module.css';

interface PreviewProps {
  readonly state: IntakeState;
  readonly ask: Intake['ask'];
}

type Counts = Readonly<Record<PlanKind, number>>;

/** What taking the files in would do, order by order and, for what cannot be taken in, row by row. */
export function Preview({state, ask}: PreviewProps) {
  const {t} = useTranslation('intake');
  const {file} = useIntakeView();
  const counts = countsOf(state, file);
  const chosen = useIntakeView((view) => view.kind);
  const kind = chosen ?? planKinds.find((each) => counts[each] > 0) ?? 'new';
  const choose = (next: string): void =>
    useIntakeView.setState({kind: planKinds.find((each) => each === next), open: undefined});
  return (
    <section className={styles.preview} aria-label={t('preview.label')}>
      <div className={styles.previewHead}>
        <ViewTabs
          label={t('preview.label')}
          views={planKinds.map((id) => ({
            id,
            word: t('preview.tab', {word: t(`preview.${id}`), count: counts[id]}),
          }))}
          current={kind}
          onChoose={choose}
        />
        {kind === 'conflicting' && counts.conflicting > 0 ? <AllConflicts ask={ask} /> : null}
        {state.files.length > 1 ? <FileFilter state={state} /> : null}
      </div>
      <PlanGrid key={`${kind} ${file}`} state={state} ask={ask} kind={kind} file={file} total={counts[kind]} />
    </section>
  );
}

interface PlanGridProps extends PreviewProps {
  readonly kind: PlanKind;
  readonly file: string | undefined;
  readonly total: number;
}

function PlanGrid({state, ask, kind, file, total}: PlanGridProps) {
  const {t, i18n} = useTranslation('intake');
  const {t: kit} = useTranslation('ui');
  const locale = useLocale();
  const grid = useRef<GridHandle>(null);
  const [cursor, setCursor] = useState<GridCursor | null>(null);
  const {files, undecided} = state;
  const list = useMemo(
    () => new PlanList(total, (from, count) => ask('intake.items', {kind, from, count, ...(file ? {file} : {})})),
    [ask, kind, file, total],
  );
  useEffect(() => list.renew(), [list, undecided]);
  const columns = useMemo(
    () => planColumns({t, kit, words: i18n, locale, kind, files}),
    [t, kit, i18n, locale, kind, files],
  );
  const open = (item: PlanItem | undefined): void => useIntakeView.setState({open: item});
  const opens = kind === 'changed' || kind === 'conflicting' || kind === 'rejected';
  const move = (delta: number) => () => grid.current?.moveCursor(delta);
  useKeys('page', [
    {id: 'list.down', word: 'intake:act.next', section: 'app:section.list', keys: 'j', inPalette: false, run: move(1)},
    {
      id: 'list.up',
      word: 'intake:act.previous',
      section: 'app:section.list',
      keys: 'k',
      inPalette: false,
      run: move(-1),
    },
  ]);
  return (
    <div className={styles.grid}>
      <Grid
        ref={grid}
        columns={columns}
        source={list}
        idOf={idOfItem}
        label={t(`preview.${kind}`)}
        words={{selectAll: t('column.selectAll'), columnWidth: (title, width) => t('column.width', {title, width})}}
        onWindow={list.look}
        cursor={cursor}
        onCursor={(next) => {
          setCursor(next);
          // What is open follows the cursor, so that conflicts are decided one after the other.
          const item = next ? list.rowAt(next.index) : undefined;
          if (item && useIntakeView.getState().open) open(item);
        }}
        {...(opens ? {onOpen: open} : {})}
        emptyState={<EmptyState sentence={t('preview.none')} />}
      />
    </div>
  );
}

function AllConflicts({ask}: {readonly ask: Intake['ask']}) {
  const {t} = useTranslation('intake');
  const decide = (side: 'ours' | 'theirs'): void =>
    void ask('intake.decide', {groups: {address: side, buyer: side, lines: side, money: side, state: side}});
  useKeys('page', [
    {
      id: 'intake.allOurs',
      word: 'intake:act.allOurs',
      section: 'app:section.page',
      keys: 'Shift+O',
      run: () => decide('ours'),
    },
    {
      id: 'intake.allTheirs',
      word: 'intake:act.allTheirs',
      section: 'app:section.page',
      keys: 'Shift+T',
      run: () => decide('theirs'),
    },
  ]);
  return (
    <div className={styles.allConflicts}>
      <Button variant="quiet" keys="Shift+O" onClick={() => decide('ours')}>
        {t('act.allOurs')}
      </Button>
      <Button variant="quiet" keys="Shift+T" onClick={() => decide('theirs')}>
        {t('act.allTheirs')}
      </Button>
    </div>
  );
}

const everyFile = '';

function FileFilter({state}: {readonly state: IntakeState}) {
  const {t} = useTranslation('intake');
  const {file} = useIntakeView();
  return (
    <SelectField
      label={t('preview.file')}
      hideLabel
      options={[
        {value: everyFile, label: t('preview.allFiles')},
        ...state.files.map(({key, name}) => ({value: key, label: name})),
      ]}
      value={file ?? everyFile}
      onChange={(key) => useIntakeView.setState({file: key === everyFile ? undefined : key, open: undefined})}
    />
  );
}

function countsOf({files, counts}: IntakeState, only: string | undefined): Counts {
  const shown = files.filter(({key}) => only === undefined || key === only);
  const rejected = shown.reduce((sum, file) => sum + file.rejected, 0);
  if (only === undefined) return {...counts, rejected};
  return {new: 0, changed: 0, unchanged: 0, conflicting: 0, ...shown[0]?.counts, rejected};
}
