import type {SyncFile} from './sync-file.ts';

// magic (8) | generation (8) | bytes of the body (8) | SHA-256 of the body (32) | SHA-256 of the 56 before (32)
const magic = 0x7477_6469_736b_0001n;
const summedBytes = 56;
export const headBytes = summedBytes + 32;

export interface WholeHead {
  /** Counts the replacements of a file: of two whole ones the higher is the newer. */
  readonly generation: bigint;
  readonly bytes: number;
  readonly bodySum: Uint8Array;
}

/**
 * Writes a file so that it counts only when it is whole: the body is brought to the disk, and then the head that says so. A file that
 * was killed in between has no head.
 */
export async function writeWholeFile(file: SyncFile, generation: bigint, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const head = new Uint8Array(headBytes);
  const view = new DataView(head.buffer);
  view.setBigUint64(0, magic);
  view.setBigUint64(8, generation);
  view.setBigUint64(16, BigInt(body.byteLength));
  head.set(await sum(body), 24);
  head.set(await sum(head.subarray(0, summedBytes)), summedBytes);
  file.truncate(0);
  file.write(body, headBytes);
  file.flush();
  file.write(head, 0);
  file.flush();
}

/** What a head says; undefined if it is none. */
export async function headOf(head: Uint8Array<ArrayBuffer>): Promise<WholeHead | undefined> {
  if (head.byteLength < headBytes) return undefined;
  const view = new DataView(head.buffer, head.byteOffset);
  if (view.getBigUint64(0) !== magic) return undefined;
  if (!isSame(await sum(head.subarray(0, summedBytes)), head.subarray(summedBytes, headBytes))) return undefined;
  return {
    generation: view.getBigUint64(8),
    bytes: Number(view.getBigUint64(16)),
    bodySum: head.slice(24, summedBytes),
  };
}

export async function isWhole(head: WholeHead, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return body.byteLength === head.bytes && isSame(await sum(body), head.bodySum);
}

async function sum(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, at) => byte === b[at]);
}
