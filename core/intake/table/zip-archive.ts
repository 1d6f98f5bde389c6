import {Inflate} from 'fflate';
import {fail, ok, type Result} from '../../lib/result.ts';
import {tableLimits} from './limits.ts';
import type {SteadySource} from './steady-source.ts';

/** One part of an archive, as its directory tells it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly compressedBytes: number;
  readonly headerAt: number;
}

/** An archive whose parts are unpacked in pieces, never as a whole; what they grow to is counted over all of them. */
export interface ZipArchive {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Hands over the unpacked part piece by piece; `take` returns false to stop early. */
  unpack(entry: ZipEntry, take: (piece: Uint8Array) => boolean): AsyncGenerator<number, Result<null>, void>;
}

const damaged = fail('intake.spreadsheet_damaged');
const tooLarge = fail('intake.archive_too_large');
const endRecordBytes = 22;
const commentMax = 0xffff;
const directoryBytesMax = 16 * 2 ** 20;
// Little enough that even the densest data grows to no more than some 16 MB at a time.
const packedPieceBytes = 16 * 2 ** 10;

/** Reads the directory at the archive's end; so data descriptors do not matter and ZIP64 is only larger numbers. */
export async function zipArchive(source: SteadySource): Promise<Result<ZipArchive>> {
  const place = await directoryPlace(source);
  if (!place.ok) return place;
  const {from, bytes, count} = place.value;
  if (count > tableLimits.xlsxEntriesMax) return tooLarge;
  if (bytes > directoryBytesMax || from < 0 || from + bytes > source.size) return damaged;
  const directory = await source.read(from, from + bytes);
  if (!directory.ok) return directory;

  const entries = readDirectory(directory.value, count);
  if (!entries) return damaged;
  let grown = 0;
  return ok({entries, unpack});

  async function* unpack(
    entry: ZipEntry,
    take: (piece: Uint8Array) => boolean,
  ): AsyncGenerator<number, Result<null>, void> {
    const header = await source.read(entry.headerAt, Math.min(source.size, entry.headerAt + 30));
    if (!header.ok) return header;
    const view = viewOf(header.value);
    if (view.byteLength < 30 || view.getUint32(0, true) !== 0x04034b50) return damaged;
    const start = entry.headerAt + 30 + view.getUint16(26, true) + view.getUint16(28, true);
    const end = start + entry.compressedBytes;
    if (end > source.size || (entry.method !== 0 && entry.method !== 8)) return damaged;

    let partGrown = 0;
    let isWanted = true;
    let isBomb = false;
    const inflate = new Inflate((piece) => {
      partGrown += piece.length;
      grown += piece.length;
      isBomb ||= grown > tableLimits.xlsxInflatedMax;
      if (isWanted && !isBomb) isWanted = take(piece);
    });
    for (let from = start; from < end && isWanted; from += packedPieceBytes) {
      const below = Math.min(end, from + packedPieceBytes);
      const packed = await source.read(from, below);
      if (!packed.ok) return packed;
      if (entry.method === 0) {
        partGrown += packed.value.length;
        grown += packed.value.length;
        isWanted = take(packed.value);
      } else if (!inflated(inflate, packed.value, below === end)) return damaged;
      const ratio = partGrown / (below - start);
      isBomb ||= partGrown > tableLimits.xlsxRatioFreeBytes && ratio > tableLimits.xlsxRatioMax;
      if (isBomb || grown > tableLimits.xlsxInflatedMax) return tooLarge;
      yield below;
    }
    return ok(null);
  }
}

/** The one boundary where the packed data itself can be wrong. */
function inflated(inflate: Inflate, packed: Uint8Array, isLast: boolean): boolean {
  try {
    inflate.push(packed, isLast);
    return true;
  } catch {
    return false;
  }
}

interface DirectoryPlace {
  readonly from: number;
  readonly bytes: number;
  readonly count: number;
}

async function directoryPlace(source: SteadySource): Promise<Result<DirectoryPlace>> {
  const tailFrom = Math.max(0, source.size - endRecordBytes - commentMax);
  const tail = await source.read(tailFrom, source.size);
  if (!tail.ok) return tail;
  const view = viewOf(tail.value);
  let at = view.byteLength - endRecordBytes;
  while (at >= 0 && view.getUint32(at, true) !== 0x06054b50) at--;
  if (at < 0) return damaged;
  const place = {
    count: view.getUint16(at + 10, true),
    bytes: view.getUint32(at + 12, true),
    from: view.getUint32(at + 16, true),
  };
  if (place.count !== 0xffff && place.bytes !== 0xffffffff && place.from !== 0xffffffff) return ok(place);

  if (at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) return damaged;
  const recordAt = Number(view.getBigUint64(at - 20 + 8, true));
  if (recordAt + 56 > source.size) return damaged;
  const record = await source.read(recordAt, recordAt + 56);
  if (!record.ok) return record;
  const wide = viewOf(record.value);
  if (wide.getUint32(0, true) !== 0x06064b50) return damaged;
  return ok({
    count: Number(wide.getBigUint64(32, true)),
    bytes: Number(wide.getBigUint64(40, true)),
    from: Number(wide.getBigUint64(48, true)),
  });
}

function readDirectory(bytes: Uint8Array<ArrayBuffer>, count: number): Map<string, ZipEntry> | null {
  const view = viewOf(bytes);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const [nameBytes, extraBytes] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const extraAt = at + 46 + nameBytes;
    const after = extraAt + extraBytes + view.getUint16(at + 32, true);
    if (after > bytes.length) return null;
    const name = new TextDecoder()
      .decode(bytes.subarray(at + 46, extraAt))
      .replaceAll('\\', '/')
      .replace(/^\//, '');
    const wide = wideNumbers(view, {from: extraAt, below: extraAt + extraBytes}, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      compressedBytes: wide[1] ?? 0,
      headerAt: wide[2] ?? 0,
    });
    at = after;
  }
  return entries;
}

/** ZIP64: each number that does not fit stands, in order, in the extra field 1. */
function wideNumbers(
  view: DataView,
  extra: {readonly from: number; readonly below: number},
  numbers: readonly number[],
): number[] {
  let at = extra.from;
  while (at + 4 <= extra.below && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  let field = at + 4;
  return numbers.map((number) => {
    if (number !== 0xffffffff || field + 8 > extra.below) return number;
    field += 8;
    return Number(view.getBigUint64(field - 8, true));
  });
}

function viewOf(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
