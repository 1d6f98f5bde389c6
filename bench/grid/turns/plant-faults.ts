import {type Session, rest} from '../browser.ts';
import type {Turn} from '../turn.ts';
import {wheelFor} from './scroll.ts';

/** What is planted; a scroll must then cost a frame at least half of it more than before. */
export const plantedBusyMs = 40;

const beforeSeconds = 5;
const settleMs = 1_000;

/**
 * Measures the wheel of the healthy page, told as the floor, and only then plants the faults: a promise that is broken
 * without them would otherwise pass for a fault that was noticed.
 */
export async function plantFaults(session: Session, {samples}: Turn): Promise<void> {
  const {page} = session;
  // Once in vain: the first wheel of a page also compiles it.
  await wheelFor(session, beforeSeconds);
  await page.evaluate(() => window.probe.jumps([0]));
  await rest(settleMs);
  samples.add('scroll.cpu', 'floor', (await wheelFor(session, beforeSeconds)).cpuMs);
  await page.evaluate(() => window.probe.jumps([0]));
  await page.evaluate((busyMs) => window.probe.plant({busyMs, uncounted: 'shipped'}), plantedBusyMs);
}
