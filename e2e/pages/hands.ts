import type {Page} from 'playwright';

/** Between two keys of a person; a scanner is told from one by less than 50 ms, and a busy machine delivers them closer. */
const betweenKeysMs = 110;

/** Presses keys one after another, as a person does. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(betweenKeysMs);
  }
}

/**
 * Writes a code and Enter as a wedge scanner does. The times of the keys are told to the browser, so a busy machine does
 * not turn a scanner into a person; `aheadMs` after now, nobody has waited for the second when it comes, however slowly it is handed on.
 */
export async function scan(page: Page, code: string, gapMs: number, aheadMs = 0): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const strokes = [...[...code].map(strokesOf), [enter]];
  const startMs = Date.now() - strokes.length * gapMs + aheadMs;
  // All at once, not one after the answer of another: what counts is the time each of them is given.
  await Promise.all(
    strokes.flatMap((together, at) =>
      together.map((stroke) =>
        session.send('Input.dispatchKeyEvent', {timestamp: (startMs + at * gapMs) / 1000, ...stroke}),
      ),
    ),
  );
  await session.detach();
}

interface Stroke {
  readonly type: 'keyDown' | 'keyUp';
  readonly key: string;
  readonly code: string;
  readonly text?: string;
  readonly modifiers: number;
}

const enter: Stroke = {type: 'keyDown', key: 'Enter', code: 'Enter', text: '\r', modifiers: 0};
const shift = {key: 'Shift', code: 'ShiftLeft'};
const shiftModifier = 8;

/** Where signs lie on an American keyboard, and whether Shift goes with them. */
const signs: Readonly<Record<string, readonly [code: string, isShifted: boolean]>> = {
  '-': ['Minus', false],
  '/': ['Slash', false],
  ':': ['Semicolon', true],
};

/** Capitals are written with Shift, which a scanner presses and lets go around each of them. */
function strokesOf(character: string): readonly Stroke[] {
  const [code, isShifted] = signs[character] ?? [
    /\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`,
    /[A-Z]/.test(character),
  ];
  const modifiers = isShifted ? shiftModifier : 0;
  const down: Stroke = {type: 'keyDown', key: character, code, text: character, modifiers};
  if (!isShifted) return [down];
  return [{type: 'keyDown', ...shift, modifiers}, down, {type: 'keyUp', ...shift, modifiers: 0}];
}
