import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {watchWaking} from './wake-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a machine that has slept, or whose clock was set, wakes it; one that was only slow does not', () => {
  let times = 0;
  const stop = watchWaking(() => (times += 1));
  const told: number[] = [];
  const jump = (ms: number): void => {
    vi.setSystemTime(Date.now() + ms);
    vi.advanceTimersByTime(5_000);
    told.push(times);
  };
  for (const ms of [0, 8_000, 3_600_000, 0, -3_600_000, 0]) jump(ms);
  stop();
  jump(3_600_000);
  expect(told).toEqual([0, 0, 1, 1, 2, 2, 2]);
});
