import {expect, test} from 'vitest';
import {MemoryDisk} from '../testing/memory-disk.ts';
import type {Instant} from '../time/instant.ts';
import {type Marker, readMarker, removeMarker, writeMarker} from './marker.ts';

const marker: Omit<Marker, 'turn' | 'format'> = {
  shop: {kind: 'own', madeAt: 1_700_000_000_000 as Instant},
  shopKey: 'k'.repeat(43),
  incarnation: 'firstOfAll12',
  origin: 'empty',
};

test('a marker is read as it was written, the newest of all', async () => {
  const disk = new MemoryDisk();
  await writeMarker(disk, marker);
  await writeMarker(disk, {...marker, incarnation: 'secondOfAl12'});
  const read = await readMarker(disk, 'own');
  expect([read?.incarnation, read?.turn, await readMarker(disk, 'demo')]).toEqual(['secondOfAl12', 2, undefined]);
});

test('whichever byte of one copy is damaged, the other still tells', async () => {
  const disk = new MemoryDisk();
  await writeMarker(disk, marker);
  const path = 'own/marker-a';
  const whole = (await disk.read(path)) ?? new Uint8Array();
  const read: unknown[] = [];
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = whole.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    await disk.replace(path, damaged);
    read.push((await readMarker(disk, 'own'))?.incarnation);
  }
  expect([read.length > 100, new Set(read)]).toEqual([true, new Set([marker.incarnation])]);
});

test('killed at any moment of writing, there is the old marker or the new one', async () => {
  for (const call of [3, 4]) {
    for (const kept of [0, 1_000]) {
      const disk = new MemoryDisk();
      await writeMarker(disk, marker);
      const held = disk.holdAt(disk.calls + call);
      void writeMarker(disk, {...marker, incarnation: 'secondOfAl12'}).catch(() => undefined);
      await held;
      const read = await readMarker(disk.crash(kept), 'own');
      expect([marker.incarnation, 'secondOfAl12']).toContain(read?.incarnation);
    }
  }
});

test('two damaged copies, an empty file and somebody else’s file are no marker', async () => {
  const disk = new MemoryDisk();
  const texts = ['', 'hello', '0\n{}', '{"format":"1"}'];
  const read: unknown[] = [];
  for (const text of texts) {
    await disk.replace('own/marker-a', new TextEncoder().encode(text));
    read.push(await readMarker(disk, 'own'));
  }
  await writeMarker(disk, marker);
  await removeMarker(disk, 'own');
  expect([...read, await readMarker(disk, 'own')]).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
