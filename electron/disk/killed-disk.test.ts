import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {build} from 'vite';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {NodeDisk} from './node-disk.ts';
import {markerOf, recordOf, writeAndKill} from './testing/killed-writer.ts';

const kills = 20;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-disk-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    root: resolve(import.meta.dirname, '../..'),
    ssr: {noExternal: true},
    build: {
      ssr: 'electron/disk/testing/write-until-killed.ts',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {output: {entryFileNames: 'writer.mjs'}},
    },
  });
});
afterAll(() => rmSync(folder, {recursive: true}));

describe('a desk that is killed while it writes', () => {
  it(`has every answered write and a whole marker, ${kills} times`, async () => {
    const root = join(folder, 'disk');
    const wrong: string[] = [];
    let [first, at, lastMarker] = [0, 0, -1];
    for (let kill = 0; kill < kills; kill++) {
      const answered = await writeAndKill(join(folder, 'writer.mjs'), {root, first, at, livesMs: (kill * 13) % 50});
      const disk = new NodeDisk(root);
      const journal = Buffer.from(must(await disk.read('own/journal'), 'a journal after its first answer'));
      for (; first <= answered.journal; first++) {
        const record = recordOf(first);
        if (!journal.subarray(at, at + record.byteLength).equals(record)) wrong.push(`record ${first}`);
        at += record.byteLength;
      }
      // Behind what was answered, a part of the next record at most.
      if (
        !Buffer.from(recordOf(first))
          .subarray(0, journal.byteLength - at)
          .equals(journal.subarray(at))
      )
        wrong.push(`behind record ${answered.journal}`);

      lastMarker = Math.max(lastMarker, answered.marker);
      const marker = Buffer.from((await disk.read('own/marker')) ?? []);
      const n = Number(/^marker (\d+) /.exec(marker.toString())?.[1] ?? -1);
      if (n < lastMarker || (n >= 0 && !marker.equals(markerOf(n)))) wrong.push(`marker ${n} after ${lastMarker}`);
      if ((await disk.list('own')).length > 2) wrong.push('files left');
    }
    expect([wrong, first >= kills]).toEqual([[], true]);
  }, 60_000);
});
