import {describe, expect, it} from 'vitest';
import type {Disk, DiskFile} from '../journal/disk.ts';
import {bytesOf, diskPromises, namedDiskPromises, read, refusal} from './disk-conformance.ts';
import {MemoryDisk} from './memory-disk.ts';

describe('the disk in memory', () => {
  it.each(namedDiskPromises)('%s', async (_name, promise) => {
    const disk = new MemoryDisk();
    const {found, expected} = await promise.try({disk, folder: 'f', again: async () => disk.crash(0)});
    expect(found).toEqual(expected);
  });

  it('keeps the first bytes of a file and any part of what was being written behind them, when it is killed', async () => {
    const found: unknown[] = [];
    for (const keep of [0, 1, 99]) {
      const disk = new MemoryDisk();
      await disk.write('a', 0, bytesOf('abcdef'));
      void disk.write('a', 2, bytesOf('XYZ')).catch(() => undefined);
      found.push(await read(disk.crash(keep), 'a'));
    }
    expect(found).toEqual(['ab', 'abX', 'abXYZ']);
  });

  it('keeps the old file or the new one when it is killed while one is put in the place of the other', async () => {
    const found: unknown[] = [];
    for (const keep of [0, 2, 3]) {
      const disk = new MemoryDisk();
      await disk.replace('a', bytesOf('old'));
      void disk.replace('a', bytesOf('new')).catch(() => undefined);
      void disk.remove('b').catch(() => undefined);
      found.push(await read(disk.crash(keep), 'a'));
    }
    expect(found).toEqual(['old', 'old', 'new']);
  });

  it('has nothing of what waited its turn when it was killed, and does not answer again', async () => {
    const disk = new MemoryDisk();
    const held = disk.holdAt(1);
    const first = refusal(disk.write('a', 0, bytesOf('abc')));
    const second = refusal(disk.write('a', 3, bytesOf('def')));
    await held;
    const next = disk.crash(2);
    expect([await first, await second, await refusal(disk.list('f')), await read(next, 'a')]).toEqual([
      'closed',
      'closed',
      'closed',
      'ab',
    ]);
  });

  it('fails the call that it was told to fail, once, and all that follow when it is closed', async () => {
    const disk = new MemoryDisk();
    disk.failAt(2, 'full');
    disk.failAt(3, 'other');
    disk.failAt(6, 'closed');
    const found = [
      await refusal(disk.write('a', 0, bytesOf('abcd'))),
      await refusal(disk.write('a', 2, bytesOf('WXYZ'))),
      await refusal(disk.replace('a', bytesOf('new'))),
      await read(disk, 'a'),
      disk.calls,
      await refusal(disk.remove('a')),
      await refusal(disk.freeBytes()),
      await refusal(disk.list('f')),
    ];
    expect(found).toEqual(['answered', 'full', 'other', 'abWX', 4, 'answered', 'closed', 'closed']);
  });

  it('is full when its bytes are used, keeps the file that could not be replaced, and has room again', async () => {
    const disk = new MemoryDisk({capacityBytes: 10});
    await disk.write('a', 0, bytesOf('123456'));
    const found = [
      await refusal(disk.replace('a', bytesOf('abcde'))),
      await read(disk, 'a'),
      await refusal(disk.write('a', 6, bytesOf('7890x'))),
      await disk.freeBytes(),
      await refusal(disk.write('a', 2, bytesOf('abc'))),
      await read(disk, 'a'),
    ];
    expect(found).toEqual(['full', '123456', 'full', 0, 'answered', '12abc']);
  });
});

/** A disk that does one thing wrong. */
function broken(disk: MemoryDisk, wrong: (disk: MemoryDisk) => Partial<Disk>): Disk {
  const right: Disk = {
    list: (folder) => disk.list(folder),
    read: (path, range) => disk.read(path, range),
    write: (path, at, bytes) => disk.write(path, at, bytes),
    replace: (path, bytes) => disk.replace(path, bytes),
    remove: (path) => disk.remove(path),
    release: () => disk.release(),
    freeBytes: () => disk.freeBytes(),
  };
  return {...right, ...wrong(disk)};
}

const faults: readonly [string, (disk: MemoryDisk) => Partial<Disk>, string][] = [
  [
    'does not cut a file where a write begins',
    (disk) => ({
      async write(path, at, bytes) {
        const behind =
          (await disk.read(path, {from: at + bytes.byteLength, to: Number.MAX_SAFE_INTEGER})) ?? bytesOf('');
        const whole = new Uint8Array(bytes.byteLength + behind.byteLength);
        whole.set(bytes);
        whole.set(behind, bytes.byteLength);
        await disk.write(path, at, whole);
      },
    }),
    'cuts the file where a write begins, and puts the bytes behind',
  ],
  [
    'replaces a file in two steps',
    (disk) => ({
      async replace(path, bytes) {
        await disk.remove(path);
        await disk.write(path, 0, bytes);
      },
    }),
    'shows the old file or the new one while one is put in the place of the other',
  ],
  [
    'lists by the beginning of a name',
    (disk) => ({
      async list(folder): Promise<readonly DiskFile[]> {
        const top = folder.split('/')[0] ?? '';
        return (await disk.list(top)).filter(({path}) => path.startsWith(folder));
      },
    }),
    'lists the files of a folder and below, in order, and those of no other',
  ],
  [
    'lists in no order',
    (disk) => ({list: async (folder) => (await disk.list(folder)).toReversed()}),
    'lists the files of a folder and below, in order, and those of no other',
  ],
  [
    'gives out its own bytes',
    (disk) => {
      const given = new Map<string, Uint8Array<ArrayBuffer> | undefined>();
      return {
        async read(path, range) {
          const key = `${path} ${range?.from} ${range?.to}`;
          if (!given.has(key)) given.set(key, await disk.read(path, range));
          return given.get(key);
        },
      };
    },
    'leaves given bytes to their owner, and gives bytes that nobody else has',
  ],
];

describe('the list of promises', () => {
  it.each(faults)('notices a disk that %s', async (_name, wrong, noticed) => {
    const failed: string[] = [];
    for (const promise of diskPromises) {
      const memory = new MemoryDisk();
      const again = async (): Promise<Disk> => broken(memory.crash(0), wrong);
      const outcome = await promise.try({disk: broken(memory, wrong), folder: 'f', again}).catch(() => undefined);
      if (!outcome || JSON.stringify(outcome.found) !== JSON.stringify(outcome.expected)) failed.push(promise.name);
    }
    expect(failed).toContain(noticed);
  });
});
