import {type Result, fail, ok} from '../../lib/result.ts';
import type {Voice} from '../fonts/faces.ts';
import type {Fonts} from '../fonts/fonts.ts';
import {type Area, type TextMark, mmPerPt} from '../page.ts';
import {asSeen} from './cluster.ts';
import {type BlockLine, type LineStyle, fitBlock} from './fit-block.ts';
import {setText} from './set-text.ts';

export interface TextStyle extends LineStyle {
  readonly weight: Voice['weight'];
}

export interface StyledText {
  readonly style: TextStyle;
  readonly text: string;
}

/** A place on the page for lines of text. Lines begin where their first letters begin: on the right in Arabic and Hebrew. */
export interface TextBox extends Area {
  /** What a fault calls it. */
  readonly part: string;
  readonly sizeMinPt: number;
  readonly align?: 'start' | 'left' | 'centre' | 'right';
  /** Where lines that do not fill the height stand. */
  readonly stand?: 'top' | 'middle' | 'bottom';
}

/** The fonts as one document sees them. */
export interface Typefaces {
  readonly fonts: Fonts;
  readonly han: Voice['han'];
}

/** What was set last into a part of a document. */
interface Earlier {
  readonly box: TextBox;
  readonly texts: readonly StyledText[];
  readonly han: Voice['han'];
  readonly set: Result<readonly TextMark[]>;
}

const earlier = new WeakMap<Fonts, Map<string, Earlier>>();

/**
 * Sets lines into a box: as large as their styles wish, smaller where they must be, wrapped before they become too small. What
 * stands on the document before too, as a sender does, is set once: the same marks come back. Faults: `paper.glyph_missing`,
 * `paper.text_too_long` with the part; nothing is ever cut off.
 */
export function typeset(box: TextBox, texts: readonly StyledText[], typefaces: Typefaces): Result<readonly TextMark[]> {
  const {fonts, han} = typefaces;
  let parts = earlier.get(fonts);
  if (!parts) earlier.set(fonts, (parts = new Map()));
  const known = parts.get(box.part);
  if (known && known.han === han && isSameBox(known.box, box) && areSameTexts(known.texts, texts)) return known.set;
  const set = setInto(box, texts, typefaces);
  if (set.ok) parts.set(box.part, {box, texts, han, set});
  return set;
}

function isSameBox(one: TextBox, other: TextBox): boolean {
  return (
    one.leftMm === other.leftMm &&
    one.topMm === other.topMm &&
    one.widthMm === other.widthMm &&
    one.heightMm === other.heightMm &&
    one.sizeMinPt === other.sizeMinPt &&
    one.align === other.align &&
    one.stand === other.stand
  );
}

function areSameTexts(some: readonly StyledText[], others: readonly StyledText[]): boolean {
  return (
    some.length === others.length &&
    some.every(({style, text}, at) => text === others[at]?.text && style === others[at].style)
  );
}

function setInto(box: TextBox, texts: readonly StyledText[], {fonts, han}: Typefaces): Result<readonly TextMark[]> {
  const lines: BlockLine[] = [];
  let rightToLeft: boolean | undefined;
  for (const {style, text} of texts) {
    const set = setText(text, {weight: style.weight, han}, fonts);
    if (!set.ok) return set;
    if (set.value.clusters.length === 0) continue;
    // A block has one side to begin at, that of its first line.
    rightToLeft ??= set.value.base === 1;
    lines.push({style, set: set.value});
  }

  const fitted = fitBlock(lines, {
    widthPt: box.widthMm / mmPerPt,
    heightPt: box.heightMm / mmPerPt,
    sizeMinPt: box.sizeMinPt,
  });
  if (!fitted) return fail('paper.text_too_long', {part: box.part});

  const wished = box.align ?? 'start';
  const align = wished === 'start' ? (rightToLeft ? 'right' : 'left') : wished;
  const share = align === 'centre' ? 0.5 : align === 'right' ? 1 : 0;
  const spareDown = box.heightMm - fitted.heightPt * mmPerPt;
  const topMm = box.topMm + spareDown * (box.stand === 'middle' ? 0.5 : box.stand === 'bottom' ? 1 : 0);
  return ok(
    fitted.lines.map(({text, clusters, widthEm, sizePt, baselinePt}): TextMark => {
      const widthMm = widthEm * sizePt * mmPerPt;
      const leftMm = box.leftMm + (box.widthMm - widthMm) * share;
      return {
        kind: 'text',
        text,
        clusters: asSeen(clusters),
        sizePt,
        leftMm,
        baselineMm: topMm + baselinePt * mmPerPt,
        widthMm,
        align,
      };
    }),
  );
}
