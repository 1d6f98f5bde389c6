import {expect, test} from 'vitest';
import {HeldFile, type MarkedFile} from './held-file.ts';

/** A file that counts how often something of it is fetched. */
function counted(mark: number, size: number): {readonly file: MarkedFile; readonly fetched: () => number} {
  let fetched = 0;
  class Counting extends Blob {
    override arrayBuffer(): Promise<ArrayBuffer> {
      fetched += 1;
      return super.arrayBuffer();
    }

    override slice(from?: number, below?: number): Blob {
      fetched += 1;
      return super.slice(from, below);
    }
  }
  const blob = new Counting([new Uint8Array(size).fill(mark)]);
  return {file: {name: 'orders.csv', changedAt: 1, blob, mark}, fetched: () => fetched};
}

async function firstBytes(held: HeldFile, file: MarkedFile): Promise<readonly number[]> {
  const {source, parts} = await held.open(file);
  const bytes = [...(await source.read(0, 1))];
  for await (const part of parts()) return [...bytes, part[0] ?? 0];
  return bytes;
}

test('a file that is looked at, read and packed is fetched once, until another comes or it is let go', async () => {
  const held = new HeldFile();
  const [one, two] = [counted(1, 2 ** 20 + 1), counted(2, 10)];
  const seen = [await firstBytes(held, one.file), await firstBytes(held, one.file)];
  const once = one.fetched();
  seen.push(await firstBytes(held, two.file), await firstBytes(held, one.file));
  held.letGo();
  seen.push(await firstBytes(held, one.file));

  expect({seen, once, fetched: [one.fetched(), two.fetched()]}).toEqual({
    seen: [
      [1, 1],
      [1, 1],
      [2, 2],
      [1, 1],
      [1, 1],
    ],
    once: 1,
    fetched: [3, 1],
  });
});

test('of a large file no more is held in memory than the part that is looked at', async () => {
  const held = new HeldFile();
  const {file, fetched} = counted(7, 16 * 2 ** 20 + 1);
  const {isHeld} = await held.open(file);
  await firstBytes(held, file);
  await firstBytes(held, file);

  expect([isHeld, fetched()]).toEqual([false, 4]);
});
