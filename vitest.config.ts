import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    // A thread starts several times faster than a process.
    pool: 'threads',
    // Left alone it keeps one core for itself, which is half of a machine with two.
    maxWorkers: '100%',
    // Files of one project follow each other in the same threads, over the same modules: reading those anew for each file took longer
    // than the tests. So a test leaves nothing behind in a module; `npm run unit -- --isolate` tells whether one does.
    isolate: false,
    // Only what hangs ends here: under a busy machine each test takes several times as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['{core,electron,cloud,tools}/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['cloud/testing/shared-postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'desk',
          include: ['renderer/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tools/unit/own-channels.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['renderer/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: [
            'tools/unit/own-channels.ts',
            'renderer/app/testing/patience.ts',
            'renderer/app/testing/first-size.ts',
          ],
        },
      },
    ],
  },
});
