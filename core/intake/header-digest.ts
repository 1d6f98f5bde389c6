import {base64url, hashText} from '../lib/hash.ts';
import {foldName} from './fold-name.ts';

/** What a header is remembered by: the same for any order of its columns and any way of writing their names. 22 base64url letters. */
export function headerDigest(header: readonly string[]): string {
  const names = header.map(foldName).filter((name) => name !== '');
  return base64url(hashText(JSON.stringify(names.toSorted())).subarray(0, 16));
}
