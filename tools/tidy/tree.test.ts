import {expect, test} from 'vitest';
import {rules} from './rules.ts';
import {readTree, root} from './tree.ts';

test('the tree keeps every rule of the house', () => {
  const files = readTree(root);
  const findings = rules.flatMap((rule) => rule.check(files));
  expect(findings.map(({path, line, rule, says}) => `${path}:${line} ${rule}: ${says}`)).toEqual([]);
});
