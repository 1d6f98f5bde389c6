import {expect, test as base} from '@playwright/test';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {browserEdition, serveBuiltPage} from './browser-edition.ts';
import {desktopEdition} from './desktop-edition.ts';
import type {Edition, EditionName} from './edition.ts';
import type {Program} from '../standin/chromium.ts';
import {type Witness, witness} from './witness.ts';

export interface Stage {
  /** Which edition the story runs in; the projects of `playwright.config.ts` say. */
  readonly editionName: EditionName;
  /** What the pages are shown in; a file of stories in which the browser around them has a say asks for all of it. */
  readonly program: Program;
  /** Looks on; what it has to complain about fails the story. */
  readonly seen: Witness;
  /** Tradewind on a profile that is empty when the story begins. */
  readonly edition: Edition;
}

/** One story, told in the browser edition and in the desktop. */
export const test = base.extend<Stage>({
  editionName: ['browser', {option: true}],
  program: ['shell', {option: true}],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern; here none.
  seen: async ({}, give) => {
    const seen = witness();
    await give(seen);
    expect(seen.complaints()).toEqual([]);
  },
  edition: async ({editionName, program, seen}, give) => {
    const profile = mkdtempSync(join(tmpdir(), 'tradewind-story-'));
    const server = editionName === 'browser' ? await serveBuiltPage() : undefined;
    const edition = server
      ? browserEdition(server.origin, profile, seen.onPage, program)
      : desktopEdition(profile, seen.onPage, {program});
    await give(edition);
    await edition.close();
    await server?.close();
    rmSync(profile, {recursive: true, maxRetries: 3});
  },
});
