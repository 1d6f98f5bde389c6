import {expect} from '@playwright/test';
import type {Page} from 'playwright';
import {test} from './disk/trial-story.ts';
import {markerOf, recordOf} from './disk/trial-records.ts';
import type {TrialCall} from './disk/trial-messages.ts';

function call(page: Page, ...what: TrialCall): Promise<unknown> {
  return page.evaluate((given) => window.trial.call(...given), what);
}

test('the disk of this edition keeps every promise of a disk', async ({edition}) => {
  const page = await edition.start();

  const outcomes = await page.evaluate(() => window.trial.promises());

  expect(outcomes.length).toBeGreaterThan(10);
  expect(outcomes.map(({name, found}) => ({name, found}))).toEqual(
    outcomes.map(({name, expected}) => ({name, found: expected})),
  );
});

test('what the disk answered is there after the program was killed', async ({edition}) => {
  const wrong: string[] = [];
  for (let kill = 0; kill < 4; kill++) {
    const page = await edition.start();
    await page.evaluate(() => window.trial.forever());
    await expect.poll(() => page.evaluate(() => window.trial.answered)).toBeGreaterThan(3 + 4 * kill);
    const answered = await page.evaluate(() => window.trial.answered);
    await edition.kill();

    const next = await edition.start();
    const journal = String(await call(next, 'read', 'own/journal'));
    const marker = String(await call(next, 'read', 'own/marker'));
    const files = await call(next, 'list', 'own');
    const written = Array.from({length: answered + 1}, (_, n) => recordOf(n)).join('');
    if (!journal.startsWith(written)) wrong.push(`the journal has not what was answered up to ${answered}`);
    const n = Number(/^marker (\d+) /.exec(marker)?.[1] ?? -1);
    if (n < answered || marker !== markerOf(n)) wrong.push(`a marker of ${n} after ${answered}`);
    expect(files).toEqual([
      {path: 'own/journal', bytes: journal.length},
      {path: 'own/marker', bytes: marker.length},
    ]);
    await edition.close();
  }
  expect(wrong).toEqual([]);
});

test('a page that was loaded anew has the disk, and nothing that the old one was answered is lost', async ({
  edition,
}) => {
  const page = await edition.start();
  await call(page, 'write', 'own/journal', 0, 'abc');
  await page.reload();

  await expect.poll(() => call(page, 'write', 'own/journal', 3, 'def')).toBeUndefined();
  expect(await call(page, 'read', 'own/journal')).toEqual('abcdef');
});

test('a second window is told that the browser files of the first are busy', async ({edition, editionName}) => {
  const first = await edition.start();
  await call(first, 'write', 'own/journal', 0, 'abc');
  const second = await edition.windowFrom(async () => {
    if (editionName === 'browser') await first.evaluate(() => void window.open(location.href, '_blank', 'noopener'));
    else await first.evaluate(() => window.desktop.call('window.open', {}));
  });
  await second.waitForFunction(() => 'trial' in window);

  // In the desktop all windows write through one process, and each finds what the others wrote.
  const isShared = editionName === 'desktop';
  expect([await call(second, 'write', 'own/journal', 3, 'd'), await call(second, 'read', 'own/journal')]).toEqual(
    isShared ? [undefined, 'abcd'] : ['busy', 'busy'],
  );
  expect(await call(first, 'read', 'own/journal')).toEqual(isShared ? 'abcd' : 'abc');
});

test('a page whose port was given away anew is told that its disk is closed', async ({edition, editionName}) => {
  const page = await edition.start();
  await call(page, 'write', 'own/journal', 0, 'abc');
  if (editionName === 'desktop') {
    await page.evaluate(() => window.desktop.call('disk.open', {}));
    await expect.poll(() => call(page, 'read', 'own/journal')).toEqual('closed');
    return;
  }
  expect(await call(page, 'read', 'own/journal')).toEqual('abc');
});
