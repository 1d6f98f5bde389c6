import {defineConfig} from '@playwright/test';

const executablePath = process.env['CHROMIUM_PATH'];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  timeout: 60_000,
  // A story that passes only at the second try hides a race; it fails here.
  retries: 0,
  workers: Number(process.env['E2E_WORKERS'] ?? 2),
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['line'], ['json', {outputFile: '../test-results/e2e.json'}]],
  use: {
    launchOptions: {
      ...(executablePath === undefined ? {} : {executablePath}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
});
