import {type Session, discard, launch, profileNamed, rest} from '../grid/browser.ts';
import type {} from './page/sides.ts';

/** What a browser does by itself after a page was opened. */
const settledMs = 2_000;
const lookMs = 250;
/** Quiet is who spends no more than so much in so long. */
const quietMs = 2_000;
const quietSeconds = 0.04;
const quietWithinMs = 90_000;

export interface Cost {
  /** CPU seconds of all processes of the browser, until it was quiet. */
  readonly cpu: number;
  /** Until the work was done. */
  readonly ms: number;
  /** The longest block of the page above 50 ms; 0 where there was none. */
  readonly blockMs: number;
}

/** One turn of one side, from an empty profile. */
export async function onNewProfile<T>(
  name: string,
  origin: string,
  turn: (session: Session) => Promise<T>,
): Promise<T> {
  const profile = profileNamed(`sync-${name}`);
  await discard(profile);
  const session = await launch(profile);
  try {
    // What runs this file wraps functions in a call that a page does not know.
    await session.context.addInitScript('globalThis.__name = (named) => named');
    await session.context.addInitScript(() => {
      window.longestBlock = 0;
      new PerformanceObserver((list) => {
        for (const {duration} of list.getEntries()) window.longestBlock = Math.max(window.longestBlock, duration);
      }).observe({type: 'longtask'});
    });
    await session.page.goto(origin);
    await rest(settledMs);
    return await turn(session);
  } finally {
    await session.close();
    await discard(profile);
  }
}

/** What some work costs, with all that it leaves to be done behind it. */
export async function costOf(session: Session, work: () => Promise<unknown>): Promise<Cost> {
  await session.page.evaluate(() => {
    window.longestBlock = 0;
  });
  const before = session.processes.cpuSeconds();
  const startedAt = performance.now();
  await work();
  const ms = performance.now() - startedAt;
  const cpu = (await quietCpu(session)) - before;
  return {cpu, ms, blockMs: await session.page.evaluate(() => window.longestBlock)};
}

/** The CPU seconds at the beginning of the first quiet time. */
async function quietCpu({processes}: Session): Promise<number> {
  const looks = Math.ceil(quietMs / lookMs);
  const seen = [processes.cpuSeconds()];
  for (const endsAt = performance.now() + quietWithinMs; performance.now() < endsAt;) {
    await rest(lookMs);
    const now = processes.cpuSeconds();
    seen.push(now);
    const then = seen.at(-1 - looks);
    if (then !== undefined && now - then <= quietSeconds) return then;
  }
  throw new Error('The browser did not come to rest');
}
