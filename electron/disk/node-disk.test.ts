import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {diskBytesMax} from '#core/journal/disk.ts';
import {bytesOf, namedDiskPromises, read, refusal} from '#core/testing/disk-conformance.ts';
import {NodeDisk} from './node-disk.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'node-disk-'));
});
afterEach(() => rmSync(folder, {recursive: true}));

describe('the disk of a desk', () => {
  it.each(namedDiskPromises)('%s', async (_name, promise) => {
    const root = join(folder, 'disk');
    const trial = {disk: new NodeDisk(root), folder: 'f', again: async () => new NodeDisk(root)};
    const {found, expected} = await promise.try(trial);
    expect(found).toEqual(expected);
  });

  it('follows no link, neither to a file nor to a folder', async () => {
    const root = join(folder, 'disk');
    mkdirSync(join(folder, 'outside'));
    mkdirSync(join(root, 'f'), {recursive: true});
    writeFileSync(join(folder, 'outside/secret'), 'secret');
    symlinkSync(join(folder, 'outside'), join(root, 'f/link'));
    symlinkSync(join(folder, 'outside/secret'), join(root, 'f/file'));
    symlinkSync(join(folder, 'outside/new'), join(root, 'f/dangling'));
    const disk = new NodeDisk(root);
    const found: unknown[] = [];
    for (const path of ['f/link/secret', 'f/link/new', 'f/file', 'f/dangling']) {
      found.push(
        await refusal(disk.read(path)),
        await refusal(disk.write(path, 0, bytesOf('x'))),
        await refusal(disk.replace(path, bytesOf('x'))),
        await refusal(disk.remove(path)),
      );
    }
    found.push(await refusal(disk.list('f/link')), await disk.list('f'));
    expect([...new Set(found.slice(0, -1)), found.at(-1)]).toEqual(['other', []]);
    expect([readdirSync(join(folder, 'outside')), readFileSync(join(folder, 'outside/secret'), 'utf8')]).toEqual([
      ['secret'],
      'secret',
    ]);
  });

  it('clears what a killed replacement left, and lists none of it', async () => {
    const root = join(folder, 'disk');
    mkdirSync(join(root, 'f'), {recursive: true});
    writeFileSync(join(root, 'f/.part-0123456789ab'), 'half');
    writeFileSync(join(root, 'f/Not Ours.txt'), 'x');
    await new NodeDisk(root).replace('f/a', bytesOf('whole'));

    expect(await new NodeDisk(root).list('f')).toEqual([{path: 'f/a', bytes: 5}]);
    expect(readdirSync(join(root, 'f')).toSorted()).toEqual(['Not Ours.txt', 'a']);
  });

  it('reads no more at once than it moves, and parts of a larger file', async () => {
    const disk = new NodeDisk(folder);
    await disk.write('f/a', 0, bytesOf('head'));
    truncateSync(join(folder, 'f/a'), diskBytesMax + 1);
    expect([await refusal(disk.read('f/a')), await read(disk, 'f/a', {from: 0, to: 4})]).toEqual(['other', 'head']);
  });

  it('says that the folder cannot be had, and has it once it can', async () => {
    writeFileSync(join(folder, 'disk'), 'in the way');
    const disk = new NodeDisk(join(folder, 'disk'));
    const refused = await refusal(disk.write('f/a', 0, bytesOf('x')));
    rmSync(join(folder, 'disk'));
    expect([refused, await refusal(disk.write('f/a', 0, bytesOf('x')))]).toEqual(['other', 'answered']);
  });
});
