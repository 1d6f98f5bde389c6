import {type Session, rest} from '../browser.ts';
import type {FigureId} from '../figures.ts';
import type {KeyEffect} from '../probe/keys.ts';
import type {Turn} from '../turn.ts';

const presses = 50;
/** Slower than a scanner writes, so that each press is a person's. */
const betweenMs = 130;

const keys: readonly {readonly key: string; readonly effect: KeyEffect; readonly figure: FigureId}[] = [
  {key: 'ArrowDown', effect: 'cursor', figure: 'keys.arrow'},
  {key: 'j', effect: 'cursor', figure: 'keys.j'},
  {key: 'x', effect: 'tick', figure: 'keys.x'},
];

/** From the press of a key to the frame that shows what it did. */
export async function pressKeys({page}: Session, {samples}: Turn): Promise<void> {
  await page.locator('[role=grid]').focus();
  for (const {key, effect, figure} of keys) {
    await page.evaluate(([name, changes]) => window.probe.watchKey(name, changes), [key, effect] as const);
    for (let press = 0; press < presses; press += 1) {
      await page.keyboard.press(key);
      await rest(betweenMs);
    }
    samples.add(figure, 'ours', ...(await page.evaluate(() => window.probe.keyLatencies())));
  }
}
