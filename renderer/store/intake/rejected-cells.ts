import type {PlanItem} from '#core/intake/messages.ts';
import {wishOf} from './read-brought.ts';
import type {ReaderClient} from './reader-client.ts';
import {type SessionFile, choiceOf} from './session-file.ts';

/** Rejected rows with their cells as they stand in the file; without them where it cannot be read any more. */
export async function withCells(
  items: readonly PlanItem[],
  files: readonly SessionFile[],
  reader: ReaderClient,
): Promise<readonly PlanItem[]> {
  const cells = new Map<string, readonly string[]>();
  for (const file of files) {
    const numbers = items.filter((item) => item.file === file.key).flatMap(({rows}) => rows[0] ?? []);
    if (numbers.length === 0) continue;
    const found = await reader.rows(file.brought, wishOf(choiceOf(file)), numbers).ended;
    if (found === 'cancelled' || !found.ok) continue;
    for (const one of found.value) cells.set(nameOf(file.key, one.row), one.cells);
  }
  return items.map((item) => {
    const own = cells.get(nameOf(item.file, item.rows[0] ?? 0));
    return own ? {...item, cells: own} : item;
  });
}

function nameOf(file: string, row: number): string {
  return `${file} ${row}`;
}
