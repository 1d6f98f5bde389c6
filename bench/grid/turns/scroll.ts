import {assert} from '#core/lib/assert.ts';
import {type Session, cpuOf, rest} from '../browser.ts';
import type {Side} from '../samples.ts';
import type {Turn} from '../turn.ts';

const pxPerSecond = 6_000;
const seconds = 5;
const gapSeconds = 2;
const wheelEveryMs = 16;
const jumpCount = 50;
const rowHeight = 28;
const viewportPx = 900;
const settleMs = 500;

/** The wheel for five seconds, then jumps of the scrollbar; the same for every list. The list is at its top. */
export async function scroll(session: Session, side: Side, {truth, samples, dice}: Turn): Promise<void> {
  const {page} = session;
  await page.evaluate((list) => window.probe.expect(list), truth.all());
  await rest(settleMs);

  const wheel = await wheelFor(session, seconds);
  samples.add('scroll.frame', side, ...wheel.gaps);
  samples.add('scroll.cpu', side, wheel.cpuMs);

  const withGaps = page.evaluate((ms) => window.probe.framesWithGaps(ms), gapSeconds * 1_000);
  await turnWheel(session, gapSeconds);
  samples.add('scroll.gaps', side, await withGaps);

  const random = dice().fork('jumps');
  const tops = Array.from({length: jumpCount}, () => random.integer(0, truth.rows.length * rowHeight - viewportPx));
  await rest(settleMs);
  const jumps = await cpuOf(session, () => page.evaluate((list) => window.probe.jumps(list), tops));
  samples.add('jump.frames', side, ...jumps.value.map(({frames}) => frames));
  samples.add('jump.ms', side, ...jumps.value.map(({ms}) => ms));
  samples.add('jump.cpu', side, jumps.cpu);
  await page.evaluate(() => window.probe.jumps([0]));
  // What the probe knows would be weighed with the page.
  await page.evaluate(() => window.probe.expect({total: 0, numbers: []}));
}

/**
 * Times between the frames of so many seconds of wheel, and the CPU time of one in which the list moved: a page that drops
 * frames spends less in all, and frames in which nothing moved would make each look cheap.
 */
export async function wheelFor(
  session: Session,
  forSeconds: number,
): Promise<{readonly gaps: readonly number[]; readonly cpuMs: number}> {
  const {cpu, value} = await cpuOf(session, async () => {
    const seen = session.page.evaluate((ms) => window.probe.wheel(ms), forSeconds * 1_000);
    await turnWheel(session, forSeconds);
    return seen;
  });
  assert(value.moved > 0, 'a list that the wheel moves');
  return {gaps: value.gaps, cpuMs: (cpu * 1_000) / value.moved};
}

/**
 * Turns the wheel at one pace for all lists, and waits for none: who is asked to answer first is asked less often. By mouse
 * events: a synthetic gesture leaves the browser drawing frames for ever after, which would be held against a page at rest.
 */
async function turnWheel({page}: Session, forSeconds: number): Promise<void> {
  await page.mouse.move(700, 500);
  const turns: Promise<void>[] = [];
  const startedAt = performance.now();
  let turnedPx = 0;
  for (let elapsed = 0; elapsed < forSeconds; elapsed = (performance.now() - startedAt) / 1_000) {
    const px = elapsed * pxPerSecond - turnedPx;
    turns.push(page.mouse.wheel(0, px));
    turnedPx += px;
    await rest(wheelEveryMs);
  }
  await Promise.all(turns);
}
