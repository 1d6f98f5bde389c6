import {expect, test} from 'vitest';
import {type Report, verdictOf} from './verdict.ts';

const source = 'const a = 1;\nif (a > 0\n  && a < 9) go();\n';

function planted(status: string, line: number, from: number, to: number, replacement: string) {
  const location = {start: {line, column: from}, end: {line, column: to}};
  return {mutatorName: 'Test', status, replacement, location};
}

const split = {
  mutatorName: 'Test',
  status: 'Survived',
  replacement: 'a > 0\n  || a < 9',
  location: {start: {line: 2, column: 5}, end: {line: 3, column: 11}},
};

const report: Report = {
  files: {
    'a.ts': {
      source,
      mutants: [
        planted('Killed', 1, 11, 12, '2'),
        planted('Timeout', 1, 11, 12, '3'),
        planted('Survived', 2, 5, 10, 'a >= 0'),
        planted('NoCoverage', 3, 13, 17, 'stop()'),
        planted('Ignored', 1, 7, 8, 'b'),
        planted('CompileError', 1, 7, 8, 'c'),
        split,
      ],
    },
  },
  testFiles: {'a.test.ts': {tests: [1]}, 'b.test.ts': {tests: []}},
};

test('what survived is explained by the ledger or told with its place, and nothing else counts against the score', () => {
  const ledger = [
    {file: 'a.ts', line: 'if (a > 0', kind: 'equivalent', why: 'a is 1', faults: [['a > 0', 'a >= 0']]},
    {file: 'a.ts', line: 'const b', kind: 'cost', why: 'of another line', faults: [['go()', 'stop()']]},
    {file: 'a.ts', line: 'const a', kind: 'cost', why: 'found long since', faults: [['1', '2']]},
    {file: 'b.ts', line: 'const a', kind: 'cost', why: 'not asked for', faults: [['1', '2']]},
  ] as const;
  const killers = ['a.test.ts', 'b.test.ts', 'c.test.ts'];
  expect(verdictOf(report, {ledger, killers})).toEqual({
    scores: [{file: 'a.ts', found: 2, of: 5}],
    found: 2,
    of: 5,
    explained: new Map([['equivalent', 1]]),
    unexplained: [
      {file: 'a.ts', line: 3, text: '&& a < 9) go();', mutator: 'Test', was: 'go()', is: 'stop()'},
      {file: 'a.ts', line: 2, text: 'if (a > 0', mutator: 'Test', was: 'a > 0 && a < 9', is: 'a > 0 || a < 9'},
    ],
    stale: ['a.ts: go()  =>  stop()', 'a.ts: 1  =>  2'],
    silent: ['b.test.ts', 'c.test.ts'],
  });
});
