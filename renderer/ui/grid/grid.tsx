import {useCallback, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState} from 'react';
import {useSyncExternalStore} from 'react';
import type {ReactNode} from 'react';

import {gridAnchor} from './anchor.ts';
import type {Anchor} from './anchor.ts';
import {GridBody, rowElementId} from './body.tsx';
import {columnVariables, isNarrowed, layoutOf, placedColumns} from './column-layout.ts';
import {gridCommands} from './commands.ts';
import type {GridCommands} from './commands.ts';
import {headHeight, rowHeights} from './grid-types.ts';
import type {GridDensity, GridProps} from './grid-types.ts';
import classes from './grid.module.css';
import {GridHead, headElementId} from './head.tsx';
import {nothingTicked, tickState} from './selection.ts';
import {columnResize} from './column-resize.ts';
import {useGridKeys} from './use-grid-keys.ts';
import {Viewport} from './viewport.ts';

/** A dense list of up to a million rows that live elsewhere; see the README beside this file for its rules. */
export function Grid<Row>(props: GridProps<Row>): ReactNode {
  const {columns, source, idOf, label, words, sort = null, cursor, rowActions, widths, emptyState, ref} = props;
  const {selection = nothingTicked, density = 'dense', question} = props;
  const gridId = useId();
  const element = useRef<HTMLDivElement>(null);
  const [said, say] = useState('');
  const [{live, take, viewport, commands, anchor}] = useState(() => machinery(props));
  const [resizing] = useState(() => columnResize(live, say));

  // In this order: everything below reads the props of this drawing through `live`.
  useLayoutEffect(() => take(props));

  const subscribe = useCallback((changed: () => void) => source.subscribe(changed), [source]);
  const version = useSyncExternalStore(subscribe, () => source.version);
  const {total} = source;

  useLayoutEffect(() => {
    if (!element.current) return;
    return viewport.attach(element.current, headHeight, live.current.scrollTop ?? 0, {
      asked: (from, to) => live.current.onWindow(from, to),
      rested: (top) => live.current.onScrollTop?.(top),
    });
  }, [viewport, live]);
  useLayoutEffect(() => viewport.shape(total, rowHeights[density]), [viewport, total, density]);
  useLayoutEffect(() => anchor.follow(), [anchor, source, version, sort, question]);
  useLayoutEffect(() => anchor.hold());
  useLayoutEffect(() => viewport.subscribe(() => anchor.hold()), [viewport, anchor]);

  const ticks = props.onSelection !== undefined;
  const layout = useMemo(() => layoutOf(columns, ticks), [columns, ticks]);
  const resize = props.onWidth ? resizing : null;
  const keys = useGridKeys(gridId, live, commands, resize);

  // To see whether it must be scrolled to, a page that was just made would be laid out before its time.
  const focus = useCallback(() => element.current?.focus({preventScroll: true}), []);
  useImperativeHandle(ref, () => ({...commands, focus}), [commands, focus]);

  return (
    <div className={classes.frame}>
      <div
        ref={element}
        role="grid"
        tabIndex={0}
        className={classes.grid}
        style={{...columnVariables(layout, widths), ...measures(density)}}
        data-narrowed={isNarrowed(columns, widths) || undefined}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={placedColumns(layout).length + (ticks ? 1 : 0)}
        aria-multiselectable={ticks || undefined}
        aria-activedescendant={activeElementId(gridId, keys.headPosition, cursor?.index, total)}
        onKeyDown={keys.onKeyDown}
        onBlur={keys.leaveHead}
        onMouseDown={keys.leaveHead}
        onCopy={(event) => commands.copy(event.nativeEvent) && event.preventDefault()}
      >
        <GridHead
          gridId={gridId}
          layout={layout}
          sort={sort}
          position={keys.headPosition}
          ticked={tickState(selection, total)}
          selectAll={words.selectAll}
          commands={commands}
          resize={resize}
        />
        <GridBody
          gridId={gridId}
          source={source}
          idOf={idOf}
          cursor={cursor}
          {...(rowActions && {rowActions})}
          layout={layout}
          selection={selection}
          viewport={viewport}
          commands={commands}
        />
      </div>
      {total === 0 && emptyState !== undefined && <div className={classes.empty}>{emptyState}</div>}
      <div role="status" className={classes.said}>
        {said}
      </div>
    </div>
  );
}

interface Machinery<Row> {
  /** The props of the last drawing, and of the commands given since. */
  readonly live: {current: GridProps<Row>};
  take(props: GridProps<Row>): void;
  readonly viewport: Viewport;
  readonly commands: GridCommands;
  readonly anchor: Anchor;
}

function machinery<Row>(props: GridProps<Row>): Machinery<Row> {
  const live = {current: props};
  const viewport = new Viewport();
  // Told only once it stands there, it would be drawn a second time at once, in one piece with the page around.
  viewport.shape(props.source.total, rowHeights[props.density ?? 'dense']);
  const commands = gridCommands(live, viewport);
  const take = (taken: GridProps<Row>): void => {
    live.current = taken;
  };
  return {live, take, viewport, commands, anchor: gridAnchor(live, viewport, commands)};
}

function measures(density: GridDensity): Readonly<Record<`--${string}`, string>> {
  return {'--grid-row': `${rowHeights[density]}px`, '--grid-head': `${headHeight}px`};
}

function activeElementId(
  gridId: string,
  headPosition: number | null,
  cursorIndex: number | undefined,
  total: number,
): string | undefined {
  if (headPosition !== null) return headElementId(gridId, headPosition);
  return cursorIndex === undefined || cursorIndex >= total ? undefined : rowElementId(gridId, cursorIndex);
}
