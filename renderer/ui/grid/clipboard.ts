import type {CopiedTable} from './copy.ts';

/** Writes a table that is still being fetched. False when the system refuses; the page must have been touched or typed in. */
export async function writeTable(table: Promise<CopiedTable>): Promise<boolean> {
  const blob = (type: string, pick: (copied: CopiedTable) => string): Promise<Blob> =>
    table.then((copied) => new Blob([pick(copied)], {type}));
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': blob('text/plain', (copied) => copied.tsv),
        'text/html': blob('text/html', (copied) => copied.html),
      }),
    ]);
    return true;
  } catch (cause) {
    if (cause instanceof DOMException) return false;
    throw cause;
  }
}
