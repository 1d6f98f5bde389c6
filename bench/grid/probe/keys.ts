import {untilFrame} from './frames.ts';
import {cursorRow} from './list.ts';

const timeoutMs = 2_000;

/** What a key changes: where the cursor is, or whether its row is ticked. */
export type KeyEffect = 'cursor' | 'tick';

interface Watch {
  readonly key: string;
  readonly effect: KeyEffect;
  readonly latencies: Promise<number>[];
}

let watch: Watch | undefined;

/** Begins to time a key. */
export function watchKey(key: string, effect: KeyEffect): void {
  if (!watch) window.addEventListener('keydown', pressed, {capture: true});
  watch = {key, effect, latencies: []};
}

/** Milliseconds from each press, as the browser stamped it, until its effect was painted; 2,000 for one without effect. */
export async function keyLatencies(): Promise<readonly number[]> {
  return Promise.all(watch?.latencies ?? []);
}

function pressed(event: KeyboardEvent): void {
  if (!watch || event.key !== watch.key) return;
  const {effect, latencies} = watch;
  const before = stateOf(effect);
  const painted = untilFrame(() => stateOf(effect) !== before, timeoutMs);
  latencies.push(painted.then((seen) => (seen ? seen.at - event.timeStamp : timeoutMs)));
}

function stateOf(effect: KeyEffect): string {
  const row = cursorRow();
  return `${row?.dataset['index']} ${effect === 'tick' ? row?.dataset['ticked'] : ''}`;
}
