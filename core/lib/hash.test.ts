import {createHash, createHmac} from 'node:crypto';
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {base64url, fromBase64url, hashText, macUnder, quickDigest} from './hash.ts';

test('bytes are written as Node writes them, and read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 200}), (bytes) => {
      const text = base64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect([...fromBase64url(text)]).toEqual([...bytes]);
    }),
  );
});

test('a text hashes to the SHA-256 of its UTF-8 bytes', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), (text) => {
      expect(Buffer.from(hashText(text)).toString('hex')).toBe(createHash('sha256').update(text).digest('hex'));
    }),
  );
});

test('a text under a key has the HMAC that Node gives it, however many came before', () => {
  const mac = macUnder(new Uint8Array(32).fill(7));
  const key = Buffer.alloc(32, 7);
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), (text) => {
      expect(Buffer.from(mac(text)).toString('hex')).toBe(createHmac('sha256', key).update(text).digest('hex'));
    }),
  );
});

test('a quick digest is the same for ever, and another for another text', () => {
  const texts = Array.from({length: 50_000}, (_, at) => `[["TEA-${at % 9}","Green tea",${at},${at * 7}]]`);
  expect(['', 'TEA-1', '田中 千絵'].map(quickDigest)).toMatchInlineSnapshot(`
    [
      "1aee8d83c14d9671",
      "b04fb0ab856bcb80",
      "7c4e1f86b67d4f76",
    ]
  `);
  expect(new Set(texts.map(quickDigest)).size).toBe(texts.length);
});
