import type {KeptFile} from '#core/intake/messages.ts';
import type {Vault} from '#core/lib/sealed.ts';
import type {Instant} from '#core/time/instant.ts';
import {answered} from '../idb-transaction.ts';
import {unpacked} from './packed.ts';

/** Runs a body in one transaction of the shop's database. */
export type InDatabase = <T>(
  mode: 'readonly' | 'readwrite',
  body: (transaction: IDBTransaction) => Promise<T>,
) => Promise<T>;

/** What original files may take of a seller's disk, packed. */
export const budgetBytes = 512 * 2 ** 20;

/** Longer than any file takes to be written: a row that is older and still not whole was left by a killed desk. */
const halfWrittenMs = 3_600_000;

interface FileRow extends KeptFile {
  /** False until its last part is written; such a file is shown nowhere. */
  readonly whole: boolean;
}

interface PartRow {
  readonly fileId: string;
  readonly part: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Files as they were brought, packed and sealed in parts; on this desk only, within a budget. */
export class KeptFiles {
  readonly #inDatabase: InDatabase;
  readonly #vault: Vault;

  constructor(inDatabase: InDatabase, vault: Vault) {
    this.#inDatabase = inDatabase;
    this.#vault = vault;
  }

  /** All kept files, in the order in which they would be let go: the oldest first. */
  async list(): Promise<readonly KeptFile[]> {
    const rows = await this.#inDatabase('readonly', (transaction) =>
      answered<FileRow[]>(transaction.objectStore('files').getAll()),
    );
    return rows
      .filter(({whole}) => whole)
      .map(({whole: _, ...file}) => file)
      .toSorted((a, b) => a.at - b.at || (a.fileId < b.fileId ? -1 : 1));
  }

  async has(fileId: string): Promise<boolean> {
    const row = await this.#inDatabase('readonly', (transaction) =>
      answered<FileRow | undefined>(transaction.objectStore('files').get(fileId)),
    );
    return row?.whole ?? false;
  }

  /** Begins a file of which nothing is kept yet. Parts follow, then `finish`. */
  async begin(file: Omit<KeptFile, 'bytesKept'>): Promise<void> {
    await this.letGo(file.fileId);
    const row: FileRow = {...file, bytesKept: 0, whole: false};
    await this.#inDatabase('readwrite', async (transaction) => {
      await answered(transaction.objectStore('files').put(row));
    });
  }

  async addPart(fileId: string, part: number, packed: Uint8Array<ArrayBuffer>): Promise<void> {
    const row: PartRow = {fileId, part, sealed: await this.#vault.sealBytes(packed)};
    await this.#inDatabase('readwrite', async (transaction) => {
      await answered(transaction.objectStore('fileParts').put(row));
    });
  }

  async finish(fileId: string, bytesKept: number): Promise<void> {
    await this.#inDatabase('readwrite', async (transaction) => {
      const files = transaction.objectStore('files');
      const row = await answered<FileRow | undefined>(files.get(fileId));
      if (row) await answered(files.put({...row, bytesKept, whole: true}));
    });
  }

  /** The bytes as they were brought, or undefined when the file is not kept any more. */
  async open(fileId: string): Promise<{readonly file: KeptFile; readonly blob: Blob} | undefined> {
    const file = (await this.list()).find((kept) => kept.fileId === fileId);
    return file && {file, blob: await unpacked(this.#parts(fileId))};
  }

  async letGo(fileId: string): Promise<void> {
    await this.#inDatabase('readwrite', async (transaction) => {
      await answered(transaction.objectStore('files').delete(fileId));
      await answered(transaction.objectStore('fileParts').delete(allPartsOf(fileId)));
    });
  }

  /** Removes what a killed desk left half written. */
  async sweep(now: Instant): Promise<void> {
    const rows = await this.#inDatabase('readonly', (transaction) =>
      answered<FileRow[]>(transaction.objectStore('files').getAll()),
    );
    for (const {fileId, whole, at} of rows) if (!whole && at < now - halfWrittenMs) await this.letGo(fileId);
  }

  async *#parts(fileId: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let part = 0; ; part += 1) {
      const row = await this.#inDatabase('readonly', (transaction) =>
        answered<PartRow | undefined>(transaction.objectStore('fileParts').get([fileId, part])),
      );
      if (!row) return;
      yield await this.#vault.openBytes(row.sealed);
    }
  }
}

/** What an import adds at most, and which of the files it was read from. */
export interface Coming {
  readonly comingBytes: number;
  readonly spare: ReadonlySet<string>;
}

/** Which files go so that what is kept and what comes stay within the budget; the files named in `spare` never go. */
export function lettingGo(
  kept: readonly KeptFile[],
  {comingBytes, spare, budget = budgetBytes}: Coming & {readonly budget?: number},
): readonly string[] {
  let used = comingBytes + kept.reduce((sum, {bytesKept}) => sum + bytesKept, 0);
  const going: string[] = [];
  for (const {fileId, bytesKept} of kept) {
    if (used <= budget) break;
    if (spare.has(fileId)) continue;
    going.push(fileId);
    used -= bytesKept;
  }
  return going;
}

/** Every key that begins with the file; an empty list sorts behind all numbers. */
function allPartsOf(fileId: string): IDBKeyRange {
  return IDBKeyRange.bound([fileId], [fileId, []]);
}
