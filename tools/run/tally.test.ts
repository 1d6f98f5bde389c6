import type {JSONReport, JSONReportSpec, JSONReportTest} from '@playwright/test/reporter';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

import {tallyOfFile, tallyOfPlaywright} from './tally.mjs';
import {temporaryFolder} from './temporary-folder.ts';

const where = {file: 'ship.spec.ts', line: 1, column: 1};

function story(title: string, status: JSONReportTest['status'], annotations: JSONReportTest['annotations'] = []) {
  const run: JSONReportTest = {
    timeout: 60_000,
    annotations,
    expectedStatus: 'passed',
    projectName: '',
    projectId: '',
    results: [],
    status,
  };
  return {tags: [], title, ok: true, id: title, ...where, tests: [run]} satisfies JSONReportSpec;
}

function report(specs: JSONReportSpec[], errors: JSONReport['errors'] = []): Pick<JSONReport, 'suites' | 'errors'> {
  return {errors, suites: [{...where, title: 'ship.spec.ts', specs: [], suites: [{...where, title: 'labels', specs}]}]};
}

test('stories are counted through all groups, with the reason of each that was skipped', () => {
  const specs = [
    story('prints', 'expected'),
    story('voids', 'unexpected'),
    story('sometimes prints', 'flaky'),
    story('prints from the desktop', 'skipped', [{type: 'skip', description: 'no Electron'}]),
    story('prints later', 'skipped', [{type: 'fixme'}]),
  ];
  expect(tallyOfPlaywright(report(specs), () => {})).toEqual({
    passed: 2,
    failed: 1,
    skips: [
      {name: 'ship.spec.ts > labels > prints from the desktop', reason: 'no Electron'},
      {name: 'ship.spec.ts > labels > prints later', reason: undefined},
    ],
    failures: ['ship.spec.ts > labels > voids'],
  });
});

test('stories that pass at the second try are named, and more than two of them fail', () => {
  const unsteady = ['prints', 'voids', 'opens'].map((title) => story(title, 'flaky'));
  const printed: string[] = [];
  const two = tallyOfPlaywright(report(unsteady.slice(0, 2)), (line) => printed.push(line));
  const three = tallyOfPlaywright(report(unsteady), () => {});
  expect([two, three, printed]).toEqual([
    {passed: 2, failed: 0, skips: [], failures: []},
    {passed: 0, failed: 3, skips: [], failures: ['prints', 'voids', 'opens']},
    ['Passed at the second try: prints', 'Passed at the second try: voids'],
  ]);
});

test('a story that no worker reached and an error outside of all stories are failures', () => {
  const counted = tallyOfPlaywright(
    report([story('prints', 'skipped')], [{message: 'a spec does not compile\n  at ship'}]),
  );
  expect(counted).toEqual({
    passed: 0,
    failed: 2,
    skips: [],
    failures: ['a spec does not compile', 'ship.spec.ts > labels > prints'],
  });
});

test.each([
  ['no report was written', undefined, 0, 1],
  ['all went well', {passed: 3, failed: 0, skips: []}, 0, 0],
  ['it ended badly after all tests had passed', {passed: 3, failed: 0, skips: []}, 1, 1],
  ['two tests failed', {passed: 3, failed: 2, skips: []}, 1, 2],
])('the runner of a part: %s', (_what, written, code, failed) => {
  const file = path.join(temporaryFolder(), 'report.json');
  if (written) writeFileSync(file, JSON.stringify(written));
  expect(tallyOfFile(file, code, (tally) => tally).failed).toBe(failed);
});
