import {useEffect, useState} from 'react';
import type {KeyboardEvent} from 'react';

import {layoutOf, placedColumns} from './column-layout.ts';
import type {GridCommands} from './commands.ts';
import type {GridProps} from './grid-types.ts';
import {headElementId} from './head.tsx';
import {gridKey} from './keys.ts';
import type {ColumnResize} from './column-resize.ts';
import {clamp} from './window-math.ts';

export interface GridKeys {
  /** The column the keyboard is at while it is in the head, else null. */
  readonly headPosition: number | null;
  onKeyDown(event: KeyboardEvent): void;
  leaveHead(): void;
}

/** The keyboard of the whole grid: its rows, and above the first row its head, where columns are sorted and resized. */
export function useGridKeys<Row>(
  gridId: string,
  live: {readonly current: GridProps<Row>},
  commands: GridCommands,
  resize: ColumnResize | null,
): GridKeys {
  const [headPosition, setHeadPosition] = useState<number | null>(null);
  useEffect(() => {
    if (headPosition === null) return;
    document.getElementById(headElementId(gridId, headPosition))?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }, [gridId, headPosition]);

  /** True when the key was the head's. */
  function headKey(event: KeyboardEvent, position: number): boolean {
    const columns = placedColumns(layoutOf(live.current.columns, false));
    const go = (to: number): void => setHeadPosition(clamp(to, 0, columns.length - 1));
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight': {
        const direction = event.key === 'ArrowLeft' ? -1 : 1;
        if (event.shiftKey) resize?.step(position, direction);
        else go(position + direction);
        return true;
      }
      case 'Home':
        go(0);
        return true;
      case 'End':
        go(columns.length - 1);
        return true;
      case 'Enter':
      case ' ': {
        const column = columns[position]?.column;
        if (column?.sortable) commands.sortBy(column.id);
        return true;
      }
      case 'ArrowDown':
      case 'Escape':
        setHeadPosition(null);
        return true;
      default:
        return false;
    }
  }

  /** A held arrow stops at the first row; only a fresh press goes on into the head. */
  function goesToHead(event: KeyboardEvent): boolean {
    const {cursor, source} = live.current;
    const atTop = cursor?.index === 0 || source.total === 0;
    return atTop && event.key === 'ArrowUp' && !event.repeat && !event.shiftKey && !event.ctrlKey && !event.altKey;
  }

  function rowKey(event: KeyboardEvent): boolean {
    const key = gridKey(event);
    if (!key) return false;
    if (key.act === 'move') commands.move(key.move, key.extend);
    else if (key.act === 'toggle') commands.toggle();
    else if (key.act === 'open') commands.open();
    else commands.tickAll();
    return true;
  }

  return {
    headPosition,
    leaveHead: () => setHeadPosition(null),
    onKeyDown(event) {
      // What stands in a cell has its own keys; so has the composing of a word.
      if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
      let taken = true;
      if (headPosition !== null) taken = headKey(event, headPosition);
      else if (goesToHead(event)) setHeadPosition(0);
      else taken = rowKey(event);
      if (taken) event.preventDefault();
    },
  };
}
