import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {pipeline} from 'node:stream';
import {createGunzip} from 'node:zlib';
import {parsedJson} from '#core/lib/parsed-json.ts';
import {check} from '#core/lib/shape.ts';
import {Refusal} from '../refusal.ts';
import {backupHead, backupVersion, endLine, keptTables, tableLine} from './backup-format.ts';

const rowsAtOnce = 200;

/** Some rows of one table. */
export interface BackupRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The rows of a backup, some at a time. Throws a refusal where it is none, is of another layout, or is not whole to its end. */
export async function* backupRows(file: string, layout: number): AsyncGenerator<BackupRows> {
  let table: Omit<BackupRows, 'rows'> | undefined;
  let rows: (readonly unknown[])[] = [];
  let isHead = true;
  for await (const value of checkedValues(file)) {
    if (isHead) {
      checkHead(value, layout);
      isHead = false;
    } else if (Array.isArray(value)) {
      if (table?.columns.length !== value.length) throw damaged();
      rows.push(value);
      if (rows.length < rowsAtOnce) continue;
      yield {...table, rows};
      rows = [];
    } else {
      if (table && rows.length > 0) yield {...table, rows};
      table = tableIn(value);
      rows = [];
    }
  }
  if (table && rows.length > 0) yield {...table, rows};
}

function tableIn(value: unknown): Omit<BackupRows, 'rows'> {
  const head = check(tableLine, value);
  if (!head.ok || !keptTables.some((name) => name === head.value.table)) throw damaged();
  return head.value;
}

function checkHead(value: unknown, layout: number): void {
  const head = check(backupHead, value);
  if (!head.ok) throw new Refusal('This file is no backup of a master.');
  if (head.value.v === backupVersion && head.value.layout === layout) return;
  throw new Refusal(
    `This backup was written by another version of Tradewind (layout ${head.value.layout}, here ${layout}). Restore it with that version; this one goes on from there.`,
  );
}

/** What the lines of a backup say but for the last, which says whether they are all there. */
async function* checkedValues(file: string): AsyncGenerator<unknown> {
  const hash = createHash('sha256');
  let rows = 0;
  let before: string | undefined;
  for await (const line of linesOf(file)) {
    if (before !== undefined) {
      hash.update(`${before}\n`);
      const value = parsedJson(before);
      if (Array.isArray(value)) rows += 1;
      yield value;
    }
    before = line;
  }
  const end = check(endLine, parsedJson(before ?? ''));
  if (!end.ok || end.value.rows !== rows || end.value.sha256 !== hash.digest('base64url')) throw damaged();
}

function damaged(): Refusal {
  return new Refusal('This backup is damaged or not whole. Nothing was changed.');
}

/** Only a line feed ends a line: what else readers of lines take for an end stands in texts. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  // What goes wrong with the file is thrown by whoever reads what is unpacked.
  pipeline(createReadStream(file), unpacked, () => undefined);
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
  let open = '';
  try {
    for await (const chunk of unpacked) {
      const lines = (open + decoder.decode(chunk as Buffer, {stream: true})).split('\n');
      open = lines.pop() ?? '';
      yield* lines;
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const {code} = cause as NodeJS.ErrnoException;
    throw code === 'ENOENT' ? new Refusal(`There is no file ${file}.`) : damaged();
  }
  if (open !== '') throw damaged();
}
