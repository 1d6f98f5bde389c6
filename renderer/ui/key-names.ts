import type {TFunction} from 'i18next';

const named = {
  Enter: 'key.enter',
  Escape: 'key.escape',
  Space: 'key.space',
  Tab: 'key.tab',
  Backspace: 'key.backspace',
  Delete: 'key.delete',
  ArrowUp: 'key.up',
  ArrowDown: 'key.down',
  ArrowLeft: 'key.left',
  ArrowRight: 'key.right',
} as const;

const macSigns: Readonly<Record<string, string>> = {Ctrl: '⌘', Shift: '⇧', Alt: '⌥'};

/** The caps to draw for declared keys: `g o` is [[G], [O]], `Ctrl+Shift+P` is [[Ctrl, Shift, P]]. */
export function keyCaps(keys: string, t: TFunction<'ui'>, onMac = isMac()): string[][] {
  return keys.split(' ').map((chord) => {
    const [last = '', ...held] = chord.split('+').toReversed();
    return [...held.toReversed().map((name) => (onMac ? (macSigns[name] ?? name) : name)), capOf(last, t)];
  });
}

/** As `aria-keyshortcuts` wants it; null for sequences, which it cannot say. */
export function ariaKeys(keys: string): string | null {
  return keys.includes(' ') ? null : keys.replace('Ctrl', isMac() ? 'Meta' : 'Control');
}

function capOf(key: string, t: TFunction<'ui'>): string {
  if (Object.hasOwn(named, key)) return t(named[key as keyof typeof named]);
  return key.length === 1 ? key.toUpperCase() : key;
}

function isMac(): boolean {
  return /Mac/.test(navigator.userAgent);
}
