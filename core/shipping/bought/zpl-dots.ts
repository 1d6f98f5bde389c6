import {readZplGraphic} from '../../paper/printers/read-zpl-graphic.ts';
import type {Bitmap} from '../../paper/raster/bitmap.ts';
import type {ZplCommand} from './zpl-commands.ts';
import type {ToldDots} from './zpl-labels.ts';

/** The paper of a printer and its dots. */
export interface ZplPaper {
  readonly dpi: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** `tooWide`: the file says how wide it is, and that fits the paper in no dots. */
export type MadeFor = {readonly is: 'dots'; readonly dpi: number} | {readonly is: 'tooWide'; readonly widthMm: number};

/** What label printers have. */
const usualDpi = [203, 300, 600] as const;
/** A label is about as wide as the paper that it is bought for: drawn on so much of it, and a little more where its last line is cut. */
const widthLeast = 0.85;
const widthMost = 1.06;
/** Nor is it lower than half of that paper, or much higher: carriers hang a slip below. */
const heightLeast = 0.5;
const heightMost = 1.45;
/** 200 and 203 are one printer. */
const sameDots = 0.02;

/**
 * For which dots a label was made. A file does not say it: 812 dots are four inches of 203, and less than three of 300. So its width, as
 * it is told or as it is drawn, is compared with the paper in the printer; the printer's own dots are believed first, and where nothing fits.
 */
export function madeForDots(commands: readonly ZplCommand[], told: ToldDots, paper: ZplPaper): MadeFor {
  const perDot = told.isDoubled ? 2 : 1;
  if (told.dpi !== undefined) return {is: 'dots', dpi: told.dpi / perDot};
  const reach = reachOf(commands);
  const [width, height] = [told.widthDots ?? reach.right, Math.max(told.heightDots ?? 0, reach.bottom)];
  const {widthMm, heightMm} = paper;
  const isLike = (dpi: number): boolean => {
    const [wide, high] = [width / (dpi * (widthMm / 25.4)), height / (dpi * (heightMm / 25.4))];
    return wide >= widthLeast && wide <= widthMost && high >= heightLeast && high <= heightMost;
  };
  const own = paper.dpi / perDot;
  const wide = width / (own * (widthMm / 25.4));
  const other = usualDpi.map((each) => each / perDot).find((each) => !isSame(each, own) && isLike(each));
  if (wide <= widthMost) return {is: 'dots', dpi: wide >= widthLeast ? own : (other ?? own)};
  if (told.widthDots !== undefined) {
    return other === undefined ? {is: 'tooWide', widthMm: (width * 25.4) / own} : {is: 'dots', dpi: other};
  }
  // A line that was drawn too long is no sign; something that begins beside the paper is.
  const isBeside = reach.lastLeft > own * (widthMm / 25.4) || reach.lastTop > own * (heightMm / 25.4);
  return {is: 'dots', dpi: isBeside ? (other ?? own) : own};
}

export function isSame(one: number, other: number): boolean {
  return Math.abs(one / other - 1) <= sameDots;
}

interface Reach {
  readonly right: number;
  readonly bottom: number;
  /** Where the last thing begins. */
  readonly lastLeft: number;
  readonly lastTop: number;
}

/** How far a label is drawn, as far as that is sure: how wide a text comes out only the printer knows. */
function reachOf(commands: readonly ZplCommand[]): Reach {
  let [right, bottom, lastLeft, lastTop] = [0, 0, 0, 0];
  let [home, at] = [
    {x: 0, y: 0},
    {x: 0, y: 0},
  ];
  for (const {name, rest} of commands) {
    const numbers = rest.split(',').map((part) => Math.max(0, Number.parseFloat(part) || 0));
    const [first = 0, second = 0] = numbers;
    if (name === 'LH') home = {x: first, y: second};
    else if (name === 'FO' || name === 'FT') {
      at = {x: home.x + first, y: home.y + second};
      [lastLeft, lastTop] = [Math.max(lastLeft, at.x), Math.max(lastTop, at.y)];
    } else if (name === 'GB') {
      [right, bottom] = [Math.max(right, at.x + first), Math.max(bottom, at.y + second)];
    } else if (name === 'GF') {
      const inked = inkOf(readZplGraphic(rest));
      [right, bottom] = [Math.max(right, at.x + inked.width), Math.max(bottom, at.y + inked.height)];
    }
  }
  return {right: Math.max(right, lastLeft), bottom: Math.max(bottom, lastTop), lastLeft, lastTop};
}

/** How far a picture is black: many are padded with white. */
function inkOf(picture: Bitmap | undefined): {readonly width: number; readonly height: number} {
  if (!picture) return {width: 0, height: 0};
  const {bits, rowBytes} = picture;
  let [bytes, height] = [0, 0];
  for (let at = 0; at < bits.length; at++) {
    if (bits[at] === 0) continue;
    bytes = Math.max(bytes, (at % rowBytes) + 1);
    height = Math.floor(at / rowBytes) + 1;
  }
  return {width: bytes * 8, height};
}
