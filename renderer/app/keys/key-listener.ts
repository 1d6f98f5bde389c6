import type {Action, Actions} from './actions.ts';
import type {KeyPress} from './chord.ts';
import {type KeysState, type Step, type Stroke, noKeys, press, settle, wakeAtMs} from './keys.ts';
import {follow, noSequence} from './sequence.ts';
import {targetKindOf} from './target-kind.ts';

/** The time of key events and a way to wait; both in milliseconds since the page began. */
export interface KeyClock {
  now(): number;
  /** Runs it after that time; the returned function prevents it. */
  wait(ms: number, run: () => void): () => void;
}

export interface KeyListenerOptions {
  readonly window: Window;
  readonly actions: Actions;
  readonly clock?: KeyClock;
  /** Whether plain characters act; a person can switch that off (WCAG 2.1.4). */
  readonly singleKeys: () => boolean;
  /** What a wedge scanner wrote while nothing was there to write into. */
  readonly onScan: (text: string, struck: readonly KeyPress[]) => void;
}

const hostClock: KeyClock = {
  now: () => performance.now(),
  wait: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

// A timer this late proves the page was busy; keys may stand in line behind it, and they decide what the held one was.
const lateMs = 8;

/**
 * Hears every key of the window and runs what is bound to it. It judges on the way down, before any part of the page,
 * so that a scan reaches nobody; it acts on the way up, and only on what no part has used for itself
 * (`preventDefault`). Returns how to stop.
 */
export function listenForKeys({
  window,
  actions,
  singleKeys,
  onScan,
  clock = hostClock,
}: KeyListenerOptions): () => void {
  let state: KeysState = noKeys;
  let sequence = noSequence;
  let due: {readonly event: Event; readonly action: Action} | null = null;
  let cancelWait = () => {};

  const find = (stroke: Stroke): Action | null => {
    const step = follow(sequence, stroke, (chords) => actions.find(chords, singleKeys()));
    sequence = step.sequence;
    return step.bound;
  };

  const take = (step: Omit<Step, 'verdict'>): void => {
    state = step.state;
    for (const stroke of step.strokes) find(stroke)?.run();
    for (const [at, text] of step.scans.entries()) onScan(text, step.struck[at] ?? []);
    schedule();
  };

  const schedule = (): void => {
    cancelWait();
    const atMs = wakeAtMs(state);
    if (atMs !== null) cancelWait = clock.wait(Math.max(0, atMs - clock.now()), () => wake(atMs));
  };

  const wake = (atMs: number): void => {
    const nowMs = clock.now();
    if (nowMs - atMs > lateMs) cancelWait = clock.wait(0, () => take(settle(state, clock.now())));
    else if (nowMs < atMs) schedule();
    else take(settle(state, nowMs));
  };

  const down = (event: KeyboardEvent): void => {
    const step = press(state, pressOf(event));
    const acting = step.verdict === 'act' ? step.strokes.at(-1) : undefined;
    take(acting ? {...step, strokes: step.strokes.slice(0, -1)} : step);

    due = null;
    if (step.verdict === 'swallow') {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (acting) {
      const action = find(acting);
      if (action?.comesFirst) {
        event.preventDefault();
        event.stopImmediatePropagation();
        action.run();
      } else if (action) due = {event, action};
    } else if (step.verdict === 'hold' && state.held && isBound(state.held.stroke)) {
      // Space would scroll, a quote would open the browser's search.
      event.preventDefault();
    }
  };

  const isBound = (stroke: Stroke): boolean =>
    follow(sequence, stroke, (chords) => actions.find(chords, singleKeys())).bound !== null;

  const up = (event: KeyboardEvent): void => {
    if (due?.event !== event || event.defaultPrevented) return;
    event.preventDefault();
    due.action.run();
  };

  window.addEventListener('keydown', down, {capture: true});
  window.addEventListener('keydown', up);
  return () => {
    cancelWait();
    window.removeEventListener('keydown', down, {capture: true});
    window.removeEventListener('keydown', up);
  };
}

function pressOf(event: KeyboardEvent): KeyPress {
  // AltGr writes characters; Windows reports it as Ctrl and Alt together.
  const writes = event.getModifierState('AltGraph');
  return {
    key: event.key,
    code: event.code,
    ctrl: event.ctrlKey && !writes,
    meta: event.metaKey,
    alt: event.altKey && !writes,
    shift: event.shiftKey,
    repeat: event.repeat,
    // 229 is how browsers report a key that an input method has taken, also before they say `isComposing`.
    composing: event.isComposing || event.keyCode === 229,
    timeMs: event.timeStamp,
    target: targetKindOf(event.target),
  };
}
