import {expect, test} from 'vitest';
import {masterAddress} from './master-address.ts';

test('a master is spoken to over a sealed line, or on this computer', () => {
  const typed = [
    ' https://shop.example.com/ ',
    'https://shop.example.com:8443/tea/',
    'http://127.0.0.1:4790',
    'http://localhost:4790/',
    'http://shop.example.com',
    'http://localhost.example.com',
    'shop.example.com',
    'ftp://shop.example.com',
    '',
  ];
  expect(typed.map(masterAddress)).toEqual([
    'https://shop.example.com',
    'https://shop.example.com:8443/tea',
    'http://127.0.0.1:4790',
    'http://localhost:4790',
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
