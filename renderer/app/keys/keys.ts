import {type Chord, type KeyPress, chordOf, isModifier, isPrintable} from './chord.ts';

/**
 * Tells a person at the keyboard from a wedge scanner, which is a keyboard too. A scanner writes a code in one burst, a
 * few to some 35 ms between characters, mostly closed by Enter or Tab; a person leaves more than 50 ms between two keys.
 * So a character waits `quietMs` before it counts: whatever comes in that time makes it a burst, and of a burst nothing
 * fires, until `burstEndMs` have passed without a key. Everything is decided from the times of the presses themselves,
 * so that a page which was busy decides the same.
 */
export const quietMs = 50;
export const burstEndMs = 120;

/** Keys in a row, each within `quietMs`, that no person writes into a field. */
const runOfScanner = 4;

export interface KeysState {
  /** A character that waits; `sinceMs` is when its wait began. */
  readonly held: {readonly stroke: Stroke; readonly input: KeyPress; readonly sinceMs: number} | null;
  readonly burst: {readonly struck: readonly KeyPress[]; readonly lastMs: number} | null;
  readonly lastMs: number;
  /** Last key of the last burst: what was struck soon after it belongs to it, however late a busy page hears of it. */
  readonly burstLastMs: number;
  readonly run: number;
}

/** A key that a person meant. */
export interface Stroke {
  readonly chord: Chord;
  readonly timeMs: number;
  readonly target: KeyPress['target'];
}

/**
 * What to do with the press: leave it alone (`pass`), keep it from everybody (`swallow`), wait (`hold`), or act on it
 * (`act`, then it is the last of `strokes`). `strokes` and `scans` may hold older ones that were waiting.
 */
export interface Step {
  readonly state: KeysState;
  readonly verdict: 'pass' | 'swallow' | 'hold' | 'act';
  readonly strokes: readonly Stroke[];
  /** What scanners wrote. */
  readonly scans: readonly string[];
  /** The same, press by press: a layout can garble what was written, never which keys were struck. */
  readonly struck: readonly (readonly KeyPress[])[];
}

export const noKeys: KeysState = {held: null, burst: null, lastMs: -Infinity, burstLastMs: -Infinity, run: 0};

/** When `settle` has something to do, if no key comes before; null when nothing waits. */
export function wakeAtMs({held, burst}: KeysState): number | null {
  if (burst) return burst.lastMs + burstEndMs;
  return held ? held.sinceMs + quietMs : null;
}

/** What the mere passing of time brings about: a held character turns out to be meant, a burst is over. */
export function settle(state: KeysState, nowMs: number): Omit<Step, 'verdict'> {
  const dueMs = wakeAtMs(state);
  if (dueMs === null || nowMs < dueMs) return {state, strokes: [], scans: [], struck: []};
  return {
    state: {...state, held: null, burst: null},
    strokes: state.held ? [state.held.stroke] : [],
    ...scanned(state.burst?.struck ?? []),
  };
}

/** One press after another; `timeMs` never falls. */
export function press(before: KeysState, input: KeyPress): Step {
  const settled = settle(before, input.timeMs);
  const step = judge(settled.state, input);
  return {
    ...step,
    strokes: [...settled.strokes, ...step.strokes],
    scans: [...settled.scans, ...step.scans],
    struck: [...settled.struck, ...step.struck],
  };
}

function judge(state: KeysState, input: KeyPress): Step {
  if (input.composing) return leave(state);
  // A scanner that writes capitals holds Shift: that is its writing too, so a wait goes on.
  if (isModifier(input)) return leave(stretched(state, input.timeMs));
  if (state.burst) return swallow(state, state.burst.struck, input);
  if (input.timeMs - state.burstLastMs < burstEndMs) return swallow(state, [], input);
  if (input.target === 'field') return inField(state, input);
  if (input.repeat) return isOfControl(input) ? leave(state) : act(state, input);

  const next = {...state, lastMs: input.timeMs, run: 0};
  const follows = input.timeMs - state.lastMs < quietMs;
  if (state.held || (follows && isPrintable(input))) return swallow(next, state.held ? [state.held.input] : [], input);
  if (isOfControl(input)) return leave(next);
  if (!isPrintable(input)) return act(next, input);
  return {
    state: {...next, held: {stroke: strokeOf(input), input, sinceMs: input.timeMs}},
    verdict: 'hold',
    strokes: [],
    scans: [],
    struck: [],
  };
}

/** In a field characters are the field's; only shortcuts that write nothing act, unless they stand amid a scan. */
function inField(state: KeysState, input: KeyPress): Step {
  const follows = input.timeMs - state.lastMs < quietMs;
  const run = input.repeat ? 0 : follows ? state.run + 1 : 1;
  const next = {...state, lastMs: input.timeMs, run};
  if (!isShortcut(input)) return leave(next);
  return follows && state.run >= runOfScanner ? {...leave(next), verdict: 'swallow'} : act(next, input);
}

/** Control codes and function keys that scanners send amid a code, and Enter or Tab after it, are kept from everybody. */
function swallow(state: KeysState, before: readonly KeyPress[], input: KeyPress): Step {
  const closes = input.key === 'Enter' || input.key === 'Tab';
  const struck = closes ? before : [...before, input];
  return {
    state: {
      ...state,
      held: null,
      burst: {struck: closes ? [] : struck, lastMs: input.timeMs},
      lastMs: input.timeMs,
      burstLastMs: input.timeMs,
    },
    verdict: 'swallow',
    strokes: [],
    ...scanned(closes ? struck : []),
  };
}

/** Control codes alone are no scan. */
function scanned(struck: readonly KeyPress[]): Pick<Step, 'scans' | 'struck'> {
  const text = struck.map(textOf).join('');
  return text === '' ? {scans: [], struck: []} : {scans: [text], struck: [struck]};
}

function act(state: KeysState, input: KeyPress): Step {
  return {state, verdict: 'act', strokes: [strokeOf(input)], scans: [], struck: []};
}

function leave(state: KeysState): Step {
  return {state, verdict: 'pass', strokes: [], scans: [], struck: []};
}

function stretched(state: KeysState, timeMs: number): KeysState {
  if (state.burst) return {...state, burst: {...state.burst, lastMs: timeMs}};
  return state.held ? {...state, held: {...state.held, sinceMs: timeMs}} : state;
}

function isOfControl({target, key, ctrl, meta}: KeyPress): boolean {
  return target === 'control' && !ctrl && !meta && (key === 'Enter' || key === ' ');
}

const editing = new Set(['Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Y', 'Ctrl+Z', 'Ctrl+Shift+Z']);

function isShortcut(input: KeyPress): boolean {
  const chord = chordOf(input);
  if (/^(Shift\+)?(F\d+|Escape)$/.test(chord) || chord === 'Ctrl+Enter') return true;
  return /^(Ctrl|Alt)\+(Shift\+)?[^ ]$/u.test(chord) && !editing.has(chord);
}

function strokeOf(input: KeyPress): Stroke {
  return {chord: chordOf(input), timeMs: input.timeMs, target: input.target};
}

function textOf(input: KeyPress): string {
  return isPrintable(input) && input.key !== 'Dead' ? input.key : '';
}
