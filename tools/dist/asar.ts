import {assert} from '#core/lib/assert.ts';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
}

// An archive begins with four 32-bit numbers, the last of them the length in bytes of the JSON that follows.
const lengthAt = 12;
const listAt = 16;

/** The paths of all files in an Electron archive, sorted, with forward slashes and no leading one. */
export function filesInArchive(archive: Buffer): string[] {
  const length = archive.readUInt32LE(lengthAt);
  assert(listAt + length <= archive.length, 'the list of an archive lies inside it');
  const list: Entry = JSON.parse(archive.toString('utf8', listAt, listAt + length));
  return pathsOf(list, '').sort();
}

function pathsOf(entry: Entry, path: string): string[] {
  if (!entry.files) return [path];
  return Object.entries(entry.files).flatMap(([name, inner]) => pathsOf(inner, path ? `${path}/${name}` : name));
}
