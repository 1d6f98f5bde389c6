import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,renderer,electron,cloud,tools}/**/*.test.{ts,tsx}'],
    // Where core runs: without a DOM. A test of a page asks for one in its first line.
    environment: 'node',
    // A thread for each file starts several times faster than a process.
    pool: 'threads',
    // Left alone it keeps one core for itself, which is half of a machine with two.
    maxWorkers: '100%',
    setupFiles: ['tools/unit/own-channels.ts', 'renderer/app/testing/patience.ts'],
    globalSetup: ['cloud/testing/shared-postgres.ts'],
    testTimeout: 20_000,
  },
});
