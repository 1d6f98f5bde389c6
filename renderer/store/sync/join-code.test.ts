import {expect, test} from 'vitest';
import {base64url} from '#core/lib/hash.ts';
import {
  fingerprintOf,
  newSecret,
  proofOf,
  readJoinCode,
  unwrapKey,
  verifierOf,
  wrapKey,
  writeJoinCode,
} from './join-code.ts';

const key = 'K'.repeat(43);

test('a code says where the master is, whom to expect there, and what opens the key, also broken into lines', async () => {
  const code = {
    url: 'https://tea.example',
    fingerprint: await fingerprintOf(key),
    codeId: 'code--------',
    secret: newSecret(),
  };
  const typed = writeJoinCode(code);
  const broken = ` ${typed.slice(0, 30)}\r\n${typed.slice(30, 31)} ${typed.slice(31)}\n`;
  expect([readJoinCode(typed), readJoinCode(broken)]).toEqual([
    {ok: true, value: code},
    {ok: true, value: code},
  ]);
});

test('what is no whole code is told apart from one that leads to no safe place', async () => {
  const code = {
    url: 'http://tea.example',
    fingerprint: await fingerprintOf(key),
    codeId: 'code--------',
    secret: newSecret(),
  };
  const typed = writeJoinCode(code);
  const told = ['', 'TW1.', 'TW2.e30', typed.slice(0, -9), `x${typed}`, `TW1.${base64url(new Uint8Array(40))}`, typed];
  expect(told.map(readJoinCode).map((read) => (read.ok ? '' : read.fault.code))).toEqual([
    ...Array<string>(6).fill('sync.code_unreadable'),
    'sync.insecure',
  ]);
});

test('only the code itself opens the key, and neither what the master keeps nor another master’s code does', async () => {
  const [secret, shopKey] = [newSecret(), crypto.getRandomValues(new Uint8Array(32))];
  const code = {secret, fingerprint: await fingerprintOf(key)};
  const wrapped = await wrapKey(code, shopKey);
  const proof = await proofOf(code);
  const tried = [code, {...code, secret: newSecret()}, {...code, fingerprint: 'A'.repeat(22)}];
  const opened = await Promise.all(tried.map((one) => unwrapKey(one, wrapped)));
  const changed = await unwrapKey(code, `${wrapped.slice(0, -2)}${wrapped.endsWith('AA') ? 'BB' : 'AA'}`);
  expect({
    opened: [...opened, changed].map((one) => (one.ok ? base64url(one.value) === base64url(shopKey) : one.fault.code)),
    lengths: [proof.length, (await verifierOf(proof)).length],
    isOneSecret: wrapped.includes(proof) || (await verifierOf(proof)) === proof,
  }).toEqual({opened: [true, 'sync.damaged', 'sync.damaged', 'sync.damaged'], lengths: [43, 43], isOneSecret: false});
});
