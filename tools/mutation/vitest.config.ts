import {defineConfig} from 'vitest/config';
import {BaseSequencer, type TestSpecification} from 'vitest/node';
import {killers} from './killers.ts';

const files = killers(process.cwd());

class QuickestFirst extends BaseSequencer {
  override async sort(asked: TestSpecification[]): Promise<TestSpecification[]> {
    const turn = ({moduleId}: TestSpecification): number => files.findIndex((file) => moduleId.endsWith(file));
    return asked.toSorted((a, b) => turn(a) - turn(b));
  }
}

export default defineConfig({
  test: {
    include: [...files],
    setupFiles: ['tools/mutation/first-failure.ts'],
    environment: 'node',
    // Loading core costs more than most of its tests do.
    isolate: false,
    sequence: {sequencer: QuickestFirst},
    // What goes on for ever Stryker ends. On a busy machine a test may wait long for its turn, and then nothing would be begun.
    testTimeout: 600_000,
  },
});
