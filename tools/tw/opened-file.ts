import {open, stat} from 'node:fs/promises';
import path from 'node:path';
import type {ByteSource} from '#core/intake/byte-source.ts';

/** A file of this computer, read in pieces. Its stamp is of what stands under its name now, so that a replaced file is noticed too. */
export async function openedFile(place: string): Promise<{readonly source: ByteSource; close(): Promise<void>}> {
  const file = await open(place, 'r');
  const {size} = await file.stat();
  return {
    source: {
      name: path.basename(place),
      size,
      async read(from, below) {
        const bytes = new Uint8Array(below - from);
        let filled = 0;
        while (filled < bytes.length) {
          const {bytesRead} = await file.read(bytes, filled, bytes.length - filled, from + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      },
      async stamp() {
        const now = await stat(place, {bigint: true});
        return `${String(now.ino)} ${String(now.mtimeNs)} ${String(now.size)}`;
      },
    },
    close: () => file.close(),
  };
}
