import type {OrderSource} from '#core/intake/messages.ts';
import {rowsOfPart} from '#core/intake/packed-source.ts';
import {openTellings, tellingPlaces} from '#core/intake/order-telling.ts';
import type {Vault} from '#core/lib/sealed.ts';
import type {OrderId} from '#core/orders/schema.ts';
import {readerOf} from '#core/sync/overlay.ts';
import type {Store} from '#core/sync/store.ts';
import type {KeptFiles} from './kept-files.ts';

/** The rows of files that an order was read from, newest first; their file is found by the import that brought it. */
export async function sourcesOfOrder(
  {store, vault, files}: {readonly store: Store; readonly vault: Vault; readonly files: KeptFiles},
  orderId: OrderId,
): Promise<readonly OrderSource[]> {
  const places = await store.read(async (tx) => {
    const order = await tx.get('orders', orderId);
    return order ? tellingPlaces(readerOf(tx), [order]) : [];
  });
  const [telling] = await openTellings(vault, places);
  const parts = telling?.parts ?? [];
  const told = await Promise.all(
    parts.map(async (part): Promise<readonly OrderSource[]> => {
      const {importId, fileId} = part;
      const found = await store.read((tx) => tx.get('imports', importId));
      const file = found?.files.find((one) => one.fileId === fileId);
      if (!found || !file) return [];
      const {name, header} = file;
      const fileKept = await files.has(fileId);
      return [{importId, importedAt: found.at, fileId, fileName: name, header, rows: rowsOfPart(part), fileKept}];
    }),
  );
  return told.flat().toReversed();
}
