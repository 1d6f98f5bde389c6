import type {TextPiece} from './text-lines.ts';
import type {ZplCommand} from './zpl-commands.ts';

/** What a label in a printer's own language says and where, in dots: for reading it, and for a sketch of it. */
export interface ZplPicture {
  readonly texts: readonly TextPiece[];
  /** Barcodes as a scanner tells them. */
  readonly codes: readonly {
    readonly text: string;
    readonly left: number;
    readonly top: number;
    readonly height: number;
  }[];
  readonly boxes: readonly {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  }[];
}

const groupSeparator = '\u001D';
const defaultHeight = 20;
const letterWidth = 0.55;

interface Field {
  readonly left: number;
  readonly top: number;
  readonly isBaseline: boolean;
  readonly code: ZplCommand | undefined;
  readonly height: number;
  readonly hex: string | undefined;
}

const none: Field = {left: 0, top: 0, isBaseline: false, code: undefined, height: 0, hex: undefined};

/** Reads the fields of a label. What it cannot place it leaves out: a sketch is looked at, and what is read is compared with orders. */
export function zplPictureOf(commands: readonly ZplCommand[]): ZplPicture {
  const texts: TextPiece[] = [];
  const codes: ZplPicture['codes'][number][] = [];
  const boxes: ZplPicture['boxes'][number][] = [];
  let field = none;
  let [usualText, usualBars] = [defaultHeight, 60];
  let home = {left: 0, top: 0};
  for (const {name, rest} of commands) {
    const numbers = rest.split(',').map((part) => Number.parseFloat(part));
    if (name === 'LH') home = {left: count(numbers[0]), top: count(numbers[1])};
    else if (name === 'CF') usualText = count(numbers[1]) || usualText;
    else if (name === 'BY') usualBars = count(numbers[2]) || usualBars;
    else if (name === 'FO' || name === 'FT') {
      field = {
        ...field,
        left: home.left + count(numbers[0]),
        top: home.top + count(numbers[1]),
        isBaseline: name === 'FT',
      };
    } else if (name === 'FH') field = {...field, hex: rest.charAt(0).trim() || '_'};
    else if (name === 'A' || name === 'A@') field = {...field, height: count(numbers[1]) || usualText};
    else if (/^B[0-9A-Z]$/.test(name))
      field = {...field, code: {sign: '^', name, rest}, height: barsHeight(name, numbers)};
    else if (name === 'GB') {
      boxes.push({left: field.left, top: field.top, width: count(numbers[0]), height: count(numbers[1])});
    } else if (name === 'FD' || name === 'FV' || name === 'SN') {
      const said = textOf(rest, field.hex);
      const height = field.height || (field.code ? usualBars : usualText);
      const top = field.isBaseline ? field.top - height : field.top;
      if (field.code) codes.push({text: scannedAs(field.code, said), left: field.left, top, height});
      else texts.push(...linesIn(said, {left: field.left, top, height}));
    } else if (name === 'FS') field = none;
  }
  return {texts, codes: codes.filter(({text}) => text !== ''), boxes};
}

function linesIn(
  said: string,
  at: {readonly left: number; readonly top: number; readonly height: number},
): TextPiece[] {
  return said
    .split(/\\&/)
    .map((text, line) => ({
      text: text.replaceAll(/\s+/g, ' ').trim(),
      left: at.left,
      top: at.top + line * at.height,
      width: text.length * at.height * letterWidth,
      height: at.height,
    }))
    .filter(({text}) => text !== '');
}

function count(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? Math.max(0, value) : 0;
}

function barsHeight(name: string, numbers: readonly number[]): number {
  return name === 'BC' || name === 'B3' || name === 'BA' ? count(numbers[1]) : 0;
}

/** The text of a field: its bytes are UTF-8 as a rule, else those of Western Europe. */
function textOf(rest: string, hex: string | undefined): string {
  const sign = hex?.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
  const bytes =
    sign === undefined
      ? rest
      : rest.replaceAll(new RegExp(`${sign}([0-9A-Fa-f]{2})`, 'g'), (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        );
  return utf8Of(bytes) ?? bytes;
}

/** Bytes that were taken for letters, read as UTF-8; undefined where they are not. */
export function utf8Of(bytes: string): string | undefined {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const first = bytes.charCodeAt(at);
    const more = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : undefined;
    if (more === undefined || first > 0xf4) return undefined;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let next = 1; next <= more; next++) {
      const byte = bytes.charCodeAt(at + next);
      if (Number.isNaN(byte) || byte >> 6 !== 2) return undefined;
      code = (code << 6) | (byte & 0x3f);
    }
    if (code > 0x10ffff) return undefined;
    text += String.fromCodePoint(code);
    at += more + 1;
  }
  return text;
}

/** What a scanner reads of a barcode's data. */
function scannedAs({name, rest}: ZplCommand, said: string): string {
  const data = said.trim();
  if (name === 'BC') return code128As(data, rest.split(',')[5]?.trim().toUpperCase() ?? 'N');
  if (name === 'BQ') return `]Q1${data.replace(/^[HQML]?[AM],/i, '')}`;
  if (name === 'BX') {
    const escape = rest.split(',')[6]?.charAt(0) || '~';
    const marked = data.split(`${escape}1`);
    return marked.length > 1 && marked[0] === '' ? `]d2${marked.slice(1).join(groupSeparator)}` : `]d1${data}`;
  }
  return data;
}

/** Code 128: what changes the subset is no data, `>8` is FNC1; in mode D the brackets of GS1 are for people. */
function code128As(data: string, mode: string): string {
  const marked = mode === 'D' ? data.replaceAll(/[()\s]/g, '') : data;
  const isGs1 = mode === 'D' || /^(?:>[;:9])?>8/.test(marked);
  const plain = marked
    .replace(/^(>[;:9])?>8/, '$1')
    .replaceAll(/>([0-9:;<=])/g, (_, sign: string) =>
      sign === '8' ? groupSeparator : sign === '0' ? '>' : sign === '<' ? '^' : sign === '=' ? '~' : '',
    );
  return `${isGs1 ? ']C1' : ']C0'}${plain}`;
}
