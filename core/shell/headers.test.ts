import {expect, test} from 'vitest';

import {securityHeaders} from './headers.ts';

const nonce = 'AAAAAAAAAAAAAAAAAAAAAA==';

function policyOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  const parts = headers['content-security-policy']?.split('; ') ?? [];
  return Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]));
}

test('the page may load only what came with the program', () => {
  expect(policyOf(securityHeaders({nonce}))).toEqual({
    'default-src': `'none'`,
    'script-src': `'self' 'nonce-${nonce}'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': `'self' data: blob:`,
    'font-src': `'self'`,
    'connect-src': `'self'`,
    'worker-src': `'self'`,
    'manifest-src': `'self'`,
    'frame-ancestors': `'none'`,
    'base-uri': `'none'`,
    'form-action': `'none'`,
  });
});

test('what is not the page may not run anything inline, but WebAssembly that came with the program', () => {
  const policy = policyOf(securityHeaders());
  expect([policy['script-src'], policy['style-src']]).toEqual([`'self' 'wasm-unsafe-eval'`, `'self'`]);
});

test('a worker may reach a master, but none over plain http that is not on this machine', () => {
  const sources = policyOf(securityHeaders())['connect-src']?.split(' ') ?? [];
  expect(sources).toEqual([
    `'self'`,
    'https:',
    'wss:',
    'http://127.0.0.1:*',
    'ws://127.0.0.1:*',
    'http://localhost:*',
    'ws://localhost:*',
  ]);
});

test('the window is cut off from other windows and from abilities nobody needs', () => {
  const {'content-security-policy': policy, 'permissions-policy': abilities, ...rest} = securityHeaders({nonce});
  expect(policy).not.toContain('unsafe');
  expect(abilities?.split(', ').every((ability) => ability.endsWith('=()'))).toBe(true);
  expect(abilities).toContain('camera=(), ');
  // A scale at the bench is asked for by the page itself; frames there are none.
  expect(abilities).not.toMatch(/hid|serial/);
  expect(rest).toEqual({
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
});
