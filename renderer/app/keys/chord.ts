/** One keydown as the page heard it. `timeMs` only grows; `code` names the place of the key, whatever is printed on it. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly repeat: boolean;
  readonly composing: boolean;
  readonly timeMs: number;
  readonly target: TargetKind;
}

/** What has the focus: something to type into, something Enter and Space press, or neither. */
export type TargetKind = 'field' | 'control' | 'page';

/**
 * A key with what is held beside it, in one spelling: `h`, `Shift+H`, `?`, `Ctrl+K`, `Shift+ArrowDown`, `Space`. Letters
 * are small alone and capital beside a modifier. `Ctrl` is also the Command key of a Mac.
 */
export type Chord = string;

const modifiers = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'ScrollLock',
  'Fn',
  'OS',
]);

export function isModifier({key}: KeyPress): boolean {
  return modifiers.has(key);
}

/** True for a press that would write a character into a field. */
export function isPrintable({key, ctrl, meta, alt}: KeyPress): boolean {
  return !ctrl && !meta && !alt && (key === 'Dead' || [...key].length === 1);
}

export function chordOf(press: KeyPress): Chord {
  const key = nameOf(press);
  const isLetter = /^[a-z]$/.test(key);
  // What Shift does to a digit or a sign is already in `key`; on some layouts digits themselves need it.
  const shifted = press.shift && (isLetter || key.length > 1);
  const held = [press.ctrl || press.meta ? 'Ctrl' : '', press.alt ? 'Alt' : '', shifted ? 'Shift' : ''].filter(Boolean);
  return [...held, held.length > 0 && isLetter ? key.toUpperCase() : key].join('+');
}

/** The chords of a declared sequence: `g o` is two, `Ctrl+K` is one. */
export function chordsOf(keys: string): Chord[] {
  return keys.split(' ');
}

/** True for keys that speech input or a slip can trigger, so that WCAG 2.1.4 wants them to be switched off. */
export function isSingleKey(chord: Chord): boolean {
  return /^(Shift\+)?[^ ]$/u.test(chord);
}

function nameOf({key, code}: KeyPress): string {
  if (key === ' ') return 'Space';
  if (/^[A-Za-z]$/.test(key)) return key.toLowerCase();
  // A layout without Latin letters: the key that carries the letter on every keyboard sold beside it.
  if (/^\P{ASCII}$/u.test(key)) return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? key;
  return key;
}
