import {expect, test} from 'vitest';
import {type Host, optionsOf, usualFolder} from './options.ts';

const host: Host = {platform: 'linux', env: {}, home: '/home/ana', isRoot: false, folder: '/home/ana/work'};

test('without a word a master starts for this machine alone, beside what belongs to the person', () => {
  expect(optionsOf([], host)).toEqual({
    command: 'serve',
    file: '/home/ana/work',
    data: '/home/ana/.local/share/tradewind/cloud',
    databaseUrl: undefined,
    host: '127.0.0.1',
    port: 4790,
    proxies: [],
  });
});

test('what is asked for is what is done, and paths begin where the person stands', () => {
  const env = {DATABASE_URL: 'postgres://db/tradewind'};
  const args = [
    'backup',
    'today.backup',
    '--data',
    '../shop',
    '--port=0',
    '--host',
    '::',
    '--proxy',
    'a',
    '--proxy',
    'b',
  ];
  expect(optionsOf(args, {...host, env})).toEqual({
    command: 'backup',
    file: '/home/ana/work/today.backup',
    data: '/home/ana/shop',
    databaseUrl: 'postgres://db/tradewind',
    host: '::',
    port: 0,
    proxies: ['a', 'b'],
  });
});

test.each([
  [['destroy']],
  [['backup']],
  [['restore', 'a', 'b']],
  [['serve', 'a']],
  [['--nothing']],
  [['--port', 'http']],
  [['--port', '65536']],
  [['--port', '-1']],
  [['--data']],
])('%j is answered with how to ask', (args) => {
  expect(() => optionsOf(args, host)).toThrow(expect.objectContaining({name: 'Refusal'}));
});

test('data lie where each system keeps what belongs to a person, and what root starts belongs to the machine', () => {
  const folders = [
    usualFolder({...host, env: {XDG_DATA_HOME: '/data'}}),
    usualFolder({...host, isRoot: true}),
    usualFolder({...host, platform: 'darwin', home: '/Users/ana'}),
    usualFolder({...host, platform: 'win32', env: {LOCALAPPDATA: String.raw`C:\Local`}}),
  ];
  expect(folders).toEqual([
    '/data/tradewind/cloud',
    '/var/lib/tradewind/cloud',
    '/Users/ana/Library/Application Support/tradewind/cloud',
    String.raw`C:\Local\tradewind\cloud`,
  ]);
});
