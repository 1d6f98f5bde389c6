import {must} from '#core/lib/assert.ts';
import {scanGrey} from '../../tools/paper/scan.ts';
import {zplPictures} from '../../tools/paper/zpl-picture.ts';

/** A label as whoever takes it out of the printer has it. */
export interface PrintedLabel {
  /** What a scanner reads on it. */
  readonly code: string;
  /** What people read on it, from top to bottom. */
  readonly texts: readonly string[];
}

const paper = {widthMm: 101.6, heightMm: 152.4, dotsPerMm: 8} as const;

/** Draws the ZPL of one label as a printer does and scans it, both by programs that are not ours. */
export async function printedLabel(zpl: string): Promise<PrintedLabel> {
  const [picture] = await zplPictures(zpl, paper);
  const [scanned] = await scanGrey(must(picture, 'the picture of a label'));
  const texts = [...zpl.matchAll(/\^FD(.*?)\^FS/gs)].map(([, text = '']) => text);
  return {code: scanned?.text ?? '', texts};
}
