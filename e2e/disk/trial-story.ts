import {test as base} from '@playwright/test';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startServer} from '../../tools/serve/server.ts';
import {browserEdition} from '../editions/browser-edition.ts';
import {desktopEdition} from '../editions/desktop-edition.ts';
import type {Stage} from '../editions/story.ts';
import {witness} from '../editions/witness.ts';
import {buildTinyApp} from '../standin/tiny-app.ts';
import {buildTrial} from './build-trial.ts';

interface TrialFolder {
  /** An application folder whose page is that of the trials. */
  readonly appFolder: string;
}

/** Stories about the disk, in both editions, around a page that gives a worker the disk as the product's page does. */
export const test = base.extend<Stage, TrialFolder>({
  appFolder: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern; here none.
    async ({}, give) => {
      const folder = mkdtempSync(join(tmpdir(), 'tradewind-trial-'));
      await buildTinyApp(folder);
      await buildTrial(join(folder, 'dist/renderer'));
      await give(folder);
      rmSync(folder, {recursive: true});
    },
    {scope: 'worker'},
  ],
  editionName: ['browser', {option: true}],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern; here none.
  seen: async ({}, give) => give(witness()),
  edition: async ({editionName, seen, appFolder}, give) => {
    const profile = mkdtempSync(join(tmpdir(), 'tradewind-story-'));
    const folder = join(appFolder, 'dist/renderer');
    const server = editionName === 'browser' ? await startServer({folder, port: 0, version: '0.0.0'}) : undefined;
    const edition = server
      ? browserEdition(server.origin, profile, seen.onPage)
      : desktopEdition(profile, seen.onPage, {mainBundle: join(appFolder, 'dist/electron/main.cjs')});
    await give(edition);
    await edition.close();
    await server?.close();
    rmSync(profile, {recursive: true, maxRetries: 3});
  },
});
