import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {MemoryDisk} from '#core/testing/memory-disk.ts';
import {reserveBytes} from '#core/storage/free-space.ts';
import {Reserve} from './reserve.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('is made little by little, and whatever else is written comes in between', async () => {
  const disk = new MemoryDisk();
  const reserve = new Reserve(disk);
  const making = reserve.make();
  const bytes: (number | undefined)[] = [];
  for (const ms of [0, 1_000, 30_000]) {
    await vi.advanceTimersByTimeAsync(ms);
    bytes.push((await disk.list('room'))[0]?.bytes);
  }
  await making;
  expect([bytes, await reserve.isMade()]).toEqual([[256 * 1024, 11 * 256 * 1024, reserveBytes], true]);
});

test('goes on where it was broken off', async () => {
  const disk = new MemoryDisk();
  await disk.write('room/reserve', 0, new Uint8Array(reserveBytes - 256 * 1024).fill(7));
  const reserve = new Reserve(disk);
  const before = await reserve.isMade();
  const making = reserve.make();
  await vi.advanceTimersByTimeAsync(200);
  await making;
  const [file] = await disk.list('room');
  expect([before, file?.bytes, (await disk.read('room/reserve'))?.[0]]).toEqual([false, reserveBytes, 7]);
});
