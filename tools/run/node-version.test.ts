import {expect, test} from 'vitest';

import {nodeComplaint} from './node-version.mjs';

test('Node 20.19 and everything newer will do', () => {
  expect(['20.19.0', '20.20.2', '22.0.0', '24.1.0'].map(nodeComplaint)).toEqual(Array(4).fill(undefined));
});

test.each(['16.20.2', '18.20.0', '20.18.3'])('Node %s is told what is needed', (version) => {
  expect(nodeComplaint(version)).toBe(`Tradewind needs Node 20.19 or newer; this is Node ${version}.`);
});
