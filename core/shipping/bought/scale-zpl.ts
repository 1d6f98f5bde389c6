import {type Bitmap} from '../../paper/raster/bitmap.ts';
import {scaledBitmap} from '../../paper/raster/scaled-bitmap.ts';
import {graphicField} from '../../paper/printers/zpl-graphics.ts';
import {readZplGraphic} from '../../paper/printers/read-zpl-graphic.ts';
import type {ZplCommand} from './zpl-commands.ts';

/** A picture on a label, as it was and as it became: its barcodes have to be read back. */
export interface ScaledGraphic {
  readonly before: Bitmap;
  readonly after: Bitmap;
}

export interface ScaledZpl {
  readonly commands: readonly ZplCommand[];
  readonly graphics: readonly ScaledGraphic[];
}

/**
 * What the numbers of each command are (ZPL II Programming Guide): `d` a length in dots, `m` the width of the narrowest bar or of a square,
 * up to ten, `n` the same of any width, `.` neither. What is not named has no length.
 */
const lengths: Readonly<Record<string, string>> = {
  FO: 'dd',
  FT: 'dd',
  FM: 'd'.repeat(120),
  LH: 'dd',
  LS: 'd',
  FB: 'd.d.d',
  TB: '.dd',
  FP: '.d',
  'A@': '.dd',
  GB: 'ddd',
  GC: 'dd',
  GD: 'ddd',
  GE: 'ddd',
  GS: '.dd',
  BY: 'm.d',
  B0: '.m',
  B1: '..d',
  B2: '.d',
  B3: '..d',
  B4: '.d',
  B5: '.d',
  B7: '.d',
  B8: '.d',
  B9: '.d',
  BA: '.d',
  BB: '.d',
  BC: '.d',
  BE: '.d',
  BF: '.d',
  BI: '.d',
  BJ: '.d',
  BK: '..d',
  BL: '.d',
  BM: '..d',
  BO: '.m',
  BP: '..d',
  BQ: '..m',
  BR: '..mmd',
  BS: '.d',
  BT: '.m.dmd',
  BU: '.d',
  BX: '.n',
  BZ: '.d',
};
/** Their bars are as wide as `^BY` says; the others say it themselves, or are of one size everywhere. */
const barsOfBy: ReadonlySet<string> = new Set(
  'B1 B2 B3 B4 B5 B7 B8 B9 BA BB BC BE BF BI BJ BK BL BM BP BS BU BZ'.split(' '),
);
/** Bars become no wider, so that they touch nothing beside them: but for so little. */
const widerMost = 0.02;
/** Scanners read no narrower ones on labels (GS1 General Specifications, 5.12). */
const barLeastMm = 0.19;
const barMostDots = 10;
/** Where a label says nothing: `^BY2,3,10` and font A of 9 by 5. */
const usual = {bar: 2, barsHeight: 10};

/** Letters of the fonts that are made of dots, height and width; they come in whole multiples only. */
const fontCells: Readonly<Record<string, readonly [number, number]>> = {
  A: [9, 5],
  B: [11, 7],
  C: [18, 10],
  D: [18, 10],
  E: [28, 15],
  F: [26, 13],
  G: [60, 40],
  H: [21, 13],
  P: [20, 18],
  Q: [28, 24],
  R: [35, 31],
  S: [40, 35],
  T: [48, 42],
  U: [59, 53],
  V: [80, 71],
};
/** A multiple that is off by no more stands for the size. */
const nearMultiple = 0.03;

/**
 * A label drawn for some dots in those of another printer, command by command: places and sizes on the nearest dot, bars and squares in
 * whole ones, letters made of dots as the scalable font, which is narrower. `bars` where bars would become too narrow to be read;
 * `graphic` where a picture on it is written in a way we do not read.
 */
export function scaleZpl(
  commands: readonly ZplCommand[],
  {from, to}: {readonly from: number; readonly to: number},
): ScaledZpl | 'bars' | 'graphic' {
  const scale = to / from;
  const graphics: ScaledGraphic[] = [];
  const scaled: ZplCommand[] = [
    {sign: '^', name: 'CF', rest: fontFor('A', [undefined, undefined], scale).join(',')},
    {sign: '^', name: 'BY', rest: `${wholeBar(usual.bar, scale)},3,${Math.round(usual.barsHeight * scale)}`},
  ];
  const isNarrow = (dots: number): boolean => (dots * 25.4) / to < barLeastMm;
  let bar = wholeBar(usual.bar, scale);
  for (const command of commands) {
    const {name, rest} = command;
    if (name === 'GF') {
      const before = readZplGraphic(rest);
      if (!before) return 'graphic';
      const after = scaledBitmap(before, scale);
      graphics.push({before, after});
      scaled.push({...command, rest: graphicField(after).slice('^GF'.length, -'^FS'.length)});
      continue;
    }
    if (name === 'A') scaled.push({...command, rest: scaledFont(rest, scale)});
    else if (name === 'CF') {
      const [font = '', height, width] = rest.split(',').map((part) => part.trim());
      scaled.push({...command, rest: fontFor(font, [height, width], scale).join(',')});
    } else {
      const kinds = lengths[name] ?? '';
      const parts = rest.split(',').map((part, at) => scaledPart(part, kinds.charAt(at), scale));
      if (name === 'BY') bar = Number.parseInt(parts[0] ?? '', 10) || bar;
      if (barsOfBy.has(name) && isNarrow(bar)) return 'bars';
      const own = name === 'BY' ? -1 : kinds.search(/[mn]/);
      if (own >= 0 && isNarrow(Number(parts[own] || barMostDots))) return 'bars';
      scaled.push({...command, rest: parts.join(',')});
    }
  }
  return {commands: scaled, graphics};
}

function scaledPart(part: string, kind: string, scale: number): string {
  if (kind === '.' || kind === '') return part;
  const value = /^\s*-?\d+(?:\.\d+)?\s*$/.test(part) ? Number(part) : 0;
  if (value === 0) return part;
  if (kind === 'm') return String(Math.min(barMostDots, wholeBar(value, scale)));
  if (kind === 'n') return String(wholeBar(value, scale));
  return String(Math.sign(value) * Math.max(1, Math.round(Math.abs(value) * scale)));
}

function wholeBar(dots: number, scale: number): number {
  return Math.max(1, Math.floor(dots * scale * (1 + widerMost)));
}

/** `0N,30,20`: a font's letter, which way it runs, height and width. */
function scaledFont(rest: string, scale: number): string {
  const [head = '', height, width] = rest.split(',').map((part) => part.trim());
  const [font, ...sizes] = fontFor(head.charAt(0), [height, width], scale);
  return [`${font}${head.slice(1)}`, ...sizes].join(',');
}

/** A font with its height and width; a size that is not told stays so, for it comes from a command that is scaled as well. */
function fontFor(
  font: string,
  [height, width]: readonly [string | undefined, string | undefined],
  scale: number,
): readonly string[] {
  const cell = fontCells[font.toUpperCase()];
  const [high, wide] = [Number(height) || 0, Number(width) || 0];
  const sizes = [height, width].filter((size) => size !== undefined);
  if (!cell) return [font, ...sizes.map((size) => scaledPart(size, 'd', scale))];
  const times = high > 0 ? Math.max(1, Math.round(high / cell[0])) : Math.max(1, Math.round(wide / cell[1]));
  const timesWide = wide > 0 ? Math.max(1, Math.round(wide / cell[1])) : times;
  const [exact, exactWide] = [times * scale, timesWide * scale];
  if ([exact, exactWide].every((each) => Math.abs(Math.round(each) / each - 1) <= nearMultiple)) {
    return [font, String(Math.round(exact) * cell[0]), String(Math.round(exactWide) * cell[1])];
  }
  const tall = Math.round(exact * cell[0]);
  return ['0', String(tall), String(Math.round((tall * timesWide) / times))];
}
