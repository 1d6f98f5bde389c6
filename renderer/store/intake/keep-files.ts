import type {ImportId} from '#core/intake/schema.ts';
import {must} from '#core/lib/assert.ts';
import {type Result, ok} from '#core/lib/result.ts';
import type {Instant} from '#core/time/instant.ts';
import {type KeptFiles, lettingGo} from './kept-files.ts';
import type {ReaderClient} from './reader-client.ts';
import type {SessionFile} from './session-file.ts';

/** What an import keeps of the files it was read from. */
export interface FileKeeping {
  readonly files: KeptFiles;
  readonly reader: ReaderClient;
  readonly importId: ImportId;
  readonly at: Instant;
  readonly signal: AbortSignal;
}

/** Packs and seals the bytes of each file that is not kept yet; answers with the ids of those that are now. */
export async function keepFiles(
  files: readonly SessionFile[],
  keeping: FileKeeping,
): Promise<Result<readonly string[]> | 'cancelled'> {
  const added: string[] = [];
  for (const file of files) {
    const fileId = must(file.fileId, 'a file that was read has its hash');
    if (await keeping.files.has(fileId)) continue;
    added.push(fileId);
    const kept = await keepFile(file, fileId, keeping);
    if (kept !== 'cancelled' && kept.ok) continue;
    for (const one of added) await keeping.files.letGo(one);
    return kept;
  }
  return ok(added);
}

/** Lets the oldest files go, so that what is kept stays within the budget; those of this import stay, whatever they take. */
export async function stayInBudget(files: KeptFiles, ofThisImport: readonly SessionFile[]): Promise<void> {
  const spare = new Set(ofThisImport.flatMap(({fileId}) => fileId ?? []));
  for (const fileId of lettingGo(await files.list(), {comingBytes: 0, spare})) await files.letGo(fileId);
}

async function keepFile(
  {brought}: SessionFile,
  fileId: string,
  {files, reader, importId, at, signal}: FileKeeping,
): Promise<Result<null> | 'cancelled'> {
  let part = 0;
  let bytesKept = 0;
  await files.begin({fileId, name: brought.name, size: brought.blob.size, at, importId});
  const packing = reader.pack(brought, async (packed) => {
    await files.addPart(fileId, part, packed);
    part += 1;
    bytesKept += packed.length;
  });
  const stop = (): void => packing.stop();
  signal.addEventListener('abort', stop);
  const ended = await packing.ended.finally(() => signal.removeEventListener('abort', stop));
  if (ended === 'cancelled' || signal.aborted) return 'cancelled';
  if (!ended.ok) return ended;
  // The orders were read from other bytes than these.
  if (ended.value !== fileId) return {ok: false, fault: {code: 'intake.file_changed', values: {}}};

  await files.finish(fileId, bytesKept);
  return ok(null);
}
