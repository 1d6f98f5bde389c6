import {defineConfig} from '@playwright/test';
import type {Stage} from './editions/story.ts';
import {chromiumArguments} from './standin/chromium-arguments.ts';
import {programPath} from './standin/chromium.ts';

/** Stories about the desktop itself. */
const aboutDesktop = ['desktop-*.spec.ts', 'standin/*.spec.ts'];
/** What every page looks like is the same in both editions. */
const aboutLooks = ['every-page.spec.ts'];
/**
 * Keys, forms and sums inside a page. The editions differ in their storage, their files, their windows and what starts them: a story
 * of those is told in both, and so are its keys and forms.
 */
const aboutPages = [
  'bought-labels.spec.ts',
  'order-by-hand.spec.ts',
  'orders-by-keyboard.spec.ts',
  'pack-together.spec.ts',
  'papers.spec.ts',
  'sales.spec.ts',
  'scale.spec.ts',
  'scanner.spec.ts',
  'ship-day.spec.ts',
];
/** What passes between a desk's worker and its master: the same worker in both. */
const aboutTheWay = ['the-light.spec.ts'];

export default defineConfig<Stage>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  timeout: 60_000,
  // The demo shop of 5,000 orders is made within one of these waits, also on a slow and busy machine.
  expect: {timeout: 15_000},
  // A story that passes only at the second try is named by the run, and more than two of them fail it.
  retries: 1,
  fullyParallel: true,
  // One more than the cores a test run has: a third of a story is waiting, for a person's pause or for a disk.
  workers: Number(process.env['E2E_WORKERS'] ?? 3),
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['line'], ['json', {outputFile: '../test-results/e2e.json'}]],
  projects: [
    {name: 'browser', use: {editionName: 'browser'}, testIgnore: aboutDesktop},
    {
      name: 'desktop',
      use: {editionName: 'desktop'},
      testIgnore: [...aboutLooks, ...aboutPages, ...aboutTheWay],
      // A story about keys, forms and sums in a file whose other stories are about storage, files or windows.
      grepInvert: /@once/,
    },
  ],
  use: {
    launchOptions: {
      executablePath: programPath('shell'),
      args: [...chromiumArguments()],
    },
  },
});
