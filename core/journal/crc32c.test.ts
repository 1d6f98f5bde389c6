import {expect, test} from 'vitest';
import {crc32c} from './crc32c.ts';

test('the checksums are those that RFC 3720 gives for its examples', () => {
  const rising = Uint8Array.from({length: 32}, (_, at) => at);
  const examples = [new Uint8Array(32), new Uint8Array(32).fill(0xff), rising, rising.toReversed()];
  expect(examples.map((bytes) => crc32c(bytes))).toEqual([0x8a9136aa, 0x62a8ab43, 0x46dd794e, 0x113fdb5c]);
});

test('a checksum goes on where another ended', () => {
  const bytes = new TextEncoder().encode('123456789');
  const inTwo = crc32c(bytes.subarray(4), crc32c(bytes.subarray(0, 4)));
  expect([crc32c(bytes), inTwo]).toEqual([0xe3069283, 0xe3069283]);
});

test('a checksum is the same however the bytes lie in memory and are cut', () => {
  const bytes = Uint8Array.from({length: 67}, (_, at) => (at * 37 + 11) & 0xff);
  const whole = crc32c(bytes);
  const cut = Array.from(bytes, (_, at) => crc32c(bytes.subarray(at), crc32c(bytes.subarray(0, at))));
  expect([...new Set(cut)]).toEqual([whole]);
});
