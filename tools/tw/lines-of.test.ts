import {expect, test} from 'vitest';
import {linesOf} from './lines-of.ts';

async function linesIn(pieces: readonly Uint8Array[], lengthMax = 10): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(stream(pieces), lengthMax)) lines.push(line);
  return lines;
}

async function* stream(pieces: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

test('lines are the same however the bytes come in', async () => {
  const text = new TextEncoder().encode('\uFEFFone\r\n\n二\nfour');
  const expected = ['one', '', '二', 'four'];

  const whole = await linesIn([text]);
  const byteByByte = await linesIn([...text].map((byte) => Uint8Array.of(byte)));

  expect([whole, byteByByte]).toEqual([expected, expected]);
});

test('a long line is kept only so far that it shows, and an end of the file is no line', async () => {
  const pieces = ['1'.repeat(8), '2'.repeat(8), '3\nshort\n'].map((text) => new TextEncoder().encode(text));

  expect(await linesIn(pieces)).toEqual(['11111111222', 'short']);
});
