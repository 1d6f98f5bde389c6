import {readBarcodes} from 'zxing-wasm/reader';
import type {ReadCodes} from '#core/printing/check-barcodes.ts';
import {isBlack} from '#core/paper/raster/bitmap.ts';
import {prepareReader} from './zxing.ts';

/** Reads barcodes as a scanner would, with a reader that is not ours; its program is loaded with the first picture. */
export const readCodes: ReadCodes = async (bitmap) => {
  prepareReader();
  const {widthDots: width, heightDots: height} = bitmap;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4) if (isBlack(bitmap, x, y)) data.fill(0, at, at + 3);
  const found = await readBarcodes(
    {data, width, height, colorSpace: 'srgb'},
    {formats: ['Code128', 'DataMatrix', 'QRCode'], tryHarder: true, tryRotate: false, tryInvert: false},
  );
  return found
    .filter(({isValid}) => isValid)
    .map(({text, symbologyIdentifier}) => ({text, identifier: symbologyIdentifier}));
};
