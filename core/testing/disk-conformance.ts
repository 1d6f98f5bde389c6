import {type Disk, DiskError, diskBytesMax} from '../journal/disk.ts';

/** A trial of one promise. */
export interface DiskTrial {
  readonly disk: Disk;
  /** A folder of this trial alone, of one name. */
  readonly folder: string;
  /** The same files through another start; `disk` is not used after it. */
  readonly again: () => Promise<Disk>;
}

/** One promise of every disk. `found` and `expected` are plain values that must be deeply equal. */
export interface DiskPromise {
  readonly name: string;
  readonly try: (trial: DiskTrial) => Promise<{readonly found: unknown; readonly expected: unknown}>;
}

/** What every disk promises. Plain data and functions, so that it also runs where no test runner can: in a browser's worker. */
export const diskPromises: readonly DiskPromise[] = [
  {
    name: 'gives back what was written, and nothing for a file that was never written',
    async try({disk, folder}) {
      await disk.write(`${folder}/a.log`, 0, bytesOf('abc'));
      const found = [await read(disk, `${folder}/a.log`), await read(disk, `${folder}/b.log`)];
      return {found, expected: ['abc', undefined]};
    },
  },
  {
    name: 'cuts the file where a write begins, and puts the bytes behind',
    async try({disk, folder}) {
      const path = `${folder}/a.log`;
      const found: unknown[] = [];
      const steps: readonly [number, string][] = [
        [0, 'abcdef'],
        [6, 'ghi'],
        [2, 'XY'],
        [3, ''],
        [0, 'z'],
      ];
      for (const [at, text] of steps) {
        await disk.write(path, at, bytesOf(text));
        found.push(await read(disk, path));
      }
      return {found, expected: ['abcdef', 'abcdefghi', 'abXY', 'abX', 'z']};
    },
  },
  {
    name: 'refuses a write behind the end of the file, and changes nothing',
    async try({disk, folder}) {
      const path = `${folder}/a.log`;
      await disk.write(path, 0, bytesOf('abc'));
      const found = [
        await refusal(disk.write(path, 4, bytesOf('x'))),
        await refusal(disk.write(path, -1, bytesOf('x'))),
        await refusal(disk.write(path, 0.5, bytesOf('x'))),
        await refusal(disk.write(`${folder}/new.log`, 1, bytesOf('x'))),
        await read(disk, path),
        await read(disk, `${folder}/new.log`),
      ];
      return {found, expected: ['other', 'other', 'other', 'other', 'abc', undefined]};
    },
  },
  {
    name: 'reads a part of a file, and less where the file ends',
    async try({disk, folder}) {
      const path = `${folder}/a.log`;
      await disk.write(path, 0, bytesOf('abcdef'));
      const ranges: readonly [number, number][] = [
        [0, 2],
        [2, 5],
        [4, 1000],
        [6, 9],
        [90, 99],
        [3, 3],
        [3, 1],
      ];
      const found: unknown[] = [];
      for (const [from, to] of ranges) found.push(await read(disk, path, {from, to}));
      found.push(await read(disk, `${folder}/none.log`, {from: 0, to: 1}));
      return {found, expected: ['ab', 'cde', 'ef', '', '', '', '', undefined]};
    },
  },
  {
    name: 'puts new bytes in the place of a whole file, also where there was none',
    async try({disk, folder}) {
      const path = `${folder}/snapshot`;
      const found: unknown[] = [];
      for (const text of ['first', 'a longer second', '3', '']) {
        await disk.replace(path, bytesOf(text));
        found.push(await read(disk, path));
      }
      return {found, expected: ['first', 'a longer second', '3', '']};
    },
  },
  {
    name: 'shows the old file or the new one while one is put in the place of the other',
    async try({disk, folder}) {
      const path = `${folder}/snapshot`;
      const [old, fresh] = ['o'.repeat(200_000), 'n'.repeat(300_000)];
      await disk.replace(path, bytesOf(old));
      const replaced = disk.replace(path, bytesOf(fresh));
      const seen = await Promise.all(Array.from({length: 10}, () => read(disk, path)));
      await replaced;
      const found = [seen.every((text) => text === old || text === fresh), (await read(disk, path)) === fresh];
      return {found, expected: [true, true]};
    },
  },
  {
    name: 'appends to a file that was put in the place of another, and replaces one that was appended to',
    async try({disk, folder}) {
      const path = `${folder}/a`;
      await disk.replace(path, bytesOf('abc'));
      await disk.write(path, 3, bytesOf('def'));
      const appended = await read(disk, path);
      await disk.replace(path, bytesOf('x'));
      await disk.write(path, 1, bytesOf('y'));
      return {found: [appended, await read(disk, path)], expected: ['abcdef', 'xy']};
    },
  },
  {
    name: 'removes a file, also one that is not there, and begins it anew',
    async try({disk, folder}) {
      const path = `${folder}/a.log`;
      await disk.write(path, 0, bytesOf('abc'));
      await disk.remove(path);
      await disk.remove(path);
      await disk.remove(`${folder}/deep/er/none`);
      const gone = [await read(disk, path), await disk.list(folder)];
      const behind = await refusal(disk.write(path, 3, bytesOf('d')));
      await disk.write(path, 0, bytesOf('new'));
      return {found: [...gone, behind, await read(disk, path)], expected: [undefined, [], 'other', 'new']};
    },
  },
  {
    name: 'lists the files of a folder and below, in order, and those of no other',
    async try({disk, folder}) {
      const names = ['b/inner', 'a.x', 'a-1', 'b/deep', 'c', 'b-0'];
      for (const name of names) await disk.write(`${folder}/x/${name}`, 0, bytesOf(name));
      await disk.replace(`${folder}/x/d`, bytesOf(''));
      await disk.write(`${folder}/x-1`, 0, bytesOf('beside'));
      await disk.write(`${folder}/xy/z`, 0, bytesOf('beside'));
      const found = [
        await disk.list(`${folder}/x`),
        await disk.list(`${folder}/none`),
        await disk.list(`${folder}/x/c`),
      ];
      const inOrder = ['a-1', 'a.x', 'b-0', 'b/deep', 'b/inner', 'c'];
      const files = inOrder.map((name) => ({path: `${folder}/x/${name}`, bytes: name.length}));
      return {found, expected: [[...files, {path: `${folder}/x/d`, bytes: 0}], [], []]};
    },
  },
  {
    name: 'leaves given bytes to their owner, and gives bytes that nobody else has',
    async try({disk, folder}) {
      const path = `${folder}/a`;
      const whole = bytesOf('<abc>');
      const view = whole.subarray(1, 4);
      await disk.write(path, 0, view);
      await disk.replace(`${folder}/b`, view);
      view.fill(0);
      const first = await disk.read(path);
      first?.fill(0);
      const found = [
        await read(disk, path),
        await read(disk, `${folder}/b`),
        whole.byteLength,
        first?.buffer.byteLength,
      ];
      return {found, expected: ['abc', 'abc', 5, 3]};
    },
  },
  {
    name: 'does what concerns one file in the order in which it was asked',
    async try({disk, folder}) {
      const path = `${folder}/a.log`;
      const letters = [...'abcdefghijklmnopqrst'];
      const writes = letters.map((letter, at) => disk.write(path, at, bytesOf(letter)));
      const others = letters.map((letter) => disk.write(`${folder}/${letter}`, 0, bytesOf(letter)));
      const seen = read(disk, path);
      const cut = disk.write(path, 1, bytesOf('Z'));
      await Promise.all([...writes, ...others]);
      await cut;
      const found = [await seen, await read(disk, path), await read(disk, `${folder}/t`)];
      return {found, expected: [letters.join(''), 'aZ', 't']};
    },
  },
  {
    name: 'keeps every byte of a large file',
    async try({disk, folder}) {
      const bytes = Uint8Array.from({length: 3_000_017}, (_, at) => (at * 7 + (at >> 9)) & 255);
      await disk.write(`${folder}/a`, 0, bytes.subarray(0, 1_000_000));
      await disk.write(`${folder}/a`, 1_000_000, bytes.subarray(1_000_000));
      await disk.replace(`${folder}/b`, bytes);
      const [a, b] = [await disk.read(`${folder}/a`), await disk.read(`${folder}/b`)];
      return {found: [isSame(a, bytes), isSame(b, bytes)], expected: [true, true]};
    },
  },
  {
    name: 'finds what was answered after another start',
    async try({disk, folder, again}) {
      await disk.write(`${folder}/a.log`, 0, bytesOf('abcdef'));
      await disk.write(`${folder}/a.log`, 4, bytesOf('XYZ'));
      await disk.replace(`${folder}/s`, bytesOf('old'));
      await disk.replace(`${folder}/s`, bytesOf('new'));
      await disk.write(`${folder}/gone`, 0, bytesOf('x'));
      await disk.remove(`${folder}/gone`);
      const next = await again();
      await next.write(`${folder}/a.log`, 7, bytesOf('!'));
      const found = [await next.list(folder), await read(next, `${folder}/a.log`), await read(next, `${folder}/s`)];
      const files = [
        {path: `${folder}/a.log`, bytes: 8},
        {path: `${folder}/s`, bytes: 3},
      ];
      return {found, expected: [files, 'abcdXYZ!', 'new']};
    },
  },
  {
    name: 'takes a name for a file or for a folder, never for both',
    async try({disk, folder}) {
      await disk.write(`${folder}/a`, 0, bytesOf('file'));
      await disk.write(`${folder}/b/c`, 0, bytesOf('below'));
      const found = [
        await refusal(disk.write(`${folder}/a/x`, 0, bytesOf('x'))),
        await refusal(disk.replace(`${folder}/a/x`, bytesOf('x'))),
        await refusal(disk.replace(`${folder}/b`, bytesOf('x'))),
        await refusal(disk.write(`${folder}/b`, 0, bytesOf('x'))),
        await read(disk, `${folder}/a`),
        await read(disk, `${folder}/b/c`),
      ];
      return {found, expected: ['other', 'other', 'other', 'other', 'file', 'below']};
    },
  },
  {
    name: 'refuses paths that are none',
    async try({disk, folder}) {
      const found: unknown[] = [];
      for (const path of hostilePaths(folder)) {
        found.push(
          await refusal(disk.read(path)),
          await refusal(disk.write(path, 0, bytesOf('x'))),
          await refusal(disk.replace(path, bytesOf('x'))),
          await refusal(disk.remove(path)),
          await refusal(disk.list(path)),
        );
      }
      return {found: [...new Set(found), await disk.list(folder)], expected: ['other', []]};
    },
  },
  {
    name: 'refuses more bytes than are moved at once',
    async try({disk, folder}) {
      const bytes = new Uint8Array(diskBytesMax + 1);
      const found = [
        await refusal(disk.write(`${folder}/a`, 0, bytes)),
        await refusal(disk.replace(`${folder}/a`, bytes)),
        await disk.list(folder),
      ];
      return {found, expected: ['other', 'other', []]};
    },
  },
  {
    name: 'tells how many bytes are free, or that it does not know',
    async try({disk}) {
      const free = await disk.freeBytes();
      return {found: free === undefined || (Number.isSafeInteger(free) && free >= 0), expected: true};
    },
  },
];

/** What a page that wants out of its folder, or to the devices of Windows, would ask for. */
export function hostilePaths(folder: string): readonly string[] {
  const bad = ['..', '.', '', '.hidden', 'A', 'a\0', 'a\\b', 'a b', 'ä', 'a.', 'con', 'nul.txt', 'x'.repeat(200)];
  return ['', '/', '../x', '/etc/passwd', 'c:', `${folder}/a/b/c/d`, ...bad.map((name) => `${folder}/${name}`)];
}

/** The kind of the DiskError that a call must end with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'answered';
  } catch (error) {
    return error instanceof DiskError ? error.kind : `not a DiskError: ${String(error)}`;
  }
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A file's bytes as text; undefined where there is none. */
export async function read(
  disk: Disk,
  path: string,
  range?: {readonly from: number; readonly to: number},
): Promise<string | undefined> {
  const bytes = await disk.read(path, range);
  return bytes && new TextDecoder().decode(bytes);
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a?.byteLength === b.byteLength && b.every((byte, at) => byte === a[at]);
}

/** Promises by name, as test runners want them. */
export const namedDiskPromises = diskPromises.map((promise) => [promise.name, promise] as const);
