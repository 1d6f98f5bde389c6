import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

import {markedWork, markerState} from './marker.mjs';
import {temporaryFolder} from './temporary-folder.ts';

test('finished work is not done again until something has changed', async () => {
  const marker = path.join(temporaryFolder(), 'dist', '.built');
  const before = markerState(marker, 'a');
  await markedWork(marker, 'a', async () => {});
  expect([before, markerState(marker, 'a'), markerState(marker, 'b')]).toEqual(['never', 'fresh', 'stale']);
});

test('work that was broken off counts as never done', async () => {
  const marker = path.join(temporaryFolder(), '.installed');
  writeFileSync(marker, 'a');
  const work = markedWork(marker, 'b', async () => {
    // A killed process gets no further than here, so the marker has to be gone by now.
    expect(existsSync(marker)).toBe(false);
    throw new Error('the network is gone');
  });
  await expect(work).rejects.toThrow('the network is gone');
  expect([markerState(marker, 'a'), markerState(marker, 'b')]).toEqual(['never', 'never']);
});
