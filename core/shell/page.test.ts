import {expect, test} from 'vitest';

import {withNonce} from './page.ts';

const nonce = 'q83vEjRWeJCrze8SNFZ4kA==';

test('the page carries the nonce of its response in every place', () => {
  const html = '<meta name="csp-nonce" content="__NONCE__"><script nonce="__NONCE__" src="/a.js"></script>';
  expect(withNonce(html, nonce)).toBe(
    `<meta name="csp-nonce" content="${nonce}"><script nonce="${nonce}" src="/a.js"></script>`,
  );
});

test.each(['', 'short', '"><script>alert(1)</script>', "AAAAAAAAAAAAAAAAAAAAAA==' 'unsafe-inline"])(
  'a nonce that could be guessed or could leave its place is a bug: %j',
  (bad) => {
    expect(() => withNonce('<p>', bad)).toThrow('a nonce is at least 16 bytes in base64');
  },
);
