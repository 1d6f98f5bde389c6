import type {ByteSource} from '#core/intake/byte-source.ts';
import type {BroughtFile} from '#core/intake/messages.ts';

/**
 * A dropped file as core reads it. The browser refuses to read a file that was changed after it was dropped; the stamp
 * tells of the same where a file is brought again under the same handle.
 */
export function broughtSource({name, changedAt, blob}: BroughtFile): ByteSource {
  return {
    name,
    size: blob.size,
    read: async (from, below) => new Uint8Array(await blob.slice(from, below).arrayBuffer()),
    stamp: () => Promise.resolve(`${changedAt} ${blob.size}`),
  };
}
