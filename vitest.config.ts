import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,renderer,electron,tools}/**/*.test.{ts,tsx}'],
    // Where core runs: without a DOM. A test of a page asks for one in its first line.
    environment: 'node',
    testTimeout: 20_000,
  },
});
