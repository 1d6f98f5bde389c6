import {type ToldDots, zplLabelsOf} from '#core/shipping/bought/zpl-labels.ts';
import {type ZplPicture, zplPictureOf} from '#core/shipping/bought/zpl-picture.ts';
import {linesOf} from '#core/shipping/bought/text-lines.ts';
import {latin1, latin1Of} from '#core/lib/latin1.ts';
import {must} from '#core/lib/assert.ts';
import {type Result, ok} from '#core/lib/result.ts';
import type {Reading} from './read-pdf.ts';

/** Dots of the label that a sketch shows where the file tells none: four inches by six of the usual printer, or as far as it is drawn. */
const usual = {widthDots: 812, heightDots: 1218};
const sketchPx = 480;
/** So many times as high as wide; what a file tells may be anything. */
const tallest = 3;

/** Reads the labels of a file in a printer's own language: its texts stand in it, and nobody has to draw them. */
export async function readZpl(bytes: Uint8Array, {signal, pace, found}: Reading): Promise<Result<null>> {
  const labels = zplLabelsOf(latin1Of(bytes));
  if (!labels.ok) return labels;
  const total = labels.value.length;
  for (const [at, {text, commands, told}] of labels.value.entries()) {
    signal.throwIfAborted();
    pace(at, total);
    const picture = zplPictureOf(commands);
    found({
      page: at + 1,
      text: {codes: picture.codes.map((code) => code.text), lines: linesOf(picture.texts)},
      bytes: latin1(text),
      picture: await sketchOf(picture, told),
    });
  }
  pace(total, total);
  return ok(null);
}

/** Not what the printer will print, but enough to know the label by: its texts, boxes and bars where they stand. */
async function sketchOf({texts, codes, boxes}: ZplPicture, told: ToldDots): Promise<Blob> {
  const widthDots = told.widthDots ?? furthest([texts, codes, boxes], usual.widthDots, ({left}) => left);
  const drawnTo = told.heightDots ?? furthest([texts, codes, boxes], usual.heightDots, ({top}) => top);
  const heightDots = Math.min(drawnTo, widthDots * tallest);
  const scale = sketchPx / widthDots;
  const canvas = new OffscreenCanvas(sketchPx, Math.max(1, Math.round(heightDots * scale)));
  const context = must(canvas.getContext('2d'), 'a canvas draws');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.fillStyle = context.strokeStyle = 'black';
  context.lineWidth = 2;
  for (const {left, top, width, height} of boxes)
    context.strokeRect(left, top, Math.max(1, width), Math.max(1, height));
  for (const {text, left, top, height} of texts) {
    context.font = `${height}px sans-serif`;
    context.fillText(text, left, top + height * 0.85, widthDots - left);
  }
  for (const {text, left, top, height} of codes) {
    for (let bar = 0; bar < text.length * 4; bar++) {
      if ((text.charCodeAt(bar >> 2) >> (bar & 3)) & 1) context.fillRect(left + bar * 5, top, 3, height);
    }
  }
  return canvas.convertToBlob({type: 'image/webp', quality: 0.8});
}

interface Placed {
  readonly left: number;
  readonly top: number;
}

function furthest(kinds: readonly (readonly Placed[])[], least: number, of: (placed: Placed) => number): number {
  return kinds.flat().reduce((most, placed) => Math.max(most, of(placed)), least);
}
