import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {inRoot} from './places.mjs';
import {firstLine} from './tally.mjs';

/** Where the tally of the last unit run is written. */
export const unitReportFile = inRoot('test-results', 'unit.json');

/** A Vitest reporter that writes a Tally. Vitest's own JSON leaves out why a test was skipped. */
export default class UnitReport {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} errors thrown outside of any test
   */
  onTestRunEnd(modules, errors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const broken = groups.filter((group) => group.errors().length > 0);
    const failed = tests.filter((test) => test.result().state === 'failed');
    const named = [...failed, ...broken].map((one) =>
      one.type === 'module' ? one.relativeModuleId : `${one.module.relativeModuleId} > ${one.fullName}`,
    );
    /** @type {import('./tally.mjs').Tally} */
    const tally = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: failed.length + broken.length + errors.length,
      failures: [...named, ...errors.map((error) => firstLine(String(error)))],
      skips: tests.flatMap((test) => {
        const result = test.result();
        if (result.state === 'passed' || result.state === 'failed') return [];
        const reason = result.state === 'skipped' ? result.note : undefined;
        return [{name: `${test.module.relativeModuleId} > ${test.fullName}`, reason}];
      }),
    };
    mkdirSync(path.dirname(unitReportFile), {recursive: true});
    writeFileSync(unitReportFile, JSON.stringify(tally));
  }
}
