/** A key as a scanner struck it: what the layout of this computer made of it, and where the key lies. */
export interface Struck {
  readonly key: string;
  /** As in `KeyboardEvent.code`: `KeyA`, `Digit1`, `Minus`. */
  readonly code: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

// What the keys of an American keyboard write, without Shift and with it: a scanner that nobody has set up strikes those.
const signs: Readonly<Record<string, readonly [string, string]>> = {
  Space: [' ', ' '], Minus: ['-', '_'], Equal: ['=', '+'], BracketLeft: ['[', '{'], BracketRight: [']', '}'], Backslash: ['\\', '|'],
  Semicolon: [';', ':'], Quote: ["'", '"'], Backquote: ['`', '~'], Comma: [',', '<'], Period: ['.', '>'], Slash: ['/', '?'],
  NumpadAdd: ['+', '+'], NumpadSubtract: ['-', '-'], NumpadMultiply: ['*', '*'], NumpadDivide: ['/', '/'], NumpadDecimal: ['.', '.'],
}; // prettier-ignore
const shiftedDigits = ')!@#$%^&*(';

/** The separator of GS1, which no keyboard has: scanners strike Ctrl and the right bracket for it. */
export const groupSeparator = '\u001d';

/**
 * What a row of strokes may say, the likeliest first: as this computer's layout wrote it, and as an American one would have. A scanner that
 * is not set to the layout of the computer (France: `&` for 1, `q` for a) is read right by the second; whoever knows what is expected takes
 * the first that is. With Caps Lock on, letters come the other way round: that is the last.
 */
export function textsOf(struck: readonly Struck[]): readonly string[] {
  const byKey = struck.map(writtenHere).join('');
  const byPlace = struck.map(writtenByPlace).join('');
  const texts = [byKey, byPlace, withOtherCase(byKey), withOtherCase(byPlace)].map((text) => text.trim());
  return [...new Set(texts)].filter((text) => text !== '');
}

function writtenHere({key, code, ctrl}: Struck): string {
  if (ctrl) return code === 'BracketRight' || key === ']' ? groupSeparator : '';
  return [...key].length === 1 ? key : '';
}

function writtenByPlace({key, code, shift, ctrl}: Struck): string {
  if (ctrl) return code === 'BracketRight' ? groupSeparator : '';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shift && code.startsWith('Digit') ? (shiftedDigits[Number(digit)] ?? '') : digit;
  const sign = signs[code];
  if (sign) return sign[shift ? 1 : 0];
  return [...key].length === 1 ? key : '';
}

function withOtherCase(text: string): string {
  return [...text].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join('');
}
