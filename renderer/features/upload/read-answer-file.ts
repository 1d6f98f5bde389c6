import type {Fault} from '#core/faults.ts';
import {memorySource} from '#core/intake/table/bytes-in-memory.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';

/** An answer has a row for each order of a file, and no carrier writes more than this beside. */
export const answerRowsMax = 20_000;
export const answerBytesMax = 16 * 2 ** 20;

export type AnswerRefused = {readonly fault: Fault} | {readonly is: 'tooLong' | 'tooLarge'};

/** The rows of a file that somebody chose: text in any encoding and separator, or a workbook. */
export async function readAnswerFile(
  file: File,
): Promise<{readonly rows: readonly (readonly string[])[]} | AnswerRefused> {
  if (file.size > answerBytesMax) return {is: 'tooLarge'};
  const bytes = await bytesOf(file);
  if (!bytes.ok) return bytes;
  // Reading tables is much code, and few days have an answer.
  const {openTable} = await import('#core/intake/table/open-table.ts');
  const table = await openTable(memorySource(file.name, bytes.value));
  if (!table.ok) return table;
  const rows: (readonly string[])[] = [];
  const walk = table.value.rows();
  for await (const batch of walk) {
    for (const {cells, fault} of batch) {
      if (fault) return {fault};
      rows.push(cells);
    }
    if (rows.length > answerRowsMax) return {is: 'tooLong'};
  }
  const end = walk.ended();
  return end === 'cancelled' || end.ok ? {rows} : end;
}

async function bytesOf(file: File): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // The stick was pulled out, or the file moved.
    return fail('intake.file_changed');
  }
}
