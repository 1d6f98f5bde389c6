import {type ReaderOptions, readBarcodes} from 'zxing-wasm/reader';
import {prepareReader} from './zxing.ts';

/** A barcode on a picture: what a scanner would type, the name of its symbology before it, and where its middle is. */
export interface FoundCode {
  readonly code: string;
  readonly xPx: number;
  readonly yPx: number;
}

/** Everything carriers print; retail codes are on goods, and stripes of a picture are often taken for one. */
const options: ReaderOptions = {
  formats: ['Code128', 'Code39', 'Code93', 'ITF', 'Codabar', 'DataMatrix', 'QRCode', 'Aztec', 'PDF417', 'MaxiCode'],
  textMode: 'Plain',
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  maxNumberOfSymbols: 100,
};
/** Two readings of one barcode lie this near. */
const samePx = 40;

/** Reads every barcode of a page, whichever way it lies. */
export async function findCodes(picture: ImageData): Promise<readonly FoundCode[]> {
  prepareReader();
  const found: FoundCode[] = [];
  for (const {isValid, text, symbologyIdentifier, position} of await readBarcodes(picture, options)) {
    if (!isValid || text === '') continue;
    const {topLeft, bottomRight} = position;
    const code = `${symbologyIdentifier}${text}`;
    const [xPx, yPx] = [(topLeft.x + bottomRight.x) / 2, (topLeft.y + bottomRight.y) / 2];
    const isAgain = found.some((each) => each.code === code && Math.hypot(each.xPx - xPx, each.yPx - yPx) < samePx);
    if (!isAgain) found.push({code, xPx, yPx});
  }
  return found;
}
