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

export type ReadLabel = (zpl: string) => Promise<PrintedLabel>;

/** Nobody looks at what came out. */
export const unread: ReadLabel = async () => ({code: '', texts: []});

/**
 * A label of a registered letter by its texts alone: where time is measured, a printer that draws and scans in the process of the desktop
 * would be measured too.
 */
export const readQuickly: ReadLabel = async (zpl) => {
  const texts = textsOf(zpl);
  const numbers = texts.map((text) => text.replaceAll(' ', ''));
  return {code: numbers.find((text) => /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(text)) ?? '', texts};
};

const paper = {widthMm: 101.6, heightMm: 152.4, dotsPerMm: 8} as const;

/** Draws the ZPL of one label as a printer does and scans it, both by programs that are not ours. */
export async function printedLabel(zpl: string): Promise<PrintedLabel> {
  const [picture] = await zplPictures(zpl, paper);
  const [scanned] = await scanGrey(must(picture, 'the picture of a label'));
  return {code: scanned?.text ?? '', texts: textsOf(zpl)};
}

function textsOf(zpl: string): readonly string[] {
  return [...zpl.matchAll(/\^FD(.*?)\^FS/gs)].map(([, text = '']) => text);
}
