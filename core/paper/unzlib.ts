import {unzlibSync} from 'fflate';

/** What was packed by zlib; undefined where it is damaged, or longer than `most` bytes where that is told. */
export function unzlib(bytes: Uint8Array, most?: number): Uint8Array | undefined {
  try {
    return unzlibSync(bytes, most === undefined ? {} : {out: new Uint8Array(most)});
  } catch {
    return undefined;
  }
}
