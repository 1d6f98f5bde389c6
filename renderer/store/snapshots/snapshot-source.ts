import {type Disk, diskBytesMax} from '#core/journal/disk.ts';
import {assert} from '#core/lib/assert.ts';
import {damaged} from '#core/snapshot/refusal.ts';

/** Bytes of a snapshot, wherever they lie. */
export interface SnapshotSource {
  readonly bytes: number;
  /** Exactly the bytes `from` to before `to`; those that are not there are refused as damaged. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Takes a snapshot as it is written, piece behind piece. */
export interface SnapshotSink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

export function sourceOfBlob(blob: Blob): SnapshotSource {
  return {
    bytes: blob.size,
    read: async (from, to) => {
      if (to > blob.size) throw damaged();
      return new Uint8Array(await blob.slice(from, to).arrayBuffer());
    },
  };
}

export function sourceOnDisk(disk: Disk, path: string, bytes: number): SnapshotSource {
  return {
    bytes,
    read: async (from, to) => {
      if (to - from > diskBytesMax || to > bytes) throw damaged();
      const found = await disk.read(path, {from, to});
      if (found?.length !== to - from) throw damaged();
      return found;
    },
  };
}

/** Small pieces are gathered: each write waits until the disk has it. */
const gatheredBytes = 4 * 1024 * 1024;

/** Writes a new file from its beginning; `end` flushes what is left and tells its length. */
export function sinkOnDisk(disk: Disk, path: string): SnapshotSink & {end(): Promise<number>} {
  let written = 0;
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const whole = new Uint8Array(size);
    let at = 0;
    for (const piece of waiting) {
      whole.set(piece, at);
      at += piece.length;
    }
    waiting = [];
    size = 0;
    await disk.write(path, written, whole);
    written += whole.length;
  };
  return {
    write: async (bytes) => {
      assert(bytes.length <= diskBytesMax - gatheredBytes, 'a chunk that a disk takes at once');
      waiting.push(bytes);
      size += bytes.length;
      if (size >= gatheredBytes) await flush();
    },
    end: async () => {
      await flush();
      return written;
    },
  };
}
