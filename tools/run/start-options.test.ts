import path from 'node:path';
import {expect, test} from 'vitest';

import {demoOrdersMax} from '#core/shell/contract.ts';

import {startOptions} from './start-options.mjs';

const usual = {demo: undefined, port: 4780, browser: false, electron: false, open: true, profile: undefined};

test.each([
  {args: [], options: {}},
  {args: ['--demo', '5000'], options: {demo: 5000}},
  {args: ['--demo=5000'], options: {demo: 5000}},
  {args: ['--demo', String(demoOrdersMax)], options: {demo: demoOrdersMax}},
  {args: ['--electron'], options: {electron: true}},
  {args: ['--browser'], options: {browser: true}},
  {args: ['--no-open'], options: {browser: true, open: false}},
  {args: ['--port', '5000', '--demo', '12'], options: {browser: true, port: 5000, demo: 12}},
  {args: ['--profile', 'here'], options: {profile: path.resolve('/desk', 'here')}},
  {args: ['--profile=/a=b'], options: {profile: path.resolve('/a=b')}},
])('npm start -- $args', ({args, options}) => {
  expect(startOptions(args, '/desk')).toEqual({...usual, ...options});
});

test.each([
  [['--demo'], '--demo needs a whole number from 1 to 200,000.'],
  [['--demo', '0'], '--demo needs a whole number from 1 to 200,000.'],
  [['--demo', String(demoOrdersMax + 1)], '--demo needs a whole number from 1 to 200,000.'],
  [['--demo', '1e3'], '--demo needs a whole number from 1 to 200,000.'],
  [['--port', '65536'], '--port needs a whole number from 1 to 65,535.'],
  [['--profile', '--browser'], '--profile needs a folder.'],
  [['--electron', '--browser'], 'Either --electron or the browser edition, not both.'],
  [['--sync'], 'npm start does not know --sync.'],
  [['here'], 'npm start does not know here.'],
])('npm start -- %j is refused in a sentence', (args, sentence) => {
  expect(() => startOptions(args)).toThrow(sentence);
});
