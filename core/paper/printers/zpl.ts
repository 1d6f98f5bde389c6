import type {Barcode} from '../barcodes/barcode.ts';
import {type Snapped, dotsOf, snap} from '../barcodes/snap.ts';
import {type Mark, type Page, type TextMark, mmPerInch} from '../page.ts';
import {blacken, blankBitmap} from '../raster/bitmap.ts';
import {dotsIn, drawPage} from '../raster/draw-page.ts';
import type {GlyphBitmap} from '../raster/glyph-bitmap.ts';
import type {GlyphStore} from '../raster/glyph-store.ts';
import {barsField, graphicField} from './zpl-graphics.ts';

export interface ZplOptions {
  /** 203 or 300; a printer does not scale. */
  readonly dpi: number;
  readonly glyphs: GlyphStore;
  /** Printed upside down, for printers whose paper comes out that way. */
  readonly isTurned?: boolean;
  /** Added to the printer's own setting, which goes from 0 to 30. */
  readonly darkness?: number;
  /** Inches a second. */
  readonly speed?: number;
}

/** What the scalable font 0 of every ZPL printer is sure to have. Anything else is drawn by us, as dots. */
const printersOwn = /^[ -~\u00a1-\u00ff]*$/;
/** Of these ZPL would make something else: they go as numbers, as does what is not ASCII. */
const notLiteral = /[\\^_~]|[^ -~]/g;

interface Label {
  readonly dpi: number;
  readonly marks: readonly Mark[];
  readonly fields: string[];
}

/** What stands at its place on the next label too, mark for mark, is put into words once. */
const labelBefore = new WeakMap<GlyphStore, Label>();

/**
 * A page for a ZPL printer: one job of one label, whatever the texts are. Latin text is set in the printer's own narrow font, which is
 * short and fast; everything else comes as dots. Barcodes come as dots too: every module is as wide as we say.
 */
export function zpl(page: Page, {dpi, glyphs, isTurned = false, darkness = 0, speed}: ZplOptions): string {
  const earlier = labelBefore.get(glyphs);
  const label: Label = {dpi, marks: page.marks, fields: []};
  let fields = '';
  const same = earlier?.dpi === dpi ? earlier : undefined;
  for (const mark of page.marks) {
    const at = label.fields.length;
    const field = (same?.marks[at] === mark ? same.fields[at] : undefined) ?? fieldOf(mark, dpi, glyphs);
    label.fields.push(field);
    fields += field;
  }
  labelBefore.set(glyphs, label);
  // ^CI28: texts are UTF-8. ^LH, ^LT, ^PO and ^PQ undo what an earlier job may have left behind.
  const set = `${darkness === 0 ? '' : `^MD${darkness}`}${speed === undefined ? '' : `^PR${speed}`}`;
  return `^XA^CI28^LH0,0^LT0^PO${isTurned ? 'I' : 'N'}${set}^PW${dotsOf(page.widthMm, dpi)}^LL${dotsOf(page.heightMm, dpi)}${fields}^PQ1^XZ\n`;
}

function fieldOf(mark: Mark, dpi: number, glyphs: GlyphStore): string {
  if (mark.kind === 'text') return isPrintersOwn(mark) ? printed(mark, dpi) : drawn(mark, dpi, glyphs);
  if (mark.kind === 'barcode') {
    const snapped = snap(mark.barcode, mark, dpi);
    return `^FO${snapped.x},${snapped.y}${barcodeField(mark.barcode, snapped)}`;
  }
  const {x, y, width, height} = dotsIn(mark, dpi);
  if (mark.kind === 'rect') {
    // What was moved over the edge is cut there: a field cannot begin before it.
    const [left, top] = [Math.max(0, x), Math.max(0, y)];
    const [across, down] = [x + width - left, y + height - top];
    return across > 0 && down > 0 ? `^FO${left},${top}^GB${across},${down},${Math.min(across, down)}^FS` : '';
  }
  const bitmap = drawPage(
    {widthMm: mark.widthMm, heightMm: mark.heightMm, marks: [{...mark, leftMm: 0, topMm: 0}]},
    dpi,
    glyphs,
  );
  return `^FO${x},${y}${graphicField(bitmap)}`;
}

/** The rows of a barcode come in few kinds: one for all bars, one for each row of modules. */
function barcodeField(barcode: Barcode, {moduleDots, heightDots}: Snapped): string {
  if (barcode.kind === 'bars') return barsField(barcode.modules, moduleDots, heightDots);
  const {columns, rows, dark} = barcode;
  const bitmap = blankBitmap(columns * moduleDots + 1, rows);
  for (let at = 0; at < dark.length; at++)
    if (dark[at] === 1) blacken(bitmap, (at % columns) * moduleDots, Math.floor(at / columns), moduleDots, 1);
  return graphicField(bitmap, moduleDots);
}

/** A field that is not set on the left has signs of its own behind a backslash. */
function isPrintersOwn({text, align}: TextMark): boolean {
  return printersOwn.test(text) && (align === 'left' || !text.includes('\\'));
}

/**
 * Font 0 at the size of ours. It is narrower, so what fits in ours fits in it; a line that does not begin on the left is set into a
 * field as wide as ours would be.
 */
function printed({text, sizePt, leftMm, baselineMm, widthMm, align}: TextMark, dpi: number): string {
  const height = Math.round((sizePt * dpi) / 72);
  const said = text.replace(notLiteral, hexadecimal);
  const width = Math.ceil((widthMm * dpi) / mmPerInch);
  const field = align === 'left' ? '' : `^FB${width},1,0,${align === 'centre' ? 'C' : 'R'}`;
  const hex = said === text ? '' : '^FH_';
  return `^FT${dotsOf(leftMm, dpi)},${dotsOf(baselineMm, dpi)}^A0N,${height}${field}${hex}^FD${said}^FS`;
}

const encoder = new TextEncoder();
const escapes = new Map<string, string>();

function hexadecimal(character: string): string {
  const known = escapes.get(character);
  if (known !== undefined) return known;
  let said = '';
  for (const byte of encoder.encode(character)) said += `_${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  escapes.set(character, said);
  return said;
}

/** A glyph's dots as ZPL, made once. */
const fields = new WeakMap<GlyphBitmap, string>();

/** A line glyph by glyph: most are used again and again, and each is put into words once. */
function drawn({clusters, sizePt, leftMm, baselineMm}: TextMark, dpi: number, glyphs: GlyphStore): string {
  const emDots = (sizePt * dpi) / 72;
  const baseline = dotsOf(baselineMm, dpi);
  let pen = (leftMm * dpi) / 25.4;
  let line = '';
  for (const {face, advanceEm, glyphs: placed} of clusters) {
    for (const {glyph, xEm, yEm} of placed) {
      const bitmap = glyphs.bitmap(face, glyph, emDots);
      if (!bitmap) continue;
      let field = fields.get(bitmap);
      if (field === undefined) fields.set(bitmap, (field = graphicField(bitmap)));
      const [x, y] = [Math.round(pen + xEm * emDots) + bitmap.left, baseline - Math.round(yEm * emDots) + bitmap.top];
      line += `^FO${Math.max(0, x)},${Math.max(0, y)}${field}`;
    }
    pen += advanceEm * emDots;
  }
  return line;
}
