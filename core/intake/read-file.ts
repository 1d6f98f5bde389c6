import type {Fault} from '../faults.ts';
import {type Result, fail} from '../lib/result.ts';
import type {ByteSource, Pace} from './byte-source.ts';
import type {Knowledge} from './knowledge.ts';
import type {FileReading} from './reading.ts';
import {beginningRows, recognise} from './recognise.ts';
import {type RowsReader, readerFor} from './row-readers.ts';
import {openTable} from './table/open-table.ts';
import type {OpenedTable, TableRow} from './table/opened-table.ts';

/**
 * Reads a file that somebody brings: what it is, and the orders (or rates) it tells. Whatever fits is read, also on a
 * guess: `confidence` says how sure that is and `asks` what a person has to say before anything may be kept. A fault
 * means that nothing of the file can be used; a row that cannot be is among `rejected`. Nothing is kept between calls.
 */
export async function readFile(
  source: ByteSource,
  known: Knowledge,
  pace?: Pace,
): Promise<Result<FileReading> | 'cancelled'> {
  const {encoding, separator, sheet} = known.choice ?? {};
  const opened = await openTable(source, {
    ...(encoding === undefined ? {} : {encoding}),
    ...(separator === undefined ? {} : {separator}),
    ...(sheet === undefined ? {} : {sheet}),
  });
  if (!opened.ok) return opened;

  const file = {name: source.name, size: source.size, table: opened.value, known};
  const taker = takeRows(file);
  const walk = opened.value.rows(pace);
  for await (const batch of walk) {
    const fault = taker.take(batch);
    if (fault) return {ok: false, fault};
  }
  const end = walk.ended();
  if (end === 'cancelled') return end;
  if (!end.ok) return end;

  const reader = taker.finish();
  return reader.ok ? reader.value.reading(pace) : reader;
}

/** Holds the beginning back until it is known what the file is, then passes row after row on. */
function takeRows(file: {
  readonly name: string;
  readonly size: number;
  readonly table: OpenedTable;
  readonly known: Knowledge;
}): {take(rows: readonly TableRow[]): Fault | undefined; finish(): Result<RowsReader>} {
  const beginning: TableRow[] = [];
  let reader: RowsReader | undefined;

  return {
    take(rows) {
      if (!reader) {
        beginning.push(...rows);
        if (beginning.length < beginningRows) return undefined;
        const started = start();
        return started.ok ? undefined : started.fault;
      }
      for (const row of rows) {
        const fault = reader.take(row);
        if (fault) return fault;
      }
      return undefined;
    },
    finish: () => (reader ? {ok: true, value: reader} : start()),
  };

  function start(): Result<RowsReader> {
    const recognised = recognise(beginning.slice(0, beginningRows), file.known);
    if (!recognised) return fail(beginning[0]?.fault?.code ?? 'intake.file_empty', beginning[0]?.fault?.values);

    const headerRow = beginning[recognised.headerAt];
    const started = readerFor({...file, recognised, headerRow: headerRow?.row ?? 1, header: headerRow?.cells ?? []});
    for (const row of beginning.slice(recognised.headerAt + 1)) {
      const fault = started.take(row);
      if (fault) return {ok: false, fault};
    }
    reader = started;
    return {ok: true, value: started};
  }
}
