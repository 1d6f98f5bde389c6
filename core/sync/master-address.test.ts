import {expect, test} from 'vitest';
import {masterAddress} from './master-address.ts';

test('a master is reached under https, and under plain http only on this machine', () => {
  const typed = [
    ' https://tea.example/desk/ ',
    '\u3000https://tea.example/desk//\u00a0',
    'https://tea.example:8443',
    'http://localhost:8787',
    'http://127.0.0.1:8787/',
    'http://tea.example',
    'http://127.0.0.1.tea.example',
    'ftp://tea.example',
    'tea.example',
    '',
    'https://shop.example.com:8443/tea/',
    'http://localhost.example.com',
  ];
  expect(typed.map((each) => masterAddress(each)).map((each) => (each.ok ? each.value : each.fault.code))).toEqual([
    'https://tea.example/desk',
    'https://tea.example/desk',
    'https://tea.example:8443',
    'http://localhost:8787',
    'http://127.0.0.1:8787',
    ...Array<string>(5).fill('sync.insecure'),
    'https://shop.example.com:8443/tea',
    'sync.insecure',
  ]);
});
