import type {LabelBytes} from '#core/shipping/bought/messages.ts';
import type {BoughtLabelId} from '#core/shipping/bought/schema.ts';
import type {Vault} from '#core/lib/sealed.ts';
import type {Instant} from '#core/time/instant.ts';
import {answered} from '../idb-transaction.ts';
import type {InDatabase} from '../intake/kept-files.ts';

/** Longer than it takes a person to accept what was read: bytes that are older and no label's were left by a killed desk. */
const orphanedMs = 3_600_000;
const dayMs = 86_400_000;
/** A parcel that left so long ago is not labelled again. */
const usedDays = 90;

interface BytesRow {
  readonly labelId: BoughtLabelId;
  readonly at: Instant;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** What the shop knows of a label whose bytes lie here. */
export interface LabelRow {
  readonly id: string;
  readonly parcelId?: string | undefined;
  readonly usedAt?: Instant | undefined;
}

/** Labels that were bought elsewhere, each packed and sealed; on the desk that has read them. */
export class LabelStore {
  readonly #inDatabase: InDatabase;
  readonly #vault: Vault;

  constructor(inDatabase: InDatabase, vault: Vault) {
    this.#inDatabase = inDatabase;
    this.#vault = vault;
  }

  /** All or none: a desk that is killed meanwhile has none of them. */
  async keep(labels: readonly LabelBytes[], at: Instant): Promise<void> {
    const rows: BytesRow[] = [];
    for (const {labelId, bytes} of labels) {
      rows.push({
        labelId,
        at,
        sealed: await this.#vault.sealBytes(await through(bytes, new CompressionStream('gzip'))),
      });
    }
    await this.#inDatabase('readwrite', async (transaction) => {
      const store = transaction.objectStore('boughtBytes');
      for (const row of rows) await answered(store.put(row));
    });
  }

  async bytes(labelId: BoughtLabelId): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const row = await this.#inDatabase('readonly', (transaction) =>
      answered<BytesRow | undefined>(transaction.objectStore('boughtBytes').get(labelId)),
    );
    return row && through(await this.#vault.openBytes(row.sealed), new DecompressionStream('gzip'));
  }

  async held(labelIds: readonly BoughtLabelId[]): Promise<readonly BoughtLabelId[]> {
    const keys = await this.#inDatabase('readonly', (transaction) =>
      answered(transaction.objectStore('boughtBytes').getAllKeys()),
    );
    const here = new Set<unknown>(keys);
    return labelIds.filter((labelId) => here.has(labelId));
  }

  /** Lets go what no label needs: what a killed desk left, what was taken back, and what left the house long ago. */
  async sweep(known: readonly LabelRow[], now: Instant): Promise<void> {
    const rows = await this.#inDatabase('readonly', (transaction) =>
      answered<BytesRow[]>(transaction.objectStore('boughtBytes').getAll()),
    );
    const labels = new Map(known.map((label) => [label.id, label]));
    const going = rows.filter(({labelId, at}) => {
      const label = labels.get(labelId);
      if (!label) return at < now - orphanedMs;
      return label.parcelId !== undefined && (label.usedAt ?? now) < now - usedDays * dayMs;
    });
    if (going.length === 0) return;
    await this.#inDatabase('readwrite', async (transaction) => {
      const store = transaction.objectStore('boughtBytes');
      for (const {labelId} of going) await answered(store.delete(labelId));
    });
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}
