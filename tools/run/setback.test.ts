import {expect, test} from 'vitest';

import {withSetback} from './setback.mjs';
import {temporaryFolder} from './temporary-folder.ts';

const hourMs = 60 * 60 * 1000;

test('a download that failed is left alone for a day, unless somebody asks for it', async () => {
  const folder = temporaryFolder();
  const tries: string[] = [];
  const attempt = (when: string, works: boolean) => async () => {
    tries.push(when);
    return works;
  };
  const now = {folder, nowMs: 0};
  const results = [
    await withSetback('electron', attempt('first', false), now),
    await withSetback('electron', attempt('an hour later', true), {...now, nowMs: hourMs}),
    await withSetback('chromium', attempt('another one', true), {...now, nowMs: hourMs}),
    await withSetback('electron', attempt('asked for', false), {...now, nowMs: 2 * hourMs, again: true}),
    await withSetback('electron', attempt('a day after the first', true), {...now, nowMs: 25 * hourMs}),
    await withSetback('electron', attempt('a day after the last', true), {...now, nowMs: 26 * hourMs}),
  ];
  expect({results, tries}).toEqual({
    results: [false, false, true, false, false, true],
    tries: ['first', 'another one', 'asked for', 'a day after the last'],
  });
});
